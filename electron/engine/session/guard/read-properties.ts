import { checkTopicName } from "../../../../shared/topic/check-topic.ts";
import type { ByteReader } from "./byte-reader.ts";
import type { PacketName } from "./packet-rules.ts";
import { type PacketProperties, PROPERTY_RULES, type PropertyRule } from "./property-rules.ts";
import { refuseMalformed, refuseProtocol, TOPIC_ALIAS_INVALID, Violation } from "./violation.ts";

/** Reads a property block, its length included. null = it is empty. Bytes are copied: they outlive the socket's buffer. */
export function readProperties(reader: ByteReader, packet: PacketName): PacketProperties | null {
	const length = reader.readVariableInteger();
	if (length === 0) return null;
	const packetEnd = reader.end;
	const blockEnd = reader.at + length;
	if (blockEnd > packetEnd) refuseMalformed(`${packet}: properties reach beyond the packet's end [MQTT 5.0: 2.2.2.1]`);
	const properties: PacketProperties = {};
	reader.end = blockEnd;
	while (reader.at < blockEnd) readProperty(reader, packet, properties);
	reader.end = packetEnd;
	if (reader.isTerse && !WORDY.has(packet)) refuseWords(packet, properties);
	return properties;
}

/** Where a server may say why in words although it was asked not to. [MQTT-3.1.2-29] */
const WORDY: ReadonlySet<PacketName> = new Set(["PUBLISH", "CONNACK", "DISCONNECT"]);

function refuseWords(packet: PacketName, { reasonString, userProperties }: PacketProperties): void {
	if (reasonString === undefined && userProperties === undefined) return;
	refuseProtocol(`${packet}: problem information that was asked to be left out [MQTT-3.1.2-29]`);
}

function readProperty(reader: ByteReader, packet: PacketName, properties: PacketProperties): void {
	const identifier = reader.readVariableInteger();
	const rule = PROPERTY_RULES.get(identifier);
	if (rule === undefined) refuseMalformed(`${packet}: unknown property ${identifier} [MQTT 5.0: 2.2.2.2]`);
	if (!rule.packets.includes(packet)) {
		// The one property that has a clause of its own for being in the wrong packet. [MQTT-3.14.2-2]
		if (rule.name === "sessionExpirySeconds" && packet === "DISCONNECT") {
			refuseProtocol("DISCONNECT: Session Expiry Interval from a server [MQTT-3.14.2-2]");
		}
		refuseMalformed(`${packet}: property ${rule.name} does not belong in it [MQTT 5.0: 2.2.2.2]`);
	}
	// Only a subscription identifier, and that in a PUBLISH alone, and a user property may come more than once.
	if (rule.kind !== "pair" && rule.kind !== "identifier" && rule.name in properties) {
		refuseProtocol(`${packet}: property ${rule.name} comes twice [${rule.clause}]`);
	}
	readValue(reader, packet, rule, properties);
}

function readValue(reader: ByteReader, packet: PacketName, rule: PropertyRule, properties: PacketProperties): void {
	switch (rule.kind) {
		case "flag": {
			const value = reader.readByte();
			if (value > 1) refuseProtocol(`${packet}: ${rule.name} has the value ${value} [${rule.clause}]`);
			properties[rule.name] = value === 1;
			return;
		}
		case "uint16":
		case "uint32": {
			const value = rule.kind === "uint16" ? reader.readUint16() : reader.readUint32();
			if (value === 0 && !rule.isZeroAllowed) refuseZero(packet, rule);
			properties[rule.name] = value;
			return;
		}
		case "string": {
			const value = reader.readString();
			if (rule.isTopic === true && checkTopicName(value) !== null) {
				refuseProtocol(`${packet}: ${rule.name} is not a topic name [${rule.clause}]`);
			}
			properties[rule.name] = value;
			return;
		}
		case "binary":
			properties[rule.name] = new Uint8Array(reader.readBinary());
			return;
		case "identifier": {
			const value = reader.readVariableInteger();
			if (value === 0) refuseProtocol(`${packet}: subscription identifier 0 [${rule.clause}]`);
			properties.subscriptionIdentifiers ??= [];
			properties.subscriptionIdentifiers.push(value);
			return;
		}
		case "pair": {
			const key = reader.readString();
			properties.userProperties ??= [];
			properties.userProperties.push({ key, value: reader.readString() });
			return;
		}
		case "client":
			refuseMalformed(`${packet}: property ${rule.name} is for clients alone [${rule.clause}]`);
	}
}

function refuseZero(packet: PacketName, rule: PropertyRule): never {
	const text = `${packet}: ${rule.name} is 0 [${rule.clause}]`;
	throw rule.name === "topicAlias" ? new Violation(TOPIC_ALIAS_INVALID, text) : refuseProtocol(text);
}
