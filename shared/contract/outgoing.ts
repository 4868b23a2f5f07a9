import { z } from "zod";
import type { MessageOrder } from "../model/message-order.ts";
import { LEAST_INTERVAL_MS, MOST_INTERVAL_MS, type OutgoingQueue, type Repeat } from "../model/outgoing.ts";
import { recordId, wholeNumber } from "./field.ts";
import { messageOrder } from "./message-order.ts";
import { command, feed } from "./spec.ts";

const one = z.strictObject({ connectionId: recordId, id: recordId });

export const outgoingCommands = {
	/** Sends the first at once, and answers with the reason where that one is refused. */
	"repeat.start": command<{ readonly id: string }>()(
		z.strictObject({
			connectionId: recordId,
			order: messageOrder,
			intervalMs: wholeNumber(LEAST_INTERVAL_MS, MOST_INTERVAL_MS),
			count: wholeNumber(1, 1_000_000_000).nullable(),
		}),
	),
	"repeat.stop": command<null>()(one),
	/** Takes one that has ended off the list. */
	"repeat.dismiss": command<null>()(one),
	/** What would be sent now: variables with their values. Nothing is sent, and nothing counted. */
	"message.preview": command<Pick<MessageOrder, "topic" | "payload">>()(
		z.strictObject({ connectionId: recordId, order: messageOrder }),
	),
	/** Takes messages that were never sent out of the queue; null = all of them. What was sent meanwhile is not counted. */
	"queue.withdraw": command<{ readonly withdrawn: number }>()(
		z.strictObject({
			connectionId: recordId,
			seqs: z.array(wholeNumber(1, Number.MAX_SAFE_INTEGER)).max(10_000).nullable(),
		}),
	),
};

/** What a connection still has to send; each batch is whole. */
export interface OutgoingBatch {
	readonly repeats: readonly Repeat[];
	readonly queue: OutgoingQueue;
}

export const outgoingFeeds = {
	outgoing: feed<OutgoingBatch>()(z.strictObject({ connectionId: recordId })),
};
