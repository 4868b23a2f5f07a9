/**
 * What the built-in broker remembers, in memory, until it is stopped: retained messages, sessions, and what it owes them. The library's
 * own store does it, less three things that it does without a bound or wrongly: outgoing queues, QoS 2 identifiers, retained bytes.
 */
import createMemoryStore from "aedes-persistence";
import { createOutgoingQueues, type StoredPacket } from "./create-outgoing-queues.ts";

export interface StoreLimits {
	readonly messagesPerSession: number;
	readonly queuedBytes: number;
	readonly retainedTopics: number;
	readonly retainedBytes: number;
	/** Something was not kept, because a limit is reached. May be called at any rate. */
	readonly onRefused: (what: "queued" | "retained") => void;
}

interface Owner {
	readonly id: string;
}

interface PublishedPacket extends StoredPacket {
	readonly topic: string;
	readonly payload: Uint8Array;
}

/** The part of the library's store that is replaced; its typings describe an older interface, with callbacks. */
interface ReplacedParts extends ReturnType<typeof createIncomingIds>, Omit<ReturnType<typeof createOutgoingQueues>, "forget"> {
	storeRetained(packet: PublishedPacket): Promise<void>;
	cleanSubscriptions(owner: Owner): Promise<void>;
}

/** For the library's `persistence` option. */
export function createSessionStore(limits: StoreLimits): object {
	const store = createMemoryStore() as unknown as ReplacedParts;
	const queues = createOutgoingQueues({
		messagesPerSession: limits.messagesPerSession,
		totalBytes: limits.queuedBytes,
		onRefused: () => limits.onRefused("queued"),
	});
	const incoming = createIncomingIds();
	const retained = createRetainedBudget(limits);
	const storeRetained = store.storeRetained.bind(store);
	const cleanSubscriptions = store.cleanSubscriptions.bind(store);
	const { forget, ...outgoing } = queues;
	const replaced: ReplacedParts = {
		...incoming,
		...outgoing,
		async storeRetained(packet) {
			if (retained.take(packet.topic, packet.payload.byteLength)) await storeRetained(packet);
			else limits.onRefused("retained");
		},
		/** Called exactly where a session ends: at its expiry, and at a clean start in its place. */
		async cleanSubscriptions(owner) {
			forget(owner);
			incoming.forgetIncoming(owner);
			await cleanSubscriptions(owner);
		},
	};
	return Object.assign(store, replaced);
}

/**
 * The packet identifiers of QoS 2 messages that were published and not yet released. The library keeps the whole packets instead, and
 * for ever: a client that comes back after a cut would have its next message taken for a repeat, and swallowed.
 */
function createIncomingIds() {
	const held = new Map<string, Set<number | undefined>>();
	return {
		async incomingStorePacket({ id }: Owner, { messageId }: StoredPacket): Promise<void> {
			const ids = held.get(id) ?? new Set();
			held.set(id, ids.add(messageId));
		},
		/** Rejects where it is new, as the library expects. */
		async incomingGetPacket({ id }: Owner, packet: StoredPacket): Promise<StoredPacket> {
			if (held.get(id)?.has(packet.messageId) !== true) throw new Error("no such packet");
			return packet;
		},
		async incomingDelPacket({ id }: Owner, { messageId }: StoredPacket): Promise<void> {
			held.get(id)?.delete(messageId);
		},
		forgetIncoming({ id }: Owner): void {
			held.delete(id);
		},
	};
}

function createRetainedBudget(limits: StoreLimits) {
	const sizes = new Map<string, number>();
	let total = 0;
	return {
		/** Whether this retained message may be kept; an empty one clears its topic. */
		take(topic: string, bytes: number): boolean {
			const old = sizes.get(topic);
			const after = total - (old ?? 0) + bytes;
			if (bytes > 0 && (after > limits.retainedBytes || (old === undefined && sizes.size >= limits.retainedTopics))) return false;
			total = after;
			if (bytes === 0) sizes.delete(topic);
			else sizes.set(topic, bytes);
			return true;
		},
	};
}
