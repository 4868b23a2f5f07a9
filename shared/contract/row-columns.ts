/**
 * Conversation rows as they cross the border: columns of plain numbers, each distinct topic once, and one block of bytes, so that a
 * wire copies a few arrays and not thousands of objects. What few rows have (properties, events, deliveries) is sparse.
 */
import type { ConnectionEvent, ConversationRow, Delivery, MessageProperties, QoS } from "../model/message.ts";

export interface RowColumns {
	readonly seq: readonly number[];
	readonly at: readonly number[];
	/** Bits 0-1 kind (0 received, 1 published, 2 event), bits 2-3 QoS, bit 4 retain, bit 5 DUP, bit 6 pinned. */
	readonly flags: readonly number[];
	/** Index into `topics`. */
	readonly topic: readonly number[];
	readonly topics: readonly string[];
	/** True payload sizes; the preview of row i is `bytes` from `previewEnd[i - 1]` (0 for the first) to `previewEnd[i]`. */
	readonly payloadBytes: readonly number[];
	readonly previewEnd: readonly number[];
	readonly bytes: Uint8Array;
	readonly properties: readonly (readonly [row: number, properties: MessageProperties])[];
	readonly deliveries: readonly (readonly [row: number, delivery: Delivery])[];
	readonly events: readonly (readonly [row: number, event: ConnectionEvent])[];
}

export const NO_ROWS: RowColumns = {
	seq: [],
	at: [],
	flags: [],
	topic: [],
	topics: [],
	payloadBytes: [],
	previewEnd: [],
	bytes: new Uint8Array(0),
	properties: [],
	deliveries: [],
	events: [],
};

const KIND = { received: 0, published: 1, event: 2 } as const;

/** Rows into columns. Payloads are expected to be cut to their preview already; `payloadBytes` says the true size. */
export function packRows(rows: readonly ConversationRow[]): RowColumns {
	const topicIndex = new Map<string, number>();
	const indexOf = (topic: string): number => {
		const known = topicIndex.get(topic);
		if (known !== undefined) return known;
		topicIndex.set(topic, topicIndex.size);
		return topicIndex.size - 1;
	};
	const bytes = new Uint8Array(rows.reduce((sum, row) => sum + (row.kind === "event" ? 0 : row.payload.byteLength), 0));
	const columns = {
		seq: rows.map((row) => row.seq),
		at: rows.map((row) => row.at),
		flags: rows.map(packFlags),
		topic: rows.map((row) => indexOf(row.kind === "event" ? "" : row.topic)),
		payloadBytes: rows.map((row) => (row.kind === "event" ? 0 : row.payloadBytes)),
		previewEnd: [] as number[],
		properties: [] as (readonly [number, MessageProperties])[],
		deliveries: [] as (readonly [number, Delivery])[],
		events: [] as (readonly [number, ConnectionEvent])[],
	};
	let end = 0;
	for (const [index, row] of rows.entries()) {
		if (row.kind === "event") {
			columns.events.push([index, row.event]);
		} else {
			bytes.set(row.payload, end);
			end += row.payload.byteLength;
			if (row.properties !== undefined) columns.properties.push([index, row.properties]);
			if (row.kind === "published") columns.deliveries.push([index, row.delivery]);
		}
		columns.previewEnd.push(end);
	}
	return { ...columns, topics: [...topicIndex.keys()], bytes };
}

function packFlags(row: ConversationRow): number {
	if (row.kind === "event") return KIND.event;
	return KIND[row.kind] | (row.qos << 2) | (row.retain ? 16 : 0) | (row.dup ? 32 : 0) | (row.pinned === true ? 64 : 0);
}

/** Columns back into rows. Previews are views into the one block. Throws on columns that no `packRows` made: a bug, not an input. */
export function unpackRows(columns: RowColumns): readonly ConversationRow[] {
	const properties = new Map(columns.properties);
	const deliveries = new Map(columns.deliveries);
	const events = new Map(columns.events);
	return columns.seq.map((seq, index): ConversationRow => {
		const at = columns.at[index] ?? 0;
		const flags = columns.flags[index] ?? 0;
		if ((flags & 3) === KIND.event) {
			const event = events.get(index);
			if (event === undefined) throw new Error(`row ${seq} is an event without one`);
			return { kind: "event", seq, at, event };
		}
		const own = properties.get(index);
		const common = {
			seq,
			at,
			topic: columns.topics[columns.topic[index] ?? -1] ?? "",
			payload: columns.bytes.subarray(index === 0 ? 0 : columns.previewEnd[index - 1], columns.previewEnd[index]),
			payloadBytes: columns.payloadBytes[index] ?? 0,
			qos: ((flags >> 2) & 3) as QoS,
			retain: (flags & 16) !== 0,
			dup: (flags & 32) !== 0,
			...(own === undefined ? {} : { properties: own }),
			...((flags & 64) === 0 ? {} : { pinned: true as const }),
		};
		if ((flags & 3) === KIND.received) return { kind: "received", ...common };
		const delivery = deliveries.get(index);
		if (delivery === undefined) throw new Error(`row ${seq} was published and has no delivery`);
		return { kind: "published", ...common, delivery };
	});
}
