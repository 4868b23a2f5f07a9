/**
 * A conversation in memory: the whole interface, without a disk. `storing` may be held back, to see what waits for it; what was given
 * survives a Session, not a process.
 */
import type {
	Conversation,
	ConversationChange,
	HeldSubscription,
	HistoryTail,
	HistoryWindow,
	RowDraft,
	UnfinishedMessage,
	WindowQuestion,
} from "../../electron/engine/history/history.ts";
import { type ConversationFilter, type ConversationTotals, hasFilter } from "../../shared/model/conversation.ts";
import type {
	ConversationRow,
	Delivery,
	EventRow,
	Message,
	PublishedMessage,
	ReceivedMessage,
} from "../../shared/model/message.ts";
import { matchesTopic } from "../../shared/topic/match-topic.ts";
import { createMemorySelection } from "./memory-selection.ts";

export interface MemoryConversation extends Conversation {
	readonly rows: readonly ConversationRow[];
	readonly received: readonly ReceivedMessage[];
	readonly published: readonly PublishedMessage[];
	readonly events: readonly EventRow[];
	/** Packet identifiers by seq, as `updateDelivery` told them last. */
	readonly packetIds: ReadonlyMap<number, number | null>;
	/** Of what was received while every subscription that lets it through was muted. */
	readonly mutedTopics: readonly string[];
	/** Nothing is stored until `release`. */
	holdStoring(): void;
	releaseStoring(): void;
	setCongested(congested: boolean): void;
	/** Resolves as soon as this holds; looks after every change. Rejects after the limit. */
	waitUntil(holds: () => boolean, what: string, limitMs?: number): Promise<void>;
}

