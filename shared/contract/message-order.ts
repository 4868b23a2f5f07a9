import { z } from "zod";
import type { MessageProperties } from "../model/message.ts";
import { type MessageOrder, VARIABLE_SCOPES } from "../model/message-order.ts";
import { checkTopicName } from "../topic/check-topic.ts";
import { bytes, mqttString, qos, textField, wholeNumber } from "./field.ts";

const messageProperties: z.ZodType<MessageProperties> = z.strictObject({
	payloadIsUtf8: z.boolean().exactOptional(),
	messageExpirySeconds: wholeNumber(0, 0xffff_ffff).exactOptional(),
	topicAlias: wholeNumber(1, 65_535).exactOptional(),
	responseTopic: textField(checkTopicName).exactOptional(),
	correlationData: bytes.refine((value) => value.byteLength <= 65_535, { params: { rule: "too-long" } }).exactOptional(),
	contentType: mqttString.exactOptional(),
	userProperties: z
		.array(z.strictObject({ key: mqttString, value: mqttString }))
		.max(10_000)
		.exactOptional(),
});

/** A variable has no character that a topic name must not have; what stands for it is looked at when it is sent. */
export const messageOrderFields = {
	topic: textField(checkTopicName),
	payload: bytes,
	qos,
	retain: z.boolean(),
	properties: messageProperties,
	variables: z.enum(VARIABLE_SCOPES).exactOptional(),
};

export const messageOrder: z.ZodType<MessageOrder> = z.strictObject(messageOrderFields);
