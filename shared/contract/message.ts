import { z } from "zod";
import type { ConversationFilter, ConversationTotals } from "../model/conversation.ts";
import type { Message } from "../model/message.ts";
import { checkTopicFilter, checkTopicName } from "../topic/check-topic.ts";
import { recordId, textField, wholeNumber } from "./field.ts";
import { messageOrderFields } from "./message-order.ts";
import type { RowColumns } from "./row-columns.ts";
import { command, feed } from "./spec.ts";

export const seq = wholeNumber(0, Number.MAX_SAFE_INTEGER);

export const conversationFilter: z.ZodType<ConversationFilter> = z.strictObject({
	direction: z.enum(["all", "received", "published"]),
	topicFilter: textField(checkTopicFilter).nullable(),
	text: z.string().min(1).max(1000).nullable(),
	pinned: z.boolean(),
	muted: z
		.strictObject({
			hidden: z.array(textField(checkTopicFilter)).min(1).max(10_000),
			shown: z.array(textField(checkTopicFilter)).max(10_000),
		})
		.exactOptional(),
});

const rowLimit = wholeNumber(0, 500);

/** Where a window of the history stands. `fraction` 0 is the oldest row, 1 the newest. */
export type WindowPlace =
	| { readonly at: "end"; readonly limit: number }
	| { readonly at: "seq"; readonly seq: number; readonly before: number; readonly after: number }
	| { readonly at: "fraction"; readonly fraction: number; readonly before: number; readonly after: number };

const windowPlace: z.ZodType<WindowPlace> = z.discriminatedUnion("at", [
	z.strictObject({ at: z.literal("end"), limit: wholeNumber(1, 500) }),
	/** `before` rows older than seq, then the row itself or the next newer one, then `after` rows more. */
	z.strictObject({ at: z.literal("seq"), seq, before: rowLimit, after: rowLimit }),
	z.strictObject({ at: z.literal("fraction"), fraction: z.number().min(0).max(1), before: rowLimit, after: rowLimit }),
]);

export interface TopicRows {
	/** Newest first, with previews. */
	readonly rows: RowColumns;
	/** All rows from this seq on, up to `before`, have been looked at. */
	readonly searchedTo: number;
	/** When that row came; null where there is none. */
	readonly searchedToAt: number | null;
	/** There is nothing older. */
	readonly reachesStart: boolean;
}

export const messageCommands = {
	/** Accepted into the conversation with this seq; what becomes of it returns by the feed as its delivery. */
	"message.publish": command<{ readonly seq: number }>()(z.strictObject({ connectionId: recordId, ...messageOrderFields })),
	/** One message, with its whole payload. */
	"message.read": command<Message>()(z.strictObject({ connectionId: recordId, seq })),
	/** The next row, from `from` in the direction named and not counting it, that the filter lets through; null = there is none. */
	"message.find": command<{ readonly seq: number } | null>()(
		z.strictObject({ connectionId: recordId, filter: conversationFilter, from: seq, towards: z.enum(["older", "newer"]) }),
	),
	/**
	 * Messages of one topic that are older than `before`, newest first; with a limit of one, the previous message of that topic.
	 * A question looks at a bounded number of rows: the answer says how far that was, and the next may begin there.
	 */
	"message.readTopic": command<TopicRows>()(
		z.strictObject({ connectionId: recordId, topic: textField(checkTopicName), before: seq, limit: wholeNumber(1, 200) }),
	),
};

/**
 * One step of a conversation's window. The first batch is a `window`. At the end, `tail` batches follow: rows to put after the last,
 * `skipped` rows having been passed over before them because the page was slower than the broker (they are stored; the page then
 * drops what it has, so that its window has no hole). Elsewhere `tail` batches bring totals, rows whose delivery moved, and, while the
 * window reaches the end and is smaller than was asked for, the rows that come behind its last.
 */
export interface ConversationBatch {
	readonly kind: "window" | "tail";
	readonly rows: RowColumns;
	readonly skipped: number;
	/** Rows that the page has, or gets in this very batch, and that changed since they were read: deliveries. */
	readonly changed: RowColumns;
	/** Nothing older, or newer, passes the filter than what the window holds. */
	readonly reachesStart: boolean;
	readonly reachesEnd: boolean;
	readonly totals: ConversationTotals;
	/** How many rows pass the filter; `complete` false while still counting. null = no filter is set. */
	readonly matches: { readonly count: number; readonly complete: boolean } | null;
}

export const messageFeeds = {
	conversation: feed<ConversationBatch>()(
		z.strictObject({ connectionId: recordId, filter: conversationFilter, place: windowPlace }),
	),
};
