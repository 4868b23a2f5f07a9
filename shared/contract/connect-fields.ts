/** The parts of a connection that go into CONNECT as they are: the last will, and the properties of MQTT 5. */
import { z } from "zod";
import { type Authentication, SCRAM_HASHES } from "../model/authentication.ts";
import { type ConnectProperties, type LastWill, SESSION_NEVER_EXPIRES, type WillProperties } from "../model/connection.ts";
import { checkMqttString } from "../topic/check-text.ts";
import { checkTopicName } from "../topic/check-topic.ts";
import { bytes, mqttString, qos, textField, userProperties, wholeNumber } from "./field.ts";

/** What a field of two length bytes can hold. [MQTT 5.0, 1.5.6] */
const shortBytes = bytes.refine((value) => value.byteLength <= 65_535, { params: { rule: "too-long" } });

export const willProperties: z.ZodType<WillProperties> = z.strictObject({
	payloadIsUtf8: z.boolean().exactOptional(),
	messageExpirySeconds: wholeNumber(0, 0xffff_ffff).exactOptional(),
	contentType: mqttString.exactOptional(),
	responseTopic: textField(checkTopicName).exactOptional(),
	correlationData: shortBytes.exactOptional(),
	userProperties: userProperties.exactOptional(),
});

export const lastWill: z.ZodType<LastWill> = z.strictObject({
	topic: textField(checkTopicName),
	payload: shortBytes,
	payloadSyntax: z.enum(["text", "json", "hex", "base64"]),
	qos,
	retain: z.boolean(),
	delaySeconds: wholeNumber(0, SESSION_NEVER_EXPIRES),
	properties: willProperties,
});

export const authentication: z.ZodType<Authentication> = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("none") }),
	z.strictObject({ kind: z.literal("scram"), hash: z.enum(SCRAM_HASHES) }),
	z.strictObject({
		kind: z.literal("raw"),
		method: textField((method) => (method === "" ? "required" : checkMqttString(method))),
		dataSyntax: z.enum(["text", "hex", "base64"]),
	}),
]);

export const connectProperties: z.ZodType<ConnectProperties> = z.strictObject({
	// 0 would be a protocol error. [MQTT 5.0, 3.1.2.11.3 and 3.1.2.11.4]
	receiveMaximum: wholeNumber(1, 65_535).nullable(),
	maximumPacketBytes: wholeNumber(1, 0xffff_ffff).nullable(),
	topicAliasMaximum: wholeNumber(0, 65_535).nullable(),
	requestResponseInformation: z.boolean().nullable(),
	requestProblemInformation: z.boolean().nullable(),
	userProperties,
});
