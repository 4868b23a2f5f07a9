/**
 * The window of a conversation that the page holds, and how batches change it. What holds always: its rows are neighbours in the
 * history under the filter, without a hole. A reader at the end is followed; for anyone else no row in the window moves, whatever
 * arrives: what fits is put after the last row, and where it does not the window no longer claims to reach the end.
 */
import type { ConversationBatch } from "../../shared/contract/message.ts";
import { unpackRows } from "../../shared/contract/row-columns.ts";
import type { ConversationTotals } from "../../shared/model/conversation.ts";
import type { ConversationRow } from "../../shared/model/message.ts";

/** Where the view puts the rows when a window has been replaced. */
export type Placing =
	| { readonly at: "end" }
	/** What is seen stays where it is. */
	| { readonly at: "keep" }
	/** This row, or the next newer one, has its upper edge so far below the viewport's. */
	| { readonly at: "row"; readonly seq: number; readonly offsetPx: number };

export interface ConversationWindow {
	readonly rows: readonly ConversationRow[];
	readonly follows: boolean;
	readonly reachesStart: boolean;
	readonly reachesEnd: boolean;
	readonly totals: ConversationTotals;
	readonly matches: ConversationBatch["matches"];
	/** More arrives than the page shows: rows were passed over since the batch before. */
	readonly isFlooded: boolean;
	readonly placing: Placing;
	/** Its rows may be gone, and the feed that is open does not bring them: a window around the reader has to be asked for. */
	readonly isStale: boolean;
	/** Grows with each replacement; `placing` is for the view's first rendering of it. */
	readonly replacements: number;
}

/** How many rows a window that follows keeps; `flooded`: while rows are passed over, only what the viewport can show. */
export interface FollowLimits {
	readonly calm: number;
	readonly flooded: number;
}

/** A window that does not follow grows at its end up to here. */
const MOST_READING_ROWS = 300;

/** The first batch of a feed that was opened to stand at `placing`. */
export function applyWindowBatch(
	before: ConversationWindow | null,
	batch: ConversationBatch,
	placing: Placing,
): ConversationWindow {
	return {
		rows: unpackRows(batch.rows),
		follows: placing.at === "end",
		reachesStart: batch.reachesStart,
		reachesEnd: batch.reachesEnd,
		totals: batch.totals,
		matches: batch.matches,
		isFlooded: false,
		isStale: false,
		placing,
		replacements: (before?.replacements ?? 0) + 1,
	};
}

/**
 * A window batch of a feed that had sent one before: the link was lost and asked again, or the history was cleared, or messages were
 * deleted or pinned. A feed that stands at the end then brings the newest rows; a reader who has left the end keeps what is held as long
 * as any of it still exists, until a window of their own is there.
 */
export function applyWindowAgain(before: ConversationWindow, batch: ConversationBatch, openedAt: Placing): ConversationWindow {
	if (openedAt.at !== "end") return applyWindowBatch(before, batch, { at: "keep" });
	if (before.follows) return applyWindowBatch(before, batch, { at: "end" });
	const lastHeld = before.rows.at(-1)?.seq ?? 0;
	const isGone = batch.totals.lastSeq === 0 || batch.totals.firstSeq > lastHeld;
	if (isGone) return applyWindowBatch(before, batch, { at: "end" });
	return {
		...before,
		totals: batch.totals,
		matches: batch.matches,
		reachesEnd: false,
		isStale: true,
		placing: { at: "keep" },
		replacements: before.replacements + 1,
	};
}

export function applyTailBatch(before: ConversationWindow, batch: ConversationBatch, limits: FollowLimits): ConversationWindow {
	const changed = unpackRows(batch.changed);
	const held = replaceChanged(before.rows, changed);
	const common = { ...before, totals: batch.totals, matches: batch.matches };
	if (batch.rows.seq.length === 0 && batch.skipped === 0) {
		return { ...common, rows: held, isFlooded: false, reachesEnd: before.reachesEnd && batch.reachesEnd };
	}
	if (!before.reachesEnd) return { ...common, rows: held };
	const last = held.at(-1)?.seq ?? 0;
	// A row that is new in this batch may have changed since it was read.
	const added = replaceChanged(unpackRows(batch.rows), changed).filter((row) => row.seq > last);
	if (!before.follows) {
		// Below what is seen there is room for some, which moves nothing.
		const hasRoom = batch.skipped === 0 && held.length + added.length <= MOST_READING_ROWS;
		return hasRoom
			? { ...common, rows: [...held, ...added], reachesEnd: batch.reachesEnd }
			: { ...common, rows: held, reachesEnd: false };
	}
	if (batch.skipped > 0) {
		return { ...common, rows: added.slice(-limits.flooded), isFlooded: true, reachesStart: false };
	}
	const joined = [...held, ...added];
	const rows = joined.slice(-limits.calm);
	return { ...common, rows, isFlooded: false, reachesStart: before.reachesStart && rows.length === joined.length };
}

/** The reader has gone from the end: from here on nothing moves. */
export function applyLeftEnd(window: ConversationWindow): ConversationWindow {
	return window.follows ? { ...window, follows: false, isFlooded: false, placing: { at: "keep" } } : window;
}

function replaceChanged(rows: readonly ConversationRow[], changed: readonly ConversationRow[]): readonly ConversationRow[] {
	if (changed.length === 0) return rows;
	const bySeq = new Map(changed.map((row) => [row.seq, row]));
	return rows.some((row) => bySeq.has(row.seq)) ? rows.map((row) => bySeq.get(row.seq) ?? row) : rows;
}
