/** Reads every packet but PUBLISH, which has a way of its own because it is the one that comes a hundred thousand times a second. */
import { CONNACK_RETURN_CODE, formatReasonCode } from "../../../../shared/model/reason-code.ts";
import type { ByteReader } from "./byte-reader.ts";
import type { PacketName } from "./packet-rules.ts";
import type { InboundAnswer, InboundConnack, InboundPacket, InboundSuback } from "./packets.ts";
import type { PacketProperties } from "./property-rules.ts";
import { readProperties } from "./read-properties.ts";
import { FIVE_REASONS, LEGACY_RETURN_CODES, LEGACY_SUBACK_CODES, type ReasonRule } from "./reason-rules.ts";
import { refuseMalformed, refuseProtocol } from "./violation.ts";

/** The reader stands at the first byte after the fixed header. */
export function readPacket(reader: ByteReader, name: Exclude<PacketName, "PUBLISH">, isFive: boolean): InboundPacket {
	const packet = readBody(reader, name, isFive);
	if (reader.at !== reader.end) refuseMalformed(`${name}: bytes after its last field [MQTT 2.2.3]`);
	return packet;
}

function readBody(reader: ByteReader, name: Exclude<PacketName, "PUBLISH">, isFive: boolean): InboundPacket {
	switch (name) {
		case "CONNACK":
			return readConnack(reader, isFive);
		case "PUBACK":
		case "PUBREC":
		case "PUBREL":
		case "PUBCOMP":
			return readAnswer(reader, name, isFive);
		case "SUBACK":
		case "UNSUBACK":
			return readSuback(reader, name, isFive);
		case "PINGRESP":
			return { name };
		case "DISCONNECT":
		case "AUTH": {
			// Without a byte the reason is 0x00; without a second one there are no properties. [MQTT 5.0: 3.14.2.1, 3.15.2.1]
			const reasonCode = reader.at === reader.end ? 0 : readReason(reader, name, FIVE_REASONS[name]);
			const properties = reader.at === reader.end ? {} : (readProperties(reader, name) ?? {});
			return { name, reasonCode, properties };
		}
	}
}

function readConnack(reader: ByteReader, isFive: boolean): InboundConnack {
	const flags = reader.readByte();
	if (flags > 1) refuseMalformed("CONNACK: reserved flags are set [MQTT-3.2.2-1]");
	const sessionPresent = flags === 1;
	// A server that knows 3.1.1 alone answers a version 5 CONNECT in its own format. [MQTT-3.1.2-2 of 3.1.1]
	const isLegacyRefusal = isFive && reader.end - reader.at === 1;
	const isLegacy = !isFive || isLegacyRefusal;
	const code = readReason(reader, "CONNACK", isLegacy ? LEGACY_RETURN_CODES : FIVE_REASONS.CONNACK);
	if (isLegacyRefusal && code === 0) refuseMalformed("CONNACK: properties are missing [MQTT 5.0: 3.2.2]");
	if (sessionPresent && code !== 0) refuseProtocol("CONNACK: session present in a refusal [MQTT-3.2.2-6; 3.1.1: MQTT-3.2.2-4]");
	const reasonCode = isLegacy ? (CONNACK_RETURN_CODE[code] ?? 0) : code;
	const properties: PacketProperties = isLegacy ? {} : (readProperties(reader, "CONNACK") ?? {});
	return { name: "CONNACK", sessionPresent, reasonCode, properties };
}

function readAnswer(reader: ByteReader, name: InboundAnswer["name"], isFive: boolean): InboundAnswer {
	const packetId = readPacketId(reader, name);
	// Without a byte the reason is 0x00; without a second one there are no properties. [MQTT 5.0: 3.4.2.1]
	if (!isFive || reader.at === reader.end) return { name, packetId, reasonCode: 0, reasonString: null };
	const reasonCode = readReason(reader, name, FIVE_REASONS[name]);
	const properties = reader.at === reader.end ? null : readProperties(reader, name);
	return { name, packetId, reasonCode, reasonString: properties?.reasonString ?? null };
}

/** Each of our SUBSCRIBEs and UNSUBSCRIBEs names one filter, so that its answer has one code. [MQTT-3.9.3-1, MQTT-3.11.3-1] */
function readSuback(reader: ByteReader, name: InboundSuback["name"], isFive: boolean): InboundSuback {
	const packetId = readPacketId(reader, name);
	const properties = isFive ? readProperties(reader, name) : null;
	const reasonString = properties?.reasonString ?? null;
	if (!isFive && name === "UNSUBACK") return { name, packetId, reasonCode: 0, reasonString };
	const count = reader.end - reader.at;
	if (count !== 1) refuseProtocol(`${name}: ${count} reason codes for one topic filter [MQTT-3.9.3-1]`);
	const reasonCode = readReason(reader, name, isFive ? FIVE_REASONS[name] : LEGACY_SUBACK_CODES);
	return { name, packetId, reasonCode, reasonString };
}

/** [MQTT-2.2.1-3; 3.1.1: MQTT-2.3.1-1] */
function readPacketId(reader: ByteReader, name: string): number {
	const packetId = reader.readUint16();
	if (packetId === 0) refuseProtocol(`${name}: packet identifier 0 [MQTT-2.2.1-3]`);
	return packetId;
}

function readReason(reader: ByteReader, name: string, rule: ReasonRule): number {
	const code = reader.readByte();
	if (!rule.codes.has(code))
		refuseProtocol(`${name}: reason code ${formatReasonCode(code)} is not one of its own [${rule.clause}]`);
	return code;
}
