import { z } from "zod";
import { recordId, wholeNumber } from "./field.ts";
import { messageOrderFields } from "./message-order.ts";
import { command } from "./spec.ts";

export interface AnswerFound {
	readonly seq: number;
	readonly at: number;
	/** After the request, in milliseconds. */
	readonly afterMs: number;
}

export const requestCommands = {
	/**
	 * Publishes as a request: with the response topic and the correlation data that it lacks, once a subscription that brings the answer
	 * is in force. MQTT 5 only.
	 */
	"request.send": command<{ readonly seq: number; readonly responseTopic: string }>()(
		z.strictObject({ connectionId: recordId, ...messageOrderFields }),
	),
	/** Answers when there is an answer to this request, however long that takes; null = the asking was given up. */
	"request.awaitAnswer": command<AnswerFound | null>()(
		z.strictObject({ connectionId: recordId, seq: wholeNumber(1, Number.MAX_SAFE_INTEGER) }),
	),
};
