import type { MqttVersion } from "../../shared/model/connection.ts";
import type { QoS } from "../../shared/model/message.ts";

/** What the protocol itself can carry: five bytes of fixed header, and a Remaining Length of four. [MQTT-2.1.4] */
export const LARGEST_PACKET_BYTES = 268_435_460;

export interface PacketParts {
	readonly topic: string;
	readonly payloadBytes: number;
	readonly qos: QoS;
	readonly version: MqttVersion;
}

/** The exact size of the PUBLISH that carries this without properties. [MQTT 5.0, 3.3] */
export function countPacketBytes({ topic, payloadBytes, qos, version }: PacketParts): number {
	const topicBytes = new TextEncoder().encode(topic).byteLength;
	const remaining = 2 + topicBytes + (qos === 0 ? 0 : 2) + (version === "5.0" ? 1 : 0) + payloadBytes;
	const lengthBytes = remaining < 128 ? 1 : remaining < 16_384 ? 2 : remaining < 2_097_152 ? 3 : 4;
	return 1 + lengthBytes + remaining;
}
