/**
 * What the built-in broker remembers, in memory, until it is stopped: retained messages, sessions, and what it owes them. The library's
 * own store does it, less four things that it does without a bound or wrongly: outgoing queues, QoS 2 identifiers, retained bytes, and
 * that a session is there.
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
	subscriptionsByClient(owner: Owner): Promise<readonly object[]>;
	cleanSubscriptions(owner: Owner): Promise<void>;
}

/**
 * The library takes a session for present only where a subscription of it is stored. One that has none is given this, which is not to be
 * restored: it says no more than that the session is there. [MQTT-3.2.2-3]
 */
export const SESSION_WITHOUT_SUBSCRIPTIONS = { topic: "session", qos: 0 } as const;

export interface SessionStore {
	/** For the library's `persistence` option. */
	readonly persistence: object;
	/** A session begins that outlives its connection. */
	begin(clientId: string): void;
}

export function createSessionStore(limits: StoreLimits): SessionStore {
	const store = createMemoryStore() as unknown as ReplacedParts;
	const queues = createOutgoingQueues({
		messagesPerSession: limits.messagesPerSession,
		totalBytes: limits.queuedBytes,
		onRefused: () => limits.onRefused("queued"),
	});
	const incoming = createIncomingIds();
	const retained = createRetainedBudget(limits);
	const storeRetained = store.storeRetained.bind(store);
	const subscriptionsByClient = store.subscriptionsByClient.bind(store);
	const cleanSubscriptions = store.cleanSubscriptions.bind(store);
	const sessions = new Set<string>();
	const { forget, ...outgoing } = queues;
	const replaced: ReplacedParts = {
		...incoming,
		...outgoing,
		async storeRetained(packet) {
			if (retained.take(packet.topic, packet.payload.byteLength)) await storeRetained(packet);
			else limits.onRefused("retained");
		},
		async subscriptionsByClient(owner) {
			const stored = await subscriptionsByClient(owner);
			return stored.length === 0 && sessions.has(owner.id) ? [SESSION_WITHOUT_SUBSCRIPTIONS] : stored;
		},
		/** Called exactly where a session ends: at its expiry, and at a clean start in its place. */
		async cleanSubscriptions(owner) {
			sessions.delete(owner.id);
			forget(owner);
			incoming.forgetIncoming(owner);
			await cleanSubscriptions(owner);
		},
	};
	return { persistence: Object.assign(store, replaced), begin: (clientId) => void sessions.add(clientId) };
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
