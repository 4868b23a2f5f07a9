/**
 * Turns what a person asked for into what is sent: variables get their values at this moment and not before, so that each message of
 * a repeat, and each that is sent anew, has its own.
 */
import { randomUUID } from "node:crypto";
import type { Result } from "../../../../shared/contract/spec.ts";
import type { MqttVersion } from "../../../../shared/model/connection.ts";
import { createInputFailure } from "../../../../shared/model/create-failure.ts";
import type { MessageOrder } from "../../../../shared/model/message-order.ts";
import { decodeText } from "../../../../shared/payload/decode-text.ts";
import { resolveVariables, type VariableValues } from "../../../../shared/payload/resolve-variables.ts";
import { checkTopicName } from "../../../../shared/topic/check-topic.ts";
import type { Clock } from "../../ports.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { PublishDraft } from "../outbox/publish-draft.ts";
import type { Answers } from "./create-answers.ts";

export interface Sender {
	/** `seq`: what `{{seq}}` is; absent = the connection's own count, which goes on from message to message. */
	send(order: MessageOrder, seq?: number): Result<{ readonly seq: number }>;
	/** What would be sent now; nothing is counted by it. */
	resolve(order: MessageOrder, seq?: number): Result<PublishDraft>;
}

export interface SenderOptions {
	readonly outbox: Pick<Outbox, "publish">;
	readonly clock: Clock;
	/** Is told of every request that goes out. */
	readonly answers: Pick<Answers, "expect">;
	/** As they are in force, or would be at the next connect. */
	readonly readIdentity: () => { readonly clientId: string; readonly version: MqttVersion };
}

export function createSender({ outbox, clock, answers, readIdentity }: SenderOptions): Sender {
	let sent = 0;
	const resolve = (order: MessageOrder, seq = sent + 1): Result<PublishDraft> => {
		const { clientId, version } = readIdentity();
		// What 3.x cannot carry is not recorded as sent.
		const { variables = "none", ...draft } = version === "5.0" ? order : { ...order, properties: {} };
		if (variables === "none") return { ok: true, value: draft };
		const values: VariableValues = { now: clock.now(), seq, uuid: randomUUID(), clientId, random: drawNumber };
		const topic = resolveVariables(draft.topic, values, "text");
		const rule = checkTopicName(topic);
		// A client id may hold what a topic must not.
		if (rule !== null) return { ok: false, failure: createInputFailure([{ field: "topic", rule }]) };
		if (variables === "topic") return { ok: true, value: { ...draft, topic } };
		const text = decodeText(draft.payload);
		if (text === null) return { ok: false, failure: createInputFailure([{ field: "payload", rule: "wrong-shape" }]) };
		return { ok: true, value: { ...draft, topic, payload: Buffer.from(resolveVariables(text, values, variables)) } };
	};
	return {
		resolve,
		send(order, seq) {
			const resolved = resolve(order, seq);
			if (!resolved.ok) return resolved;
			const accepted = outbox.publish(resolved.value);
			if (!accepted.ok) return accepted;
			if (seq === undefined) sent += 1;
			const { responseTopic, correlationData } = resolved.value.properties;
			if (responseTopic !== undefined && correlationData !== undefined) {
				answers.expect({ seq: accepted.value.seq, responseTopic, correlationData });
			}
			return accepted;
		},
	};
}

function drawNumber(least: number, most: number): number {
	return least + Math.floor(Math.random() * (most - least + 1));
}
