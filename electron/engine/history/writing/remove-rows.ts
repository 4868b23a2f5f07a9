/**
 * Removing the oldest rows in steps, so that the rows which arrive meanwhile wait for some milliseconds only: retention, clearing, and
 * the end of a conversation. Each step is one transaction with its counters, so that it may end after any of them.
 */
import { FLAG_MUTED, SEQ_SPAN } from "../worker-message.ts";
import { type ConversationRecord, readLast } from "./conversation-record.ts";
import type { WriterStore } from "./create-writer-store.ts";

export const STEP_ROWS = 10_000;
const STEP_TOPICS = 5000;

/** How many messages are beyond what is to be kept, which is the newest ones and the pinned ones besides; many more events than messages count as well, against endless reconnects. */
export function countExcess(store: WriterStore, record: ConversationRecord): number {
	const messages = record.received + record.published - record.pinned - store.keepMessages;
	const events = record.events - store.keepMessages - 100_000;
	return Math.max(messages, events, 0);
}

/** One step of retention. Answers whether there is more to do. */
export function evictRows(store: WriterStore, record: ConversationRecord, most: number): boolean {
	const excess = countExcess(store, record);
	if (excess === 0) return dropOldTopics(store, record);
	const removed = removeOldest(store, record, record.lastSeq, Math.min(excess, most), { unfinished: true, pinned: true });
	record.evicted += removed.messages;
	const hasTopics = dropOldTopics(store, record);
	// Events among the rows that went do not count, so that there may be some more.
	return (removed.rows > 0 && countExcess(store, record) > 0) || hasTopics;
}

/** One step of clearing up to a seq, pinned messages too; what the outgoing queue still holds stays. Answers whether there is more to do. */
export function clearRows(store: WriterStore, record: ConversationRecord, upTo: number): boolean {
	const removed = removeOldest(store, record, upTo, STEP_ROWS, { unfinished: true, pinned: false });
	record.evicted = 0;
	record.deleted = 0;
	if (removed.rows > 0) return true;
	return dropOldTopics(store, record);
}

/** One step of taking a conversation away altogether. Answers whether there is more to do. */
export function removeRows(store: WriterStore, record: ConversationRecord): boolean {
	record.connectionId = null;
	record.evictFrom = 0;
	const base = record.number * SEQ_SPAN;
	if (removeOldest(store, record, SEQ_SPAN - 1, STEP_ROWS, { unfinished: false, pinned: false }).rows > 0) return true;
	const topics = store.prepare("DELETE FROM topic WHERE id > ? AND id <= ?");
	const last = store.prepare("SELECT id FROM topic WHERE id > ? AND id < ? ORDER BY id LIMIT 1 OFFSET ?");
	const next = last.get(base, base + SEQ_SPAN, STEP_TOPICS)?.["id"];
	topics.run(base, next ?? base + SEQ_SPAN - 1);
	if (next !== undefined) return true;
	store.prepare("DELETE FROM topic_epoch WHERE id > ? AND id < ?").run(base, base + SEQ_SPAN);
	store.prepare("DELETE FROM held_packet WHERE id >= ? AND id < ?").run(record.number * 65_536, (record.number + 1) * 65_536);
	store.prepare("DELETE FROM conversation WHERE number = ?").run(record.number);
	store.records.delete(record.number);
	return false;
}

/** What stays where it is. */
interface Spared {
	readonly unfinished: boolean;
	readonly pinned: boolean;
}

