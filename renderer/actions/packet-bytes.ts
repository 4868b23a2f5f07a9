import type { MqttVersion } from "../../shared/model/connection.ts";
import type { MessageProperties, QoS } from "../../shared/model/message.ts";

/** What the protocol itself can carry: five bytes of fixed header, and a Remaining Length of four. [MQTT-2.1.4] */
export const LARGEST_PACKET_BYTES = 268_435_460;

export interface PacketParts {
	readonly topic: string;
	readonly payloadBytes: number;
	readonly qos: QoS;
	readonly version: MqttVersion;
	readonly properties: MessageProperties;
}

/** The exact size of the PUBLISH that carries this. [MQTT 5.0, 3.3] */
export function countPacketBytes({ topic, payloadBytes, qos, version, properties }: PacketParts): number {
	const remaining =
		countTextBytes(topic) + (qos === 0 ? 0 : 2) + (version === "5.0" ? countPropertyBytes(properties) : 0) + payloadBytes;
	return 1 + countLengthBytes(remaining) + remaining;
}

/** With their length before them: an identifier of one byte each, then the value. [MQTT 5.0, 3.3.2.3] */
function countPropertyBytes(properties: MessageProperties): number {
	const { payloadIsUtf8, messageExpirySeconds, topicAlias, responseTopic, correlationData, contentType } = properties;
	let bytes = 0;
	if (payloadIsUtf8 !== undefined) bytes += 2;
	if (messageExpirySeconds !== undefined) bytes += 5;
	if (topicAlias !== undefined) bytes += 3;
	if (responseTopic !== undefined) bytes += 1 + countTextBytes(responseTopic);
	if (correlationData !== undefined) bytes += 3 + correlationData.byteLength;
	if (contentType !== undefined) bytes += 1 + countTextBytes(contentType);
	for (const { key, value } of properties.userProperties ?? []) bytes += 1 + countTextBytes(key) + countTextBytes(value);
	return countLengthBytes(bytes) + bytes;
}

function countTextBytes(text: string): number {
	return 2 + new TextEncoder().encode(text).byteLength;
}

function countLengthBytes(length: number): number {
	return length < 128 ? 1 : length < 16_384 ? 2 : length < 2_097_152 ? 3 : 4;
}
