/** One conversation on the thread that receives: gives out seqs, fills batches, keeps the activity in step with what is stored. */
import type { ConversationActivity } from "../../../shared/model/conversation.ts";
import type { Message } from "../../../shared/model/message.ts";
import { createSelectionWork } from "./create-selection-work.ts";
import { decodeValue, encodeValue } from "./encode-value.ts";
import type {
	Conversation,
	HeldSubscription,
	HistoryTail,
	HistoryWindow,
	RowDraft,
	TopicPage,
	UnfinishedMessage,
} from "./history.ts";
import { readAborted } from "./read-aborted.ts";
import type { Reader } from "./reading/open-reader.ts";
import { type ConversationReport, FLAG_QUIET, FLAG_WAITING, type KnownConversation, SEQ_SPAN } from "./worker-message.ts";
import type { WriteQueue } from "./writing/create-write-queue.ts";
import type { WriteBatch } from "./writing/write-batch.ts";

type Listener<Values extends readonly unknown[]> = (...values: Values) => void;

/** The conversation with what only the history itself may call. */
export interface KeptConversation {
	readonly conversation: Conversation;
	readonly readKnown: () => KnownConversation;
	readonly applyReport: (report: ConversationReport) => void;
	readonly tellChange: (changedSeqs: readonly number[], cleared: boolean) => void;
	readonly tellDrained: () => void;
}

export interface ConversationOptions {
	readonly known: KnownConversation;
	readonly activity: ConversationActivity;
	readonly endedOpen: boolean;
	readonly queue: WriteQueue;
	readonly reader: Reader;
}

const NOTHING = new Uint8Array(0);

