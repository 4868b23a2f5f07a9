/** Fixed header: packet types, flags, and the forms of the remaining length. [MQTT 5.0: 2.1; 3.1.1: 2.2] */
import { ENDED, FORBIDDEN, type HostileCase, KEPT, MALFORMED, type Version } from "./hostile-case.ts";
import { byte, field, packet, uint16 } from "./octets.ts";
import { FIRST_BYTE, type PacketName, writePacket } from "./specification.ts";

const VERSIONS: readonly Version[] = [4, 5];

/** Packets that only a client sends, whole and right in themselves. [table 2-1] */
const CLIENT_PACKETS: Readonly<Record<string, Buffer>> = {
	CONNECT: packet(0x10, field("MQTT"), byte(4, 2), uint16(60), field("id")),
	SUBSCRIBE: packet(0x82, uint16(1), field("a"), byte(0)),
	UNSUBSCRIBE: packet(0xa2, uint16(1), field("a")),
	PINGREQ: packet(0xc0),
};

export function listHeaderCases(): readonly HostileCase[] {
	return VERSIONS.flatMap((version) => [
		...listTypes(version),
		...listFlags(version),
		...listPublishFlags(version),
		...listLengthForms(version),
	]);
}

function listTypes(version: Version): readonly HostileCase[] {
	return (["first", "after"] as const).flatMap((phase) => {
		const forbidden = Object.entries(CLIENT_PACKETS).map(
			([name, bytes]): HostileCase => ({
				...{ name: `type: ${name} from a server`, clause: "table 2-1", version, phase, bytes, expected: FORBIDDEN },
			}),
		);
		const zero: HostileCase = {
			...{ name: "type: 0 is reserved", clause: "table 2-1", version, phase, bytes: packet(0x00), expected: MALFORMED },
		};
		const legacy: readonly HostileCase[] = [
			{
				...{ name: "type: DISCONNECT from a server", clause: "3.1.1: table 2.1", version, phase, bytes: packet(0xe0) },
				expected: FORBIDDEN,
			},
			{ name: "type: 15 is reserved", clause: "3.1.1: table 2.1", version, phase, bytes: packet(0xf0), expected: MALFORMED },
		];
		return [...forbidden, zero, ...(version === 4 ? legacy : [])];
	});
}

/** Every wrong value of the four bits. [MQTT-2.1.3-1; 3.1.1: MQTT-2.2.2-1, MQTT-2.2.2-2] */
function listFlags(version: Version): readonly HostileCase[] {
	return namesOf(version).flatMap((name) => {
		const right = FIRST_BYTE[name] & 0x0f;
		const phase = name === "CONNACK" ? "first" : "after";
		return Array.from({ length: 16 }, (_, flags) => flags)
			.filter((flags) => flags !== right)
			.map((flags): HostileCase => {
				const bytes = version === 5 ? writePacket(name) : writeLegacy(name);
				bytes[0] = (FIRST_BYTE[name] & 0xf0) | flags;
				return {
					...{ name: `flags: ${name} with ${flags.toString(2)}`, clause: "MQTT-2.1.3-1", version, phase, bytes },
					expected: MALFORMED,
				};
			});
	});
}

/** [MQTT-3.3.1-2, MQTT-3.3.1-4] */
function listPublishFlags(version: Version): readonly HostileCase[] {
	return Array.from({ length: 16 }, (_, flags): HostileCase => {
		const qos = (flags >> 1) & 3;
		const isBad = qos === 3 || (qos === 0 && (flags & 8) !== 0);
		const id = qos === 0 ? [] : [uint16(9)];
		const bytes = packet(0x30 | flags, field("topic"), ...id, ...(version === 5 ? [byte(0)] : []), Buffer.from("x"));
		const answer = qos === 1 ? packet(0x40, uint16(9)) : packet(0x50, uint16(9));
		return {
			name: `flags: PUBLISH with ${flags.toString(2)}`,
			clause: "MQTT-3.3.1-2, MQTT-3.3.1-4",
			...{ version, phase: "after", bytes },
			expected: isBad ? MALFORMED : qos === 0 ? KEPT : { kind: "kept", answer },
		};
	});
}

/** [MQTT 5.0: 2.1.4, 1.5.5; 3.1.1: 2.2.3] */
function listLengthForms(version: Version): readonly HostileCase[] {
	const forms: readonly (readonly [string, string, Buffer, HostileCase["expected"], string])[] = [
		["five bytes", "after", byte(0x30, 0xff, 0xff, 0xff, 0xff, 0x01), MALFORMED, "2.1.4"],
		["four continuation bytes", "after", byte(0xd0, 0x80, 0x80, 0x80, 0x80), MALFORMED, "2.1.4"],
		["five bytes as the first packet", "first", byte(0x20, 0x82, 0x80, 0x80, 0x80, 0x00), MALFORMED, "2.1.4"],
		// 3.1.1 has no such rule: its PINGRESP is then of length 0.
		["0 in two bytes", "after", byte(0xd0, 0x80, 0x00), version === 5 ? MALFORMED : KEPT, "MQTT-1.5.5-1"],
		["0 in four bytes", "after", byte(0xd0, 0x80, 0x80, 0x80, 0x00), version === 5 ? MALFORMED : KEPT, "MQTT-1.5.5-1"],
		["PINGRESP with one byte", "after", byte(0xd0, 0x01, 0x00), MALFORMED, "3.13.1"],
		["PINGRESP", "after", byte(0xd0, 0x00), KEPT, "3.13.1"],
	];
	return forms.map(([name, phase, bytes, expected, clause]) => ({
		name: `length: ${name}`,
		...{ clause, version, phase: phase === "first" ? "first" : "after", bytes, expected },
	}));
}

function namesOf(version: Version): readonly Exclude<PacketName, "PUBLISH" | "AUTH">[] {
	const both = ["CONNACK", "PUBACK", "PUBREC", "PUBREL", "PUBCOMP", "SUBACK", "UNSUBACK", "PINGRESP"] as const;
	return version === 5 ? [...both, "DISCONNECT"] : both;
}

/** The packets of 3.1.1: no reason codes but where an answer is one, and no properties. */
export function writeLegacy(name: Exclude<PacketName, "PUBLISH" | "AUTH">): Buffer {
	const first = FIRST_BYTE[name];
	switch (name) {
		case "CONNACK":
			return packet(first, byte(0, 0));
		case "SUBACK":
			return packet(first, uint16(1), byte(0));
		case "PINGRESP":
		case "DISCONNECT":
			return packet(first);
		default:
			return packet(first, uint16(1));
	}
}

/** A goodbye of the server's, and a server's packets to questions that nobody asked, which are no offence. */
export function expectWhole(name: PacketName, version: Version): HostileCase["expected"] {
	if (name === "DISCONNECT") return ENDED;
	const isFive = version === 5;
	// What is not known is said so. [MQTT 5.0: 3.6.2.1, 3.7.2.1; MQTT-4.3.3-11]
	if (name === "PUBREL") return { kind: "kept", answer: isFive ? packet(0x70, uint16(1), byte(0x92)) : packet(0x70, uint16(1)) };
	return KEPT;
}
