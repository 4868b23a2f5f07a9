/**
 * A window of a conversation, live. All state is what the page has been sent: up to which seq, which of its rows may still change,
 * and the totals it knows. Nothing is read before the link asks, so that a page without credit costs nothing; what happened meanwhile
 * is one larger step then. The rows come from the store, so that what is seen is what is kept.
 */
import type { ConversationBatch, WindowPlace } from "../../../shared/contract/message.ts";
import { NO_ROWS, packRows } from "../../../shared/contract/row-columns.ts";
import type { FeedContext, FeedSource } from "../../../shared/link/feed-source.ts";
import { type ConversationFilter, type ConversationTotals, hasFilter } from "../../../shared/model/conversation.ts";
import type { ConversationRow } from "../../../shared/model/message.ts";
import type { Conversation } from "../history/history.ts";
import { createMatchCounter } from "./create-match-counter.ts";
import { createPacer } from "./create-pacer.ts";
import { createRowWatch } from "./create-row-watch.ts";

export interface ConversationView {
	readonly filter: ConversationFilter;
	readonly place: WindowPlace;
}

/** A row that came is on its way to the screen within this time; at a low rate at once. */
const ROWS_MS = 40;
/** How often mere numbers move. */
const TOTALS_MS = 250;

export function openConversationFeed(
	conversation: Conversation,
	{ filter, place: asked }: ConversationView,
	context: FeedContext,
): FeedSource<ConversationBatch> {
	const leaving = new AbortController();
	const isFiltered = hasFilter(filter);
	const capacity = asked.at === "end" ? Number.POSITIVE_INFINITY : asked.before + asked.after + 1;
	const watch = createRowWatch();
	const soon = createPacer(ROWS_MS, context.wake);
	const later = createPacer(TOTALS_MS, context.wake);
	const counter = isFiltered ? createMatchCounter(conversation, filter, later.mark) : null;
	let place = asked;
	let mustReset = true;
	/** The window is read again because of what somebody did to its rows, and not begun anew. */
	let isAgain = false;
	/** Every row up to here has been sent, passed over, or does not pass the filter. */
	let readUpTo = 0;
	let rowCount = 0;
	let reachesStart = true;
	let reachesEnd = true;
	let sentTotals: ConversationTotals | null = null;

	const stop = conversation.onChange(({ changedSeqs, cleared, reshaped }) => {
		if (cleared || reshaped) {
			isAgain = reshaped && (isAgain || !mustReset);
			mustReset = true;
			context.wake();
			return;
		}
		if (watch.noteChanged(changedSeqs)) soon.mark();
		const { lastSeq } = conversation.activity.totals;
		if (lastSeq > readUpTo && isGrowing()) soon.mark();
		else later.mark();
	});

	/** Whether rows that arrive belong into the page's window. */
	function isGrowing(): boolean {
		return place.at === "end" || (reachesEnd && rowCount < capacity);
	}

	async function takeWindow(): Promise<ConversationBatch> {
		const isNew = !isAgain;
		mustReset = false;
		isAgain = false;
		watch.begin();
		const window = await conversation.readWindow({ filter, place }, leaving.signal);
		watch.replace(window.rows);
		readUpTo = window.readUpTo;
		rowCount = window.rows.length;
		reachesStart = window.reachesStart;
		reachesEnd = window.reachesEnd;
		// Where the totals change, a fraction of the way is another row: the one that it was stays where it is.
		if (place.at === "fraction") {
			const { firstSeq, lastSeq } = window.totals;
			const seq = firstSeq + Math.round(place.fraction * (lastSeq - firstSeq));
			place = { at: "seq", seq, before: place.before, after: place.after };
		}
		if (isNew) counter?.restart(readUpTo, window.totals);
		else counter?.countAgain(window.totals, readUpTo);
		return createBatch("window", window.rows, 0, [], window.totals);
	}

	async function takeStep(): Promise<ConversationBatch | null> {
		watch.begin();
		const step = await readStep();
		if (step.skipped > 0 && place.at === "end") {
			watch.replace(step.rows);
			reachesStart = false;
		} else {
			watch.add(step.rows);
		}
		const changed = await readChanged();
		// Cleared while it was read: a window follows, and this would be put to rows that are gone.
		if (mustReset) return null;
		rowCount += step.rows.length;
		counter?.keepUp(step.totals, readUpTo);
		const hasMoved = step.rows.length > 0 || changed.length > 0 || counter?.hasMoved() === true;
		if (!hasMoved && isSame(step.totals, sentTotals)) return null;
		return createBatch("tail", step.rows, place.at === "end" ? step.skipped : 0, changed, step.totals);
	}

	interface Step {
		readonly rows: readonly ConversationRow[];
		readonly skipped: number;
		readonly totals: ConversationTotals;
	}

	/** What is new since `readUpTo`: rows where they belong into the window, otherwise how many there are. */
	async function readStep(): Promise<Step> {
		const { totals } = conversation.activity;
		if (totals.lastSeq <= readUpTo) return { rows: [], skipped: 0, totals };
		if (place.at === "end") {
			const tail = await conversation.readTail(filter, readUpTo, place.limit, leaving.signal);
			readUpTo = tail.readUpTo;
			counter?.add(tail.rows.length + tail.skipped);
			return tail;
		}
		if (isGrowing()) {
			const next = { at: "seq", seq: readUpTo + 1, before: 0, after: capacity - rowCount - 1 } as const;
			const window = await conversation.readWindow({ filter, place: next }, leaving.signal);
			reachesEnd = window.reachesEnd;
			// Rows beyond the window are not counted by this read, so that the next step begins behind the last one sent.
			readUpTo = reachesEnd ? window.readUpTo : (window.rows.at(-1)?.seq ?? readUpTo);
			counter?.add(window.rows.length);
			return { rows: window.rows, skipped: 0, totals: window.totals };
		}
		if (!isFiltered) {
			readUpTo = totals.lastSeq;
			reachesEnd = false;
			return { rows: [], skipped: 0, totals };
		}
		const tail = await conversation.readTail(filter, readUpTo, 0, leaving.signal);
		readUpTo = tail.readUpTo;
		if (tail.skipped > 0) reachesEnd = false;
		counter?.add(tail.skipped);
		return tail;
	}

	async function readChanged(): Promise<readonly ConversationRow[]> {
		const seqs = watch.takeChanged();
		if (seqs.length === 0) return [];
		const rows = await conversation.readRows(seqs);
		watch.add(rows);
		return rows;
	}

	function createBatch(
		kind: "window" | "tail",
		rows: readonly ConversationRow[],
		skipped: number,
		changed: readonly ConversationRow[],
		totals: ConversationTotals,
	): ConversationBatch {
		sentTotals = totals;
		return {
			kind,
			rows: rows.length === 0 ? NO_ROWS : packRows(rows),
			skipped,
			changed: changed.length === 0 ? NO_ROWS : packRows(changed),
			reachesStart,
			reachesEnd,
			totals,
			matches: counter?.take() ?? null,
		};
	}

	context.wake();
	return {
		take: () => (mustReset ? takeWindow() : takeStep()),
		close() {
			leaving.abort();
			stop();
			soon.close();
			later.close();
			counter?.close();
		},
	};
}

function isSame(one: ConversationTotals, other: ConversationTotals | null): boolean {
	return (
		other !== null &&
		one.firstSeq === other.firstSeq &&
		one.lastSeq === other.lastSeq &&
		one.received === other.received &&
		one.published === other.published &&
		one.events === other.events &&
		one.evicted === other.evicted &&
		one.deleted === other.deleted &&
		one.pinned === other.pinned
	);
}