export function createConversation(options: ConversationOptions): KeptConversation {
	const { known, activity: loaded, endedOpen, queue, reader } = options;
	const { number, connectionId } = known;
	const base = number * SEQ_SPAN;
	const heldPacketIds = new Set(known.heldPacketIds);
	let heldSubscriptions =
		known.heldSubscriptions === null ? [] : decodeValue<readonly HeldSubscription[]>(known.heldSubscriptions);
	let activity = loaded;
	let lastSeq = known.lastSeq;
	let storedSeq = known.lastSeq;
	/** The batch that `topicIndex` belongs to. */
	let topicSerial = 0;
	const topicIndex = new Map<string, number>();
	const storedListeners = new Set<Listener<[number]>>();
	const drainedListeners = new Set<Listener<[]>>();
	const changeListeners = new Set<Parameters<Conversation["onChange"]>[0]>();

	function subscribe<Value>(listeners: Set<Value>, listener: Value): () => void {
		listeners.add(listener);
		return () => listeners.delete(listener);
	}

	function readTopicIndex(batch: WriteBatch, topic: string): number {
		if (topicSerial !== batch.serial) {
			topicIndex.clear();
			topicSerial = batch.serial;
		}
		const found = topicIndex.get(topic);
		if (found !== undefined) return found;
		const index = batch.addTopic(topic);
		topicIndex.set(topic, index);
		return index;
	}

	function append(draft: RowDraft): number {
		const seq = lastSeq + 1;
		if (draft.kind === "event") {
			const state = encodeValue(draft.event);
			queue.reserve(state.length).addRow(base + seq, draft.at, 2, 0, NOTHING, NOTHING, state);
		} else {
			const properties = draft.properties === undefined ? NOTHING : encodeValue(draft.properties);
			const state = draft.kind === "published" ? encodeValue(draft.delivery) : NOTHING;
			const batch = queue.reserve(draft.payload.length + properties.length + state.length);
			const topic = readTopicIndex(batch, draft.topic);
			let flags = (draft.qos << 2) | (draft.retain ? 16 : 0);
			if (draft.kind === "published") flags |= draft.delivery.state === "waiting" ? 1 | FLAG_WAITING : 1;
			else {
				if (draft.dup) flags |= 32;
				if (draft.isMuted === true) flags |= FLAG_QUIET;
			}
			batch.addRow(base + seq, draft.at, flags, topic, draft.payload, properties, state);
			if (draft.kind === "received" && draft.heldPacketId !== undefined) {
				heldPacketIds.add(draft.heldPacketId);
				batch.changePacket({ number, packetId: draft.heldPacketId, isHeld: true });
			}
		}
		lastSeq = seq;
		queue.touch();
		return seq;
	}

	const conversation: Conversation = {
		connectionId,
		append,
		updateDelivery(seq, delivery, packetId) {
			const isWaiting = delivery.state === "waiting";
			queue.reserve(0).changeDelivery({ id: base + seq, state: encodeValue(delivery), isWaiting, packetId });
			queue.touch();
		},
		releasePacket(packetId) {
			if (!heldPacketIds.delete(packetId)) return;
			queue.reserve(0).changePacket({ number, packetId, isHeld: false });
			queue.touch();
		},
		releaseAllPackets() {
			heldPacketIds.clear();
			queue.reserve(0).changePacket({ number, packetId: null, isHeld: false });
			queue.touch();
		},
		get storedSeq() {
			return storedSeq;
		},
		onStored: (listener) => subscribe(storedListeners, listener),
		get isCongested() {
			return queue.isCongested;
		},
		onDrained: (listener) => subscribe(drainedListeners, listener),
		get activity() {
			return activity;
		},
		onChange: (listener) => subscribe(changeListeners, listener),
		markRead(seq) {
			if (seq <= activity.lastReadSeq) return;
			queue.reserve(0).changeRead(number, Math.min(seq, lastSeq));
			queue.touch();
		},
		async clear() {
			const upTo = lastSeq;
			await queue.perform((order) => ({ type: "clear", order, number, upTo }));
			tellChange([], true);
		},
		heldPacketIds,
		endedOpen,
		get heldSubscriptions() {
			return heldSubscriptions;
		},
		setHeldSubscriptions(held) {
			heldSubscriptions = [...held];
			queue.reserve(0).changeSubscriptions(number, encodeValue(held));
			queue.touch();
		},
		async readUnfinished() {
			await queue.perform((order) => ({ type: "settle", order }));
			return reader.ask<readonly UnfinishedMessage[]>({ type: "unfinished", number });
		},
		readWindow: (question, signal) => reader.ask<HistoryWindow>({ type: "window", number, question }, signal),
		readTail: (filter, after, limit, signal) => reader.ask<HistoryTail>({ type: "tail", number, filter, after, limit }, signal),
		readRows: (seqs) => reader.ask({ type: "rows", number, seqs }),
		countMatches: (filter, upTo, onProgress, signal) =>
			readAborted(reader.ask<number>({ type: "count", number, filter, upTo }, signal, onProgress), signal),
		findRow: (filter, from, towards, signal) =>
			reader.ask<number | null>({ type: "find", number, filter, from, towards }, signal),
		readTopic: (question, signal) => reader.ask<TopicPage>({ type: "topic", number, question }, signal),
		readMessage: (seq) => reader.ask<Message | null>({ type: "message", number, seq }),
		...createSelectionWork({ number, queue, reader, onReshaped: () => tellChange([], false, true) }),
	};

	function tellChange(changedSeqs: readonly number[], cleared: boolean, reshaped = false): void {
		for (const listener of changeListeners) listener({ changedSeqs, cleared, reshaped });
	}

	return {
		conversation,
		readKnown: () => ({
			number,
			connectionId,
			// Not the newest that was given out: what is not confirmed comes again, behind this one.
			lastSeq: storedSeq,
			lastReadSeq: activity.lastReadSeq,
			heldPacketIds: [...heldPacketIds],
			heldSubscriptions: heldSubscriptions.length === 0 ? null : encodeValue(heldSubscriptions),
		}),
		applyReport(report) {
			activity = report.activity;
			if (report.storedSeq <= storedSeq) return;
			storedSeq = report.storedSeq;
			for (const listener of storedListeners) listener(storedSeq);
		},
		tellChange,
		tellDrained() {
			for (const listener of drainedListeners) listener();
		},
	};
}
