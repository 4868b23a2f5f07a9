/**
 * Knows a QoS 2 message again that a broker sends anew after its PUBREL, which none may do [MQTT-4.3.3-2] and mosquitto 2.0 does when
 * a connection is cut twice in a row: the identifier alone would take it for a new message. Only for brokers that number their
 * messages one by one, where an identifier that comes again with DUP and the same content cannot be another message; and only in a
 * later connection than the one in which it was released.
 */
import type { InboundPublish } from "./guard/packets.ts";

export interface RepeatMemory {
	/** A connection begins. */
	open(): void;
	/** A message that is new, of QoS 1 or 2. */
	note(publish: InboundPublish): void;
	/** PUBREL came for it. */
	release(packetId: number): void;
	/** Whether this one, whose identifier is not held, was had before. */
	isKnown(publish: InboundPublish): boolean;
	/** The session is gone. */
	clear(): void;
}

/** So many identifiers, each beyond the last, show how a broker counts: more than any is likely to have under way. */
const COUNTING_SHOWN = 32;
/** Of a long payload, its two ends. */
const HASHED_BYTES = 4096;
const GREATEST_ID = 65_535;

export function createRepeatMemory(): RepeatMemory {
	const held = new Map<number, string>();
	const released = new Map<number, { readonly signature: string; readonly connection: number }>();
	let connection = 0;
	let lastId = 0;
	let counted = 0;
	return {
		open: () => {
			connection += 1;
		},
		note: (publish) => {
			const { packetId, qos, dup } = publish;
			if (!dup) {
				// Those in between may have been lost with a connection; they come with DUP.
				const step = (packetId - lastId + GREATEST_ID) % GREATEST_ID;
				counted = step > 0 && step < GREATEST_ID / 2 ? counted + 1 : 0;
				lastId = packetId;
			}
			released.delete(packetId);
			if (qos === 2) held.set(packetId, computeSignature(publish));
		},
		release: (packetId) => {
			const signature = held.get(packetId);
			held.delete(packetId);
			if (signature !== undefined) released.set(packetId, { signature, connection });
		},
		isKnown: (publish) => {
			const before = released.get(publish.packetId);
			if (before === undefined || !publish.dup || counted < COUNTING_SHOWN) return false;
			return before.connection < connection && before.signature === computeSignature(publish);
		},
		clear: () => {
			held.clear();
			released.clear();
			counted = 0;
		},
	};
}

function computeSignature({ topic, payload }: InboundPublish): string {
	let hash = 0x811c9dc5;
	const add = (from: number, end: number) => {
		for (let index = from; index < end; index++) hash = Math.imul(hash ^ (payload[index] ?? 0), 0x01000193);
	};
	add(0, Math.min(HASHED_BYTES, payload.length));
	add(Math.max(HASHED_BYTES, payload.length - HASHED_BYTES), payload.length);
	return `${hash} ${payload.length} ${topic}`;
}
