/**
 * What goes between the receiving thread and the two database threads. A row is never an object of its own on this way: batches are
 * columns over shared memory, so that the receiving thread keeps them until they are confirmed and can send them again to a new
 * worker when one has crashed.
 */
import type { ConversationActivity, ConversationFilter } from "../../../shared/model/conversation.ts";
import type { Failure } from "../../../shared/model/failure.ts";
import type { MessageSelection } from "../../../shared/model/selection.ts";
import type { TopicQuestion, WindowQuestion } from "./history.ts";

/**
 * A row's key in the database is `number * SEQ_SPAN + seq`: one rowid, so that a conversation's rows lie together in order without a
 * second index. Numbers up to 2^17 - 1 keep it inside what a JavaScript number holds exactly.
 */
export const SEQ_SPAN = 2 ** 36;

/** In a batch only: a published row whose delivery is not final. The row's other flags are those of `RowColumns`. */
export const FLAG_WAITING = 64;
/** In a batch only: a received row of a muted subscription. */
export const FLAG_QUIET = 128;
/** In the database only: the same. It is never unread. */
export const FLAG_MUTED = 256;
/** In the database only: the payload has a NUL byte, at which SQLite's LIKE would stop. */
export const FLAG_NUL = 64;
/** In the database only: the row has a preview; the whole payload is in the table `large`. */
export const FLAG_LARGE = 128;

export type WorkerSetup = WriterSetup | ReaderSetup;

export interface WriterSetup {
	readonly role: "writer";
	readonly folder: string;
	/** Names this run of the program, so that batch numbers of an earlier one are not taken for its own. */
	readonly run: string;
	readonly keepMessages: number;
	/** Milliseconds since the epoch, for the name of a file that is set aside. */
	readonly startedAt: number;
	/** The database turned out to be damaged (why): set it aside and begin a new one with these conversations. */
	readonly damage: { readonly cause: string; readonly known: readonly KnownConversation[] } | null;
	/** Where the messages are while a newer Parley's file is left alone; null = not the case so far. */
	readonly refuge: string | null;
}

export interface ReaderSetup {
	readonly role: "reader";
	readonly file: string;
}

export interface KnownConversation {
	readonly number: number;
	readonly connectionId: string;
	readonly lastSeq: number;
	readonly lastReadSeq: number;
	readonly heldPacketIds: readonly number[];
	readonly heldSubscriptions: Uint8Array | null;
}

export interface LoadedConversation extends KnownConversation {
	readonly activity: ConversationActivity;
	readonly endedOpen: boolean;
}

/** Every column has `count` values; the parts of row i lie in `block` one after another, each ending where its `…End` says. */
export interface BatchContent {
	readonly count: number;
	readonly id: Float64Array;
	readonly at: Float64Array;
	readonly flags: Uint8Array;
	/** Index into `topics`; events have none and 0 there. */
	readonly topic: Uint32Array;
	readonly payloadEnd: Uint32Array;
	readonly propertiesEnd: Uint32Array;
	readonly stateEnd: Uint32Array;
	readonly block: Uint8Array;
	/** Distinct for each conversation, not over all. */
	readonly topics: readonly string[];
	readonly opened: readonly { readonly number: number; readonly connectionId: string }[];
	/** What follows is applied after the rows; of several changes to one thing only the last is here. */
	readonly deliveries: readonly DeliveryChange[];
	readonly packets: readonly PacketChange[];
	readonly subscriptions: readonly { readonly number: number; readonly held: Uint8Array }[];
	readonly reads: readonly { readonly number: number; readonly seq: number }[];
	/** Something in it will be acknowledged to a broker: flushed to the disk before it counts as stored. */
	readonly isDurable: boolean;
}

export interface DeliveryChange {
	readonly id: number;
	readonly state: Uint8Array;
	readonly isWaiting: boolean;
	readonly packetId: number | null;
}

export interface PacketChange {
	readonly number: number;
	/** null = all of them. */
	readonly packetId: number | null;
	readonly isHeld: boolean;
}

