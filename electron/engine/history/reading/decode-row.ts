/** Rows of the database as rows of a conversation. A part whose bytes were damaged on the disk is left out; the rest is still worth seeing. */
import type { SQLOutputValue } from "node:sqlite";
import type {
	ConnectionEvent,
	ConversationRow,
	Delivery,
	Message,
	MessageProperties,
	QoS,
} from "../../../../shared/model/message.ts";
import { decodeValue } from "../encode-value.ts";
import { SEQ_SPAN } from "../worker-message.ts";

/** Bound: the conversation's first key, for the topic. */
export const ROW_COLUMNS = `entry.id AS id, at, flags, size, properties, state, payload,
	(SELECT name FROM topic WHERE topic.id = ? + entry.topic) AS topic, EXISTS (SELECT 1 FROM pin WHERE pin.id = entry.id) AS pinned`;

export type DatabaseRow = Record<string, SQLOutputValue>;

const NOTHING = new Uint8Array(0);
/** What a delivery or an event is shown as that cannot be read any more. */
const UNREADABLE_DELIVERY: Delivery = { state: "failed", ticks: [] };
const UNREADABLE_EVENT: ConnectionEvent = { type: "restarted" };

export function decodeRow(row: DatabaseRow): ConversationRow {
	const seq = Number(row["id"]) % SEQ_SPAN;
	const at = Number(row["at"]);
	if ((Number(row["flags"]) & 3) === 2) return { kind: "event", seq, at, event: decodePart(row["state"]) ?? UNREADABLE_EVENT };
	return decodeMessage(row);
}

export function decodeMessage(row: DatabaseRow): Message {
	const flags = Number(row["flags"]);
	const properties = decodePart<MessageProperties>(row["properties"]);
	const common = {
		seq: Number(row["id"]) % SEQ_SPAN,
		at: Number(row["at"]),
		topic: typeof row["topic"] === "string" ? row["topic"] : "",
		payload: row["payload"] instanceof Uint8Array ? row["payload"] : NOTHING,
		payloadBytes: Number(row["size"]),
		qos: ((flags >> 2) & 3) as QoS,
		retain: (flags & 16) !== 0,
		dup: (flags & 32) !== 0,
		...(properties === null ? {} : { properties }),
		...(row["pinned"] === 1 ? { pinned: true as const } : {}),
	};
	if ((flags & 3) === 0) return { kind: "received", ...common };
	return { kind: "published", ...common, delivery: decodePart(row["state"]) ?? UNREADABLE_DELIVERY };
}

export function decodePart<Value>(bytes: SQLOutputValue | undefined): Value | null {
	if (!(bytes instanceof Uint8Array)) return null;
	try {
		return decodeValue<Value>(bytes);
	} catch {
		return null;
	}
}
