/**
 * The history: every conversation, in one SQLite file. Nothing in here runs on the thread that receives: `append` puts a row into a
 * batch in memory and returns its seq at once; one writer thread stores batches, another reads. What is told to the page is read
 * from the store, so that what is seen is what is kept.
 */

import type { WindowPlace } from "../../../shared/contract/message.ts";
import type { ConversationActivity, ConversationFilter, ConversationTotals } from "../../../shared/model/conversation.ts";
import type { Failure } from "../../../shared/model/failure.ts";
import type {
	ConnectionEvent,
	ConversationRow,
	Delivery,
	Message,
	MessageProperties,
	QoS,
} from "../../../shared/model/message.ts";
import type { MessageSelection, SelectionCount, SelectionStep } from "../../../shared/model/selection.ts";

export type RowDraft =
	| {
			readonly kind: "received";
			readonly at: number;
			readonly topic: string;
			/** Copied during the call; may be a view into a socket's buffer. */
			readonly payload: Uint8Array;
			readonly qos: QoS;
			readonly retain: boolean;
			readonly dup: boolean;
			/** Every subscription that lets it through is muted: it is never unread. */
			readonly isMuted?: boolean;
			readonly properties?: MessageProperties | undefined;
			/** QoS 2: held, in the same transaction, until `releasePacket`, so that a repeat after any crash is known as one. */
			readonly heldPacketId?: number | undefined;
	  }
	| {
			readonly kind: "published";
			readonly at: number;
			readonly topic: string;
			readonly payload: Uint8Array;
			readonly qos: QoS;
			readonly retain: boolean;
			readonly properties?: MessageProperties | undefined;
			readonly delivery: Delivery;
	  }
	| { readonly kind: "event"; readonly at: number; readonly event: ConnectionEvent };

/** A published message whose delivery is not final, as the outgoing queue needs it after a restart. */
export interface UnfinishedMessage {
	readonly seq: number;
	readonly topic: string;
	readonly payload: Uint8Array;
	readonly qos: 1 | 2;
	readonly retain: boolean;
	readonly properties: MessageProperties | undefined;
	readonly delivery: Delivery;
	/** The packet identifier it was last sent with; null = never sent. */
	readonly packetId: number | null;
}

/** A topic filter that the broker holds for this session, as granted. */
export interface HeldSubscription {
	readonly filter: string;
	readonly requestedQos: QoS;
	readonly grantedQos: QoS;
	/** What was asked for besides, as `describeRequest` writes it; absent = nothing, as before it could be. */
	readonly asked?: string;
}

export interface WindowQuestion {
	readonly filter: ConversationFilter;
	readonly place: WindowPlace;
}

export interface HistoryWindow {
	readonly rows: readonly ConversationRow[];
	readonly reachesStart: boolean;
	readonly reachesEnd: boolean;
	readonly totals: ConversationTotals;
	/** The newest stored seq at the moment of reading, whatever the filter. */
	readonly readUpTo: number;
}

/** The rows newer than `after` that pass the filter, at most `limit`, the newest ones; `skipped` counts those passed over. */
export interface HistoryTail {
	readonly rows: readonly ConversationRow[];
	readonly skipped: number;
	readonly totals: ConversationTotals;
	readonly readUpTo: number;
}

export interface TopicQuestion {
	/** This very name; nothing in it is a wildcard. */
	readonly topic: string;
	/** Only what is older than this seq. */
	readonly before: number;
	readonly limit: number;
	/** So many rows are looked at, at most: without an index over topics, a rare one could take the whole history. */
	readonly reach: number;
}

export interface TopicPage {
	/** Newest first. */
	readonly messages: readonly Message[];
	/** Every row from here on, up to the question's `before`, has been looked at; the next page is asked for before this one. */
	readonly searchedTo: number;
	/** When that row came; null where there is none. */
	readonly searchedToAt: number | null;
	/** There is nothing older. */
	readonly reachesStart: boolean;
}

export interface ConversationChange {
	/** Published rows whose delivery moved. */
	readonly changedSeqs: readonly number[];
	/** Everything begins anew. */
	readonly cleared: boolean;
	/** Rows anywhere were deleted, pinned or unpinned. */
	readonly reshaped: boolean;
}

