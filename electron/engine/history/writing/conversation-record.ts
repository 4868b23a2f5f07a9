/** A conversation as the writer holds it in memory: the row of its table, changed along with the rows and saved in the same transaction. */
import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import type { LastMessage } from "../../../../shared/model/conversation.ts";
import { decodeValue } from "../encode-value.ts";
import { type ConversationReport, type LoadedConversation, SEQ_SPAN } from "../worker-message.ts";
import { readEndedOpen } from "./read-ended-open.ts";

/** How much of the newest payload the list of connections gets. */
export const LAST_PREVIEW_BYTES = 256;

export interface ConversationRecord {
	readonly number: number;
	/** null: it is being removed. */
	connectionId: string | null;
	/** The newest seq that was ever stored, kept or not. */
	givenSeq: number;
	lastReadSeq: number;
	firstSeq: number;
	lastSeq: number;
	lastMessageSeq: number;
	received: number;
	published: number;
	events: number;
	evicted: number;
	deleted: number;
	pinned: number;
	unread: number;
	nextTopic: number;
	last: LastMessage | null;
	/** Everything older that retention may remove is gone already: where to look next. In memory only. */
	evictFrom: number;
	/** Whether topics of an earlier epoch may still be there. In memory only. */
	hasOldTopics: boolean;
}

export function createRecord(number: number, connectionId: string): ConversationRecord {
	return {
		number,
		connectionId,
		givenSeq: 0,
		lastReadSeq: 0,
		firstSeq: 0,
		lastSeq: 0,
		lastMessageSeq: 0,
		received: 0,
		published: 0,
		events: 0,
		evicted: 0,
		deleted: 0,
		pinned: 0,
		unread: 0,
		nextTopic: 1,
		last: null,
		evictFrom: 0,
		hasOldTopics: false,
	};
}

type Row = Record<string, SQLOutputValue>;

export function readRecords(database: DatabaseSync): Map<number, ConversationRecord> {
	const records = new Map<number, ConversationRecord>();
	const epochs = database.prepare("SELECT count(*) AS count FROM topic_epoch WHERE id > ? AND id < ?");
	for (const row of database.prepare("SELECT * FROM conversation").all()) {
		const number = Number(row["number"]);
		const base = number * SEQ_SPAN;
		for (const [column, value] of Object.entries(row)) {
			if (typeof value === "number" && !(Number.isSafeInteger(value) && value >= 0)) throw new Error(`${column} is ${value}`);
		}
		records.set(number, {
			number,
			connectionId: row["connection_id"] === null ? null : String(row["connection_id"]),
			givenSeq: Number(row["given_seq"]),
			lastReadSeq: Number(row["last_read_seq"]),
			firstSeq: Number(row["first_seq"]),
			lastSeq: Number(row["last_seq"]),
			lastMessageSeq: Number(row["last_message_seq"]),
			received: Number(row["received"]),
			published: Number(row["published"]),
			events: Number(row["events"]),
			evicted: Number(row["evicted"]),
			deleted: Number(row["deleted"]),
			pinned: Number(row["pinned"]),
			unread: Number(row["unread"]),
			nextTopic: Number(row["next_topic"]),
			last: readLast(database, base + Number(row["last_message_seq"])),
			evictFrom: 0,
			hasOldTopics: Number(epochs.get(base, base + SEQ_SPAN)?.["count"]) > 0,
		});
	}
	return records;
}

/** What the writer knows of one message, as the list of connections shows it. */
export function readLast(database: DatabaseSync, id: number): LastMessage | null {
	const base = Math.floor(id / SEQ_SPAN) * SEQ_SPAN;
	const row: Row | undefined = database
		.prepare(
			`SELECT at, flags, size, substr(payload, 1, ${LAST_PREVIEW_BYTES}) AS preview,
			(SELECT name FROM topic WHERE topic.id = ? + entry.topic) AS topic FROM entry WHERE id = ?`,
		)
		.get(base, id);
	if (row === undefined) return null;
	return {
		seq: id - base,
		at: Number(row["at"]),
		kind: (Number(row["flags"]) & 3) === 0 ? "received" : "published",
		topic: String(row["topic"]),
		preview: row["preview"] instanceof Uint8Array ? row["preview"] : new Uint8Array(0),
		payloadBytes: Number(row["size"]),
	};
}

export function createReport(record: ConversationRecord): ConversationReport {
	const { firstSeq, lastSeq, received, published, events, evicted, deleted, pinned, unread, lastReadSeq, last } = record;
	return {
		number: record.number,
		storedSeq: record.givenSeq,
		activity: { totals: { firstSeq, lastSeq, received, published, events, evicted, deleted, pinned }, unread, lastReadSeq, last },
	};
}

export function readLoaded(database: DatabaseSync, record: ConversationRecord): LoadedConversation | null {
	if (record.connectionId === null) return null;
	const { number, connectionId, givenSeq, lastReadSeq } = record;
	const first = number * 65_536;
	const packets = database.prepare("SELECT id FROM held_packet WHERE id >= ? AND id < ?").all(first, first + 65_536);
	const held = database.prepare("SELECT held_subscriptions AS held FROM conversation WHERE number = ?").get(number)?.["held"];
	return {
		number,
		connectionId,
		lastSeq: givenSeq,
		lastReadSeq,
		heldPacketIds: packets.map((row) => Number(row["id"]) - first),
		heldSubscriptions: held instanceof Uint8Array && isReadable(held) ? held : null,
		activity: createReport(record).activity,
		endedOpen: readEndedOpen(database, number, record.lastSeq),
	};
}

function isReadable(bytes: Uint8Array): boolean {
	try {
		return Array.isArray(decodeValue(bytes));
	} catch {
		return false;
	}
}
