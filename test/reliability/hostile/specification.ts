/**
 * What a server may send, from the specification's own tables and written down anew: nothing here comes from the guard that is put
 * to the test.
 */
import { byte, field, packet, properties, uint16, uint32, variableInteger } from "./octets.ts";

export type PacketName =
	| "CONNACK"
	| "PUBLISH"
	| "PUBACK"
	| "PUBREC"
	| "PUBREL"
	| "PUBCOMP"
	| "SUBACK"
	| "UNSUBACK"
	| "PINGRESP"
	| "DISCONNECT"
	| "AUTH";

/** Packet types and the flags of the fixed header. [MQTT 5.0: tables 2-1 and 2-2] PUBLISH's flags are its own. */
export const FIRST_BYTE: Readonly<Record<PacketName, number>> = {
	CONNACK: 0x20,
	PUBLISH: 0x30,
	PUBACK: 0x40,
	PUBREC: 0x50,
	PUBREL: 0x62,
	PUBCOMP: 0x70,
	SUBACK: 0x90,
	UNSUBACK: 0xb0,
	PINGRESP: 0xd0,
	DISCONNECT: 0xe0,
	AUTH: 0xf0,
};

/** [MQTT 5.0: table 2-4] Values that are good; `bad` are values of the right length that the property's clause forbids. */
export interface PropertyEntry {
	readonly id: number;
	readonly name: string;
	readonly value: Buffer;
	readonly isText: boolean;
	/** Cut off behind its first byte this is no whole value; a flag has but one. */
	readonly bad: readonly Buffer[];
	readonly packets: readonly PacketName[];
	readonly mayRepeat: boolean;
	readonly clause: string;
}

const REASONED = ["CONNACK", "PUBACK", "PUBREC", "PUBREL", "PUBCOMP", "SUBACK", "UNSUBACK", "DISCONNECT", "AUTH"] as const;
const BAD_FLAGS = [byte(2), byte(255)];

function entry(id: number, name: string, value: Buffer, packets: readonly PacketName[], clause: string): PropertyEntry {
	return { id, name, value, packets, clause, isText: false, bad: [], mayRepeat: false };
}

function text(id: number, name: string, packets: readonly PacketName[], clause: string): PropertyEntry {
	return { ...entry(id, name, field("text"), packets, clause), isText: true };
}

function flag(id: number, name: string, packets: readonly PacketName[], clause: string): PropertyEntry {
	return { ...entry(id, name, byte(1), packets, clause), bad: BAD_FLAGS };
}

/** Those that only a client sends have no packet. */
export const PROPERTIES: readonly PropertyEntry[] = [
	flag(0x01, "Payload Format Indicator", ["PUBLISH"], "3.3.2.3.2"),
	entry(0x02, "Message Expiry Interval", uint32(60), ["PUBLISH"], "3.3.2.3.3"),
	text(0x03, "Content Type", ["PUBLISH"], "3.3.2.3.9"),
	{ ...text(0x08, "Response Topic", ["PUBLISH"], "3.3.2.3.5"), bad: [field("a/#"), field("+/a"), field("")] },
	entry(0x09, "Correlation Data", field(byte(0, 255)), ["PUBLISH"], "3.3.2.3.6"),
	{ ...entry(0x0b, "Subscription Identifier", variableInteger(7), ["PUBLISH"], "3.3.2.3.8"), bad: [byte(0)], mayRepeat: true },
	entry(0x11, "Session Expiry Interval", uint32(60), ["CONNACK"], "3.2.2.3.2"),
	text(0x12, "Assigned Client Identifier", ["CONNACK"], "3.2.2.3.7"),
	entry(0x13, "Server Keep Alive", uint16(60), ["CONNACK"], "3.2.2.3.14"),
	text(0x15, "Authentication Method", ["CONNACK", "AUTH"], "3.2.2.3.17"),
	entry(0x16, "Authentication Data", field("data"), ["CONNACK", "AUTH"], "3.2.2.3.18"),
	flag(0x17, "Request Problem Information", [], "3.1.2.11.7"),
	entry(0x18, "Will Delay Interval", uint32(1), [], "3.1.3.2.2"),
	flag(0x19, "Request Response Information", [], "3.1.2.11.6"),
	text(0x1a, "Response Information", ["CONNACK"], "3.2.2.3.15"),
	text(0x1c, "Server Reference", ["CONNACK", "DISCONNECT"], "3.2.2.3.16"),
	text(0x1f, "Reason String", REASONED, "3.2.2.3.9"),
	{ ...entry(0x21, "Receive Maximum", uint16(10), ["CONNACK"], "3.2.2.3.3"), bad: [uint16(0)] },
	entry(0x22, "Topic Alias Maximum", uint16(10), ["CONNACK"], "3.2.2.3.8"),
	{ ...entry(0x23, "Topic Alias", uint16(1), ["PUBLISH"], "3.3.2.3.4") },
	flag(0x24, "Maximum QoS", ["CONNACK"], "3.2.2.3.4"),
	flag(0x25, "Retain Available", ["CONNACK"], "3.2.2.3.5"),
	{
		...entry(0x26, "User Property", Buffer.concat([field("key"), field("value")]), [...REASONED, "PUBLISH"], "3.3.2.3.7"),
		mayRepeat: true,
	},
	{ ...entry(0x27, "Maximum Packet Size", uint32(100_000), ["CONNACK"], "3.2.2.3.6"), bad: [uint32(0)] },
	flag(0x28, "Wildcard Subscription Available", ["CONNACK"], "3.2.2.3.11"),
	flag(0x29, "Subscription Identifier Available", ["CONNACK"], "3.2.2.3.12"),
	flag(0x2a, "Shared Subscription Available", ["CONNACK"], "3.2.2.3.13"),
];

