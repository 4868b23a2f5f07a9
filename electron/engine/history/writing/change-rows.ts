/**
 * What a person does to messages by name: deletes them, pins them. Each call is one step of a larger work, inside one transaction
 * with the counters, so that the work may end after any of them. A seq that is gone, or an event's, is passed over.
 */
import type { TaskResult } from "../worker-message.ts";
import { FLAG_MUTED, SEQ_SPAN } from "../worker-message.ts";
import type { ConversationRecord } from "./conversation-record.ts";
import type { WriterStore } from "./create-writer-store.ts";
import { findEnds } from "./remove-rows.ts";

const LISTED = "IN (SELECT value FROM json_each(?))";

/** What the outgoing queue still holds stays: the broker may yet answer for it. */
export function dropRows(store: WriterStore, record: ConversationRecord, seqs: readonly number[]): TaskResult {
	const base = record.number * SEQ_SPAN;
	const asked = listIds(base, seqs);
	const held = store.prepare(`SELECT id FROM unfinished WHERE id ${LISTED}`).all(asked);
	const waiting = new Set(held.map((row) => Number(row["id"]) - base));
	const list = waiting.size === 0 ? asked : listIds(base, seqs, waiting);
	const counts = store.prepare(`SELECT
		sum(flags & 3 = 0) AS received, sum(flags & 3 = 1) AS published, sum(flags & ${FLAG_MUTED | 3} = 0 AND id > ?) AS unread
		FROM entry WHERE id ${LISTED} AND flags & 3 < 2`);
	const gone = counts.get(base + record.lastReadSeq, list) ?? {};
	const changed = Number(gone["received"]) + Number(gone["published"]);
	if (changed === 0) return { changed, waiting: waiting.size };
	record.received -= Number(gone["received"]);
	record.published -= Number(gone["published"]);
	record.unread -= Number(gone["unread"]);
	record.deleted += changed;
	record.pinned -= Number(store.prepare(`DELETE FROM pin WHERE id ${LISTED}`).run(list).changes);
	store.prepare(`DELETE FROM large WHERE id ${LISTED}`).run(list);
	store.prepare(`DELETE FROM entry WHERE id ${LISTED} AND flags & 3 < 2`).run(list);
	findEnds(store, record);
	return { changed, waiting: waiting.size };
}

export function pinRows(store: WriterStore, record: ConversationRecord, seqs: readonly number[], isPinned: boolean): TaskResult {
	const base = record.number * SEQ_SPAN;
	const list = listIds(base, seqs);
	if (isPinned) {
		const insert = store.prepare(`INSERT OR IGNORE INTO pin SELECT id FROM entry WHERE id ${LISTED} AND flags & 3 < 2`);
		const changed = Number(insert.run(list).changes);
		record.pinned += changed;
		return { changed, waiting: 0 };
	}
	const oldest = store.prepare(`SELECT min(id) AS id FROM pin WHERE id ${LISTED}`).get(list)?.["id"];
	const changed = Number(store.prepare(`DELETE FROM pin WHERE id ${LISTED}`).run(list).changes);
	record.pinned -= changed;
	// Retention passed it over while it was pinned.
	if (typeof oldest === "number") record.evictFrom = Math.min(record.evictFrom, oldest);
	return { changed, waiting: 0 };
}

function listIds(base: number, seqs: readonly number[], without?: ReadonlySet<number>): string {
	const ids = without === undefined ? seqs : seqs.filter((seq) => !without.has(seq));
	return JSON.stringify(ids.map((seq) => base + seq));
}
