/**
 * What the built-in broker still owes to each session that outlives its connection: QoS 1 and 2 messages until they are acknowledged.
 * It takes the place of the library's own store, which has no bound, keeps a message at the publisher's QoS where the subscription's
 * is lower [MQTT-3.8.4-8], and drops the wrong entry when filters overlap in a burst.
 */
import { Readable } from "node:stream";

export interface StoredPacket {
	readonly cmd: string;
	readonly brokerId?: string;
	readonly brokerCounter?: number;
	messageId?: number | undefined;
	readonly payload?: string | Uint8Array;
	readonly qos?: number;
	readonly dup?: boolean;
}

interface Owner {
	/** The session's client id. */
	readonly id: string;
}

interface Matched {
	readonly clientId: string;
	readonly qos?: number;
}

interface Entry {
	packet: StoredPacket;
	/** How many filters of the session matched; each of them reports once, and all but one with nothing to send. */
	matches: number;
	readonly bytes: number;
}

export interface OutgoingQueues {
	outgoingEnqueue(owner: { readonly clientId: string }, packet: StoredPacket): Promise<void>;
	outgoingEnqueueCombi(matched: readonly Matched[], packet: StoredPacket): Promise<void>;
	outgoingUpdate(owner: Owner, packet: StoredPacket): Promise<void>;
	outgoingClearMessageId(owner: Owner, packet: StoredPacket): Promise<StoredPacket | undefined>;
	outgoingStream(owner: Owner): Readable;
	/** The session has ended: nothing is owed any more. */
	forget(owner: Owner): void;
}

export interface QueueLimits {
	readonly messagesPerSession: number;
	/** Over all sessions. */
	readonly totalBytes: number;
	/** A message was not kept for a session, because a limit is reached. May be called at any rate. */
	readonly onRefused: (clientId: string) => void;
}

export function createOutgoingQueues(limits: QueueLimits): OutgoingQueues {
	const queues = new Map<string, Entry[]>();
	let totalBytes = 0;

	const enqueue = (clientId: string, packet: StoredPacket, qos: number, matches: number) => {
		const queue = queues.get(clientId) ?? [];
		const bytes = packet.payload?.length ?? 0;
		if (queue.length >= limits.messagesPerSession || totalBytes + bytes > limits.totalBytes) {
			limits.onRefused(clientId);
			return;
		}
		queue.push({ packet: { ...packet, qos: Math.min(qos, packet.qos ?? 0) }, matches, bytes });
		queues.set(clientId, queue);
		totalBytes += bytes;
	};
	const remove = (clientId: string, queue: Entry[], index: number): StoredPacket | undefined => {
		const [entry] = queue.splice(index, 1);
		totalBytes -= entry?.bytes ?? 0;
		if (queue.length === 0) queues.delete(clientId);
		return entry?.packet;
	};

	return {
		async outgoingEnqueue({ clientId }, packet) {
			enqueue(clientId, packet, packet.qos ?? 0, 1);
		},
		async outgoingEnqueueCombi(matched, packet) {
			const sessions = new Map<string, { qos: number; matches: number }>();
			for (const { clientId, qos = 0 } of matched) {
				const known = sessions.get(clientId);
				if (known === undefined) sessions.set(clientId, { qos, matches: 1 });
				else sessions.set(clientId, { qos: Math.max(known.qos, qos), matches: known.matches + 1 });
			}
			for (const [clientId, { qos, matches }] of sessions) enqueue(clientId, packet, qos, matches);
		},
		/** Gives a message the identifier it is sent with, or puts a PUBREL in its place. The newest first: those are being sent. */
		async outgoingUpdate({ id }, packet) {
			const queue = queues.get(id) ?? [];
			const isSame = ({ packet: kept }: Entry) =>
				packet.cmd === "publish"
					? kept.cmd === "publish" && kept.brokerCounter === packet.brokerCounter
					: kept.messageId === packet.messageId;
			const entry = queue.findLast(isSame);
			if (entry === undefined) throw new Error("no such packet");
			if (packet.cmd === "publish") entry.packet.messageId = packet.messageId;
			else entry.packet = packet;
		},
		/** An acknowledgement; or, without an identifier, one filter's report that it has nothing to send. */
		async outgoingClearMessageId({ id }, packet) {
			const queue = queues.get(id) ?? [];
			if (packet.messageId !== undefined) {
				const index = queue.findIndex(({ packet: kept }) => kept.messageId === packet.messageId);
				return index === -1 ? undefined : remove(id, queue, index);
			}
			const index = queue.findLastIndex(({ packet: kept }) => kept.brokerCounter === packet.brokerCounter);
			const entry = queue[index];
			if (entry === undefined) return undefined;
			entry.matches--;
			return entry.matches > 0 ? undefined : remove(id, queue, index);
		},
		forget({ id }) {
			for (const { bytes } of queues.get(id) ?? []) totalBytes -= bytes;
			queues.delete(id);
		},
		outgoingStream: ({ id }) => Readable.from((queues.get(id) ?? []).map(({ packet }) => markRepeat(packet))),
	};
}

/** What has an identifier was sent on an earlier connection. [MQTT-3.3.1-1] */
function markRepeat(packet: StoredPacket): StoredPacket {
	return packet.cmd === "publish" && packet.messageId !== undefined ? { ...packet, dup: true } : packet;
}