/** The reason codes that a server may send in each packet of MQTT 5, with the table that lists them. */
export const REASON_CODES: Readonly<Partial<Record<PacketName, { readonly codes: readonly number[]; readonly clause: string }>>> =
	{
		CONNACK: {
			codes: [
				0x00, 0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8c, 0x90, 0x95, 0x97, 0x99, 0x9a, 0x9b, 0x9c,
				0x9d, 0x9f,
			],
			clause: "table 3-1, MQTT-3.2.2-8",
		},
		PUBACK: { codes: [0x00, 0x10, 0x80, 0x83, 0x87, 0x90, 0x91, 0x97, 0x99], clause: "table 3-4, MQTT-3.4.2-1" },
		PUBREC: { codes: [0x00, 0x10, 0x80, 0x83, 0x87, 0x90, 0x91, 0x97, 0x99], clause: "table 3-5, MQTT-3.5.2-1" },
		PUBREL: { codes: [0x00, 0x92], clause: "table 3-6, MQTT-3.6.2-1" },
		PUBCOMP: { codes: [0x00, 0x92], clause: "table 3-7, MQTT-3.7.2-1" },
		SUBACK: {
			codes: [0x00, 0x01, 0x02, 0x80, 0x83, 0x87, 0x8f, 0x91, 0x97, 0x9e, 0xa1, 0xa2],
			clause: "table 3-8, MQTT-3.9.3-2",
		},
		UNSUBACK: { codes: [0x00, 0x11, 0x80, 0x83, 0x87, 0x8f, 0x91], clause: "table 3-9, MQTT-3.11.3-2" },
		DISCONNECT: {
			codes: [
				0x00, 0x80, 0x81, 0x82, 0x83, 0x87, 0x89, 0x8b, 0x8d, 0x8e, 0x8f, 0x90, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a,
				0x9b, 0x9c, 0x9d, 0x9e, 0x9f, 0xa0, 0xa1, 0xa2,
			],
			clause: "table 3-10, MQTT-3.14.2-1",
		},
	};

/** In the table of all codes for DISCONNECT (2-6) and not in DISCONNECT's own (3-10): the specification contradicts itself. */
export const UNDECIDED_DISCONNECT_CODE = 0x8c;

/** A packet of MQTT 5 that has nothing wrong, with these properties. A SUBACK or UNSUBACK answers one filter. */
export function writePacket(name: PacketName, list: readonly Buffer[] = [], reasonCode = 0): Buffer {
	const first = FIRST_BYTE[name];
	switch (name) {
		case "CONNACK":
			return packet(first, byte(0, reasonCode), properties(...list));
		case "PUBLISH":
			return packet(first, field("topic"), properties(...list), Buffer.from("payload"));
		case "PUBACK":
		case "PUBREC":
		case "PUBREL":
		case "PUBCOMP":
			return packet(first, uint16(1), byte(reasonCode), properties(...list));
		case "SUBACK":
		case "UNSUBACK":
			return packet(first, uint16(1), properties(...list), byte(reasonCode));
		case "PINGRESP":
			return packet(first);
		case "DISCONNECT":
		case "AUTH":
			return packet(first, byte(reasonCode), properties(...list));
	}
}

export function writeProperty({ id }: Pick<PropertyEntry, "id">, value: Buffer): Buffer {
	return Buffer.concat([variableInteger(id), value]);
}