export function createMemoryConversation(connectionId = "connection-1"): MemoryConversation {
	const rows: ConversationRow[] = [];
	const packetIds = new Map<number, number | null>();
	const heldPacketIds = new Set<number>();
	const mutedTopics: string[] = [];
	const storedListeners = new Set<(storedSeq: number) => void>();
	const drainedListeners = new Set<() => void>();
	const changeListeners = new Set<(change: ConversationChange) => void>();
	const watchers = new Set<() => void>();
	let heldSubscriptions: readonly HeldSubscription[] = [];
	let seq = 0;
	let storedSeq = 0;
	let isStoringHeld = false;
	let isStoringDue = false;
	let isCongested = false;
	let lastReadSeq = 0;
	let deleted = 0;

	const tell = (changedSeqs: readonly number[], cleared = false, reshaped = false) => {
		for (const listener of changeListeners) listener({ changedSeqs, cleared, reshaped });
		for (const watch of [...watchers]) watch();
	};
	const store = () => {
		isStoringDue = false;
		if (isStoringHeld || storedSeq === seq) return;
		storedSeq = seq;
		for (const listener of [...storedListeners]) listener(storedSeq);
		tell([]);
	};
	/** Later, as a writer in another thread does it. */
	const storeSoon = () => {
		if (isStoringDue) return;
		isStoringDue = true;
		setImmediate(store);
	};
	const createRow = (draft: RowDraft): ConversationRow => {
		if (draft.kind === "event") return { kind: "event", seq, at: draft.at, event: draft.event };
		const { at, topic, qos, retain, properties } = draft;
		const payload = new Uint8Array(draft.payload);
		const common = { seq, at, topic, payload, payloadBytes: payload.byteLength, qos, retain };
		const extra = properties === undefined ? {} : { properties };
		if (draft.kind === "published") return { ...common, ...extra, kind: "published", dup: false, delivery: draft.delivery };
		return { ...common, ...extra, kind: "received", dup: draft.dup };
	};
	const passes = (row: ConversationRow, filter: ConversationFilter): boolean => {
		if (row.kind === "event") return !hasFilter(filter);
		if (filter.pinned && row.pinned !== true) return false;
		if (filter.direction !== "all" && filter.direction !== row.kind) return false;
		if (filter.topicFilter !== null && !matchesTopic(filter.topicFilter, row.topic)) return false;
		return filter.text === null || `${row.topic}\n${Buffer.from(row.payload).toString()}`.includes(filter.text);
	};
	const stored = () => rows.filter((row) => row.seq <= storedSeq);
	const count = (kind: ConversationRow["kind"]) => rows.filter((row) => row.kind === kind).length;
	const readTotals = (): ConversationTotals => ({
		firstSeq: rows[0]?.seq ?? 0,
		lastSeq: rows.at(-1)?.seq ?? 0,
		received: count("received"),
		published: count("published"),
		events: count("event"),
		evicted: 0,
		deleted,
		pinned: rows.filter((row) => row.kind !== "event" && row.pinned === true).length,
	});

	return {
		connectionId,
		get rows() {
			return rows;
		},
		get received() {
			return rows.filter((row): row is ReceivedMessage => row.kind === "received");
		},
		get published() {
			return rows.filter((row): row is PublishedMessage => row.kind === "published");
		},
		get events() {
			return rows.filter((row): row is EventRow => row.kind === "event");
		},
		packetIds,
		mutedTopics,
		holdStoring: () => {
			isStoringHeld = true;
		},
		releaseStoring: () => {
			isStoringHeld = false;
			storeSoon();
		},
		setCongested: (congested) => {
			isCongested = congested;
			if (!congested) for (const listener of [...drainedListeners]) listener();
		},
		waitUntil: (holds, what, limitMs = 10_000) =>
			new Promise((resolve, reject) => {
				const finish = (settle: () => void) => {
					clearTimeout(limit);
					clearInterval(poll);
					watchers.delete(look);
					settle();
				};
				const look = () => {
					if (holds()) finish(resolve);
				};
				const limit = setTimeout(() => finish(() => reject(new Error(`not within ${limitMs} ms: ${what}`))), limitMs);
				// What is not the conversation's own, a session's state say, is looked at now and then.
				const poll = setInterval(look, 10);
				watchers.add(look);
				look();
			}),
		append: (draft) => {
			seq += 1;
			rows.push(createRow(draft));
			if (draft.kind === "received" && draft.isMuted === true) mutedTopics.push(draft.topic);
			if (draft.kind === "received" && draft.heldPacketId !== undefined) heldPacketIds.add(draft.heldPacketId);
			storeSoon();
			tell([]);
			return seq;
		},
		updateDelivery: (rowSeq: number, delivery: Delivery, packetId: number | null) => {
			const index = rows.findIndex((row) => row.seq === rowSeq);
			const row = rows[index];
			if (row?.kind !== "published") return;
			rows[index] = { ...row, delivery };
			packetIds.set(rowSeq, packetId);
			tell([rowSeq]);
		},
		releasePacket: (packetId) => {
			heldPacketIds.delete(packetId);
		},
		releaseAllPackets: () => heldPacketIds.clear(),
		get storedSeq() {
			return storedSeq;
		},
		onStored: (listener) => {
			storedListeners.add(listener);
			return () => storedListeners.delete(listener);
		},
		get isCongested() {
			return isCongested;
		},
		onDrained: (listener) => {
			drainedListeners.add(listener);
			return () => drainedListeners.delete(listener);
		},
		get activity() {
			const last = rows.findLast((row): row is Message => row.kind !== "event");
			return {
				totals: readTotals(),
				unread: rows.filter((row) => row.kind === "received" && row.seq > lastReadSeq).length,
				lastReadSeq,
				last:
					last === undefined
						? null
						: {
								seq: last.seq,
								at: last.at,
								kind: last.kind,
								topic: last.topic,
								preview: last.payload,
								payloadBytes: last.payloadBytes,
							},
			};
		},
		onChange: (listener) => {
			changeListeners.add(listener);
			return () => changeListeners.delete(listener);
		},
		markRead: (readSeq) => {
			lastReadSeq = Math.max(lastReadSeq, readSeq);
		},
		clear: () => {
			rows.splice(0, rows.length, ...rows.filter((row) => row.kind === "published" && row.delivery.state === "waiting"));
			tell([], true);
			return Promise.resolve();
		},
		heldPacketIds,
		endedOpen: false,
		get heldSubscriptions() {
			return heldSubscriptions;
		},
		setHeldSubscriptions: (held) => {
			heldSubscriptions = held;
		},
		readUnfinished: () => {
			const unfinished = rows.flatMap((row): UnfinishedMessage[] => {
				if (row.kind !== "published" || row.qos === 0 || row.delivery.state !== "waiting") return [];
				const { topic, payload, qos, retain, properties, delivery } = row;
				return [{ seq: row.seq, topic, payload, qos, retain, properties, delivery, packetId: packetIds.get(row.seq) ?? null }];
			});
			return Promise.resolve(unfinished);
		},
		readWindow: ({ filter, place }: WindowQuestion) => {
			const matching = stored().filter((row) => passes(row, filter));
			const shown = place.at === "end" ? matching.slice(-place.limit) : matching;
			const window: HistoryWindow = {
				rows: shown,
				reachesStart: shown[0] === matching[0],
				reachesEnd: true,
				totals: readTotals(),
				readUpTo: storedSeq,
			};
			return Promise.resolve(window);
		},
		readTail: (filter, after, limit) => {
			const matching = stored().filter((row) => row.seq > after && passes(row, filter));
			const skipped = Math.max(0, matching.length - limit);
			const tail: HistoryTail = { rows: matching.slice(skipped), skipped, totals: readTotals(), readUpTo: storedSeq };
			return Promise.resolve(tail);
		},
		readRows: (seqs) => Promise.resolve(rows.filter((row) => seqs.includes(row.seq))),
		countMatches: (filter, upTo, onProgress) => {
			const matches = stored().filter((row) => row.seq <= upTo && passes(row, filter)).length;
			onProgress(matches);
			return Promise.resolve(matches);
		},
		findRow: (filter, from, towards) => {
			const matching = stored().filter((row) => passes(row, filter));
			const row = towards === "newer" ? matching.find((one) => one.seq > from) : matching.findLast((one) => one.seq < from);
			return Promise.resolve(row?.seq ?? null);
		},
		readTopic: ({ topic, before, limit }) => {
			const messages = stored()
				.filter((row): row is Message => row.kind !== "event" && row.topic === topic && row.seq < before)
				.slice(-limit)
				.reverse();
			const searchedTo = messages.length === limit ? (messages.at(-1)?.seq ?? 0) : (rows[0]?.seq ?? 0);
			const reachesStart = searchedTo <= (rows[0]?.seq ?? 0);
			return Promise.resolve({ messages, searchedTo, searchedToAt: null, reachesStart });
		},
		readMessage: (rowSeq) => {
			const row = rows.find((one) => one.seq === rowSeq);
			return Promise.resolve(row === undefined || row.kind === "event" ? null : row);
		},
		...createMemorySelection({
			rows,
			passes,
			onDropped: (count) => {
				deleted += count;
			},
			onReshaped: () => tell([], false, true),
		}),
	};
}