/** Seqs of a selection, oldest first. */
export interface SelectedSeqs {
	readonly seqs: readonly number[];
	/** There may be more behind this seq; null = there are not. */
	readonly next: number | null;
}

/** Whole messages of a selection, oldest first. */
export interface SelectedPage {
	readonly messages: readonly Message[];
	readonly next: number | null;
}

export interface Conversation {
	readonly connectionId: string;
	/** Takes the row over and says its seq. Fast: a memory copy. Never throws for any input of these types. */
	append(draft: RowDraft): number;
	/** Moves a published row's delivery on; in order with the appends. */
	updateDelivery(seq: number, delivery: Delivery, packetId: number | null): void;
	releasePacket(packetId: number): void;
	/** The session is gone at the broker: nothing is held any more. */
	releaseAllPackets(): void;

	/** All rows up to here are in the database. */
	readonly storedSeq: number;
	/** Called when `storedSeq` has grown. Returns the way to stop. */
	onStored(listener: (storedSeq: number) => void): () => void;
	/** The writer is behind by more than its memory allows: stop reading sockets until `onDrained`. */
	readonly isCongested: boolean;
	onDrained(listener: () => void): () => void;

	/** Kept in step in memory, without reading. */
	readonly activity: ConversationActivity;
	/** Stored rows grew, deliveries moved, rows were cleared, evicted, deleted or pinned. May be called at any rate. */
	onChange(listener: (change: ConversationChange) => void): () => void;
	markRead(seq: number): void;
	/** Removes every row; counters begin anew, seq goes on. Messages still in the outgoing queue stay. */
	clear(): Promise<void>;

	/** Known from the start, without reading. */
	readonly heldPacketIds: ReadonlySet<number>;
	readonly heldSubscriptions: readonly HeldSubscription[];
	/** When Parley ended the last time, the connection was open and no row says how it ended. */
	readonly endedOpen: boolean;
	setHeldSubscriptions(held: readonly HeldSubscription[]): void;
	readUnfinished(): Promise<readonly UnfinishedMessage[]>;

	/** These reject with the signal's reason when they are aborted. */
	readWindow(question: WindowQuestion, signal?: AbortSignal): Promise<HistoryWindow>;
	readTail(filter: ConversationFilter, after: number, limit: number, signal?: AbortSignal): Promise<HistoryTail>;
	/** The rows with these seqs, previews only; those that are gone are left out. */
	readRows(seqs: readonly number[]): Promise<readonly ConversationRow[]>;
	/**
	 * How many rows up to this seq pass; reports as it goes. Resolves with the complete count, or null when aborted. What comes after
	 * it is what tails bring, so that the two together never count a row twice.
	 */
	countMatches(
		filter: ConversationFilter,
		upTo: number,
		onProgress: (count: number) => void,
		signal: AbortSignal,
	): Promise<number | null>;
	findRow(filter: ConversationFilter, from: number, towards: "older" | "newer", signal?: AbortSignal): Promise<number | null>;
	/** Messages of one topic, newest first, previews only. */
	readTopic(question: TopicQuestion, signal?: AbortSignal): Promise<TopicPage>;
	/** With its whole payload; null = not kept any more. */
	readMessage(seq: number): Promise<Message | null>;

	countSelected(selection: MessageSelection, signal?: AbortSignal): Promise<SelectionCount>;
	readSelected(selection: MessageSelection, after: number, signal?: AbortSignal): Promise<SelectedPage>;
	/** One step: of the messages behind `after`, the first thousands are deleted; what still waits to be sent is not. */
	dropSelected(selection: MessageSelection, after: number): Promise<SelectionStep>;
	/** One step of pinning, or of taking the pins away. */
	pinSelected(selection: MessageSelection, after: number, isPinned: boolean): Promise<SelectionStep>;
}

export interface History {
	/** The conversation of this connection, begun empty where there is none. The same object each time. */
	openConversation(connectionId: string): Conversation;
	removeConversation(connectionId: string): Promise<void>;
	/** Messages kept for each conversation; what goes beyond is evicted and counted. */
	setKeepMessages(count: number): void;
	/** Standing trouble: set aside at the start, or writing fails now. */
	readonly troubles: readonly Failure[];
	onTroubles(listener: () => void): () => void;
	/** Stores what is under way, then closes. */
	close(): Promise<void>;
}