/** Batches are stored in order, each once; the others may be asked for again without harm. */
export type WriterTask =
	| { readonly type: "batch"; readonly order: number; readonly content: BatchContent }
	| { readonly type: "clear"; readonly order: number; readonly number: number; readonly upTo: number }
	| { readonly type: "remove"; readonly order: number; readonly number: number }
	| { readonly type: "keep"; readonly order: number; readonly keepMessages: number }
	/** Messages that somebody deletes: one step, of some thousands at most. */
	| { readonly type: "drop"; readonly order: number; readonly number: number; readonly seqs: readonly number[] }
	| {
			readonly type: "pin";
			readonly order: number;
			readonly number: number;
			readonly seqs: readonly number[];
			readonly isPinned: boolean;
	  }
	/** Done when all before it are. */
	| { readonly type: "settle"; readonly order: number }
	| { readonly type: "close"; readonly order: number };

/** What a task that changes messages by name did. */
export interface TaskResult {
	readonly changed: number;
	/** Left where they are, because the outgoing queue still holds them. */
	readonly waiting: number;
}

export const NO_RESULT: TaskResult = { changed: 0, waiting: 0 };

export interface ConversationReport {
	readonly number: number;
	readonly storedSeq: number;
	readonly activity: ConversationActivity;
}

export type WriterMessage =
	| {
			readonly type: "ready";
			readonly file: string;
			/** The temporary folder in use instead of the history's own. */
			readonly refuge: string | null;
			readonly conversations: readonly LoadedConversation[];
			/** The newest batch of this run that is in the database; 0 = none. */
			readonly lastBatch: number;
			readonly trouble: Failure | null;
	  }
	| {
			readonly type: "done";
			readonly order: number;
			readonly reports: readonly ConversationReport[];
			readonly result: TaskResult;
	  }
	/** Retention or clearing moved on by itself. */
	| { readonly type: "moved"; readonly reports: readonly ConversationReport[] }
	/** Writing fails and is tried again, or works again (null). */
	| { readonly type: "failing"; readonly cause: string | null }
	| { readonly type: "damaged"; readonly cause: string };

export type ReaderQuestion =
	| { readonly type: "window"; readonly number: number; readonly question: WindowQuestion }
	| {
			readonly type: "tail";
			readonly number: number;
			readonly filter: ConversationFilter;
			readonly after: number;
			readonly limit: number;
	  }
	| { readonly type: "rows"; readonly number: number; readonly seqs: readonly number[] }
	| { readonly type: "count"; readonly number: number; readonly filter: ConversationFilter; readonly upTo: number }
	| {
			readonly type: "find";
			readonly number: number;
			readonly filter: ConversationFilter;
			readonly from: number;
			readonly towards: "older" | "newer";
	  }
	| { readonly type: "topic"; readonly number: number; readonly question: TopicQuestion }
	| { readonly type: "message"; readonly number: number; readonly seq: number }
	| { readonly type: "selected-count"; readonly number: number; readonly selection: MessageSelection }
	| {
			readonly type: "selected-seqs";
			readonly number: number;
			readonly selection: MessageSelection;
			readonly after: number;
			readonly limit: number;
	  }
	| { readonly type: "selected-page"; readonly number: number; readonly selection: MessageSelection; readonly after: number }
	| { readonly type: "unfinished"; readonly number: number };

export type ReaderTask =
	| { readonly type: "ask"; readonly id: number; readonly question: ReaderQuestion }
	| { readonly type: "abort"; readonly id: number }
	/** Closes the database, so that the thread ends by itself. */
	| { readonly type: "end" };

export type ReaderMessage =
	| { readonly type: "ready" }
	| { readonly type: "answer"; readonly id: number; readonly value: unknown }
	| { readonly type: "progress"; readonly id: number; readonly count: number }
	| { readonly type: "trouble"; readonly id: number; readonly cause: string; readonly isDamage: boolean };