function removeOldest(
	store: WriterStore,
	record: ConversationRecord,
	upTo: number,
	most: number,
	spares: Spared,
): { readonly rows: number; readonly messages: number } {
	const base = record.number * SEQ_SPAN;
	const from = Math.max(base, record.evictFrom);
	const top = Math.min(base + upTo, base + SEQ_SPAN - 1);
	const sparesUnfinished = spares.unfinished && hasUnfinished(store, from, top);
	const spared = [
		sparesUnfinished ? "AND NOT EXISTS (SELECT 1 FROM unfinished WHERE unfinished.id = entry.id)" : "",
		spares.pinned && record.pinned > 0 ? "AND NOT EXISTS (SELECT 1 FROM pin WHERE pin.id = entry.id)" : "",
	].join(" ");
	const range = `entry.id >= ? AND entry.id <= ? ${spared}`;
	const last = store.prepare(
		`SELECT max(id) AS id, count(*) AS count FROM (SELECT id FROM entry WHERE ${range} ORDER BY id LIMIT ?)`,
	);
	const { id, count } = last.get(from, top, most) ?? {};
	if (typeof id !== "number") {
		record.evictFrom = top + 1;
		return { rows: 0, messages: 0 };
	}
	const counts = store.prepare(`SELECT
		sum(flags & 3 = 0) AS received, sum(flags & 3 = 1) AS published, sum(flags & 3 = 2) AS events,
		sum(flags & ${FLAG_MUTED | 3} = 0 AND id > ?) AS unread FROM entry WHERE ${range}`);
	const gone = counts.get(base + record.lastReadSeq, from, id) ?? {};
	store.prepare(`DELETE FROM large WHERE id >= ? AND id <= ? ${spared.replaceAll("entry.id", "large.id")}`).run(from, id);
	if (!spares.unfinished) store.prepare("DELETE FROM unfinished WHERE id >= ? AND id <= ?").run(from, id);
	if (!spares.pinned && record.pinned > 0) {
		const pins = store.prepare(`DELETE FROM pin WHERE id >= ? AND id <= ? ${spared.replaceAll("entry.id", "pin.id")}`);
		record.pinned -= Number(pins.run(from, id).changes);
	}
	store.prepare(`DELETE FROM entry WHERE ${range}`).run(from, id);
	record.received -= Number(gone["received"]);
	record.published -= Number(gone["published"]);
	record.events -= Number(gone["events"]);
	record.unread -= Number(gone["unread"]);
	record.evictFrom = id + 1;
	findEnds(store, record);
	return { rows: Number(count), messages: Number(gone["received"]) + Number(gone["published"]) };
}

function hasUnfinished(store: WriterStore, from: number, to: number): boolean {
	return store.prepare("SELECT 1 FROM unfinished WHERE id >= ? AND id <= ? LIMIT 1").get(from, to) !== undefined;
}

/** After rows have gone: where the conversation begins and ends now, and its newest message. */
export function findEnds(store: WriterStore, record: ConversationRecord): void {
	const base = record.number * SEQ_SPAN;
	record.firstSeq = readEnd(store, base, "min");
	record.lastSeq = readEnd(store, base, "max");
	const last = base + record.lastMessageSeq;
	if (store.prepare("SELECT 1 FROM entry WHERE id = ?").get(last) === undefined) findLastMessage(store, record);
}

/** One end at a time: asked for both at once, SQLite would go through everything between. */
function readEnd(store: WriterStore, base: number, end: "min" | "max"): number {
	const row = store.prepare(`SELECT ${end}(id) AS id FROM entry WHERE id > ? AND id < ?`).get(base, base + SEQ_SPAN);
	return typeof row?.["id"] === "number" ? row["id"] - base : 0;
}

function findLastMessage(store: WriterStore, record: ConversationRecord): void {
	const base = record.number * SEQ_SPAN;
	const sql = "SELECT id FROM entry WHERE id > ? AND id <= ? AND flags & 3 < 2 ORDER BY id DESC LIMIT 1";
	const id = store.prepare(sql).get(base, base + record.lastSeq)?.["id"];
	record.lastMessageSeq = typeof id === "number" ? id - base : 0;
	record.last = typeof id === "number" ? readLast(store.database, id) : null;
}

/** Topic numbers of epochs that no row is left of. Answers whether there are more of them. */
function dropOldTopics(store: WriterStore, record: ConversationRecord): boolean {
	if (!record.hasOldTopics) return false;
	const base = record.number * SEQ_SPAN;
	const oldest = record.firstSeq === 0 ? record.givenSeq + 1 : record.firstSeq;
	const epoch = store
		.prepare("SELECT id, first_topic FROM topic_epoch WHERE id > ? AND id <= ? ORDER BY id DESC LIMIT 1")
		.get(base, base + oldest);
	if (epoch === undefined) return false;
	const top = base + Number(epoch["first_topic"]);
	const nth = store
		.prepare("SELECT id FROM topic WHERE id > ? AND id < ? ORDER BY id LIMIT 1 OFFSET ?")
		.get(base, top, STEP_TOPICS);
	const { changes } = store
		.prepare("DELETE FROM topic WHERE id > ? AND id < ?")
		.run(base, typeof nth?.["id"] === "number" ? nth["id"] : top);
	if (nth !== undefined) return true;
	store.prepare("DELETE FROM topic_epoch WHERE id > ? AND id < ?").run(base, Number(epoch["id"]));
	return Number(changes) > 0;
}
