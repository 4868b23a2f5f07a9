/** Every property in every packet: where it belongs, where it does not, twice, and with values that its clause forbids. [2.2.2] */
import { expectWhole } from "./header-cases.ts";
import { BAD_ALIAS, FORBIDDEN, FORBIDDEN_OR_MALFORMED, type HostileCase, MALFORMED } from "./hostile-case.ts";
import { byte, uint16 } from "./octets.ts";
import { type PacketName, PROPERTIES, type PropertyEntry, writePacket, writeProperty } from "./specification.ts";

const PACKETS = ["CONNACK", "PUBLISH", "PUBACK", "PUBREC", "PUBREL", "PUBCOMP", "SUBACK", "UNSUBACK", "DISCONNECT"] as const;

export function listPropertyCases(): readonly HostileCase[] {
	return PACKETS.flatMap((name) => [...PROPERTIES.flatMap((property) => listOf(name, property)), ...listUnknown(name)]);
}

function listOf(name: (typeof PACKETS)[number], property: PropertyEntry): readonly HostileCase[] {
	const { value, bad, mayRepeat } = property;
	const create = (what: string, list: readonly Buffer[], expected: HostileCase["expected"], clause: string): HostileCase => ({
		...{ name: `property: ${property.name} ${what} ${name}`, clause, version: 5, phase: phaseOf(name) },
		...{ bytes: writePacket(name, list), expected },
	});
	const written = writeProperty(property, value);
	if (!property.packets.includes(name)) {
		const isExpiry = property.name === "Session Expiry Interval" && name === "DISCONNECT";
		// [MQTT-3.14.2-2] calls this one a protocol error; for all others it is malformed. [2.2.2.2]
		return [create("in", [written], isExpiry ? FORBIDDEN : MALFORMED, isExpiry ? "MQTT-3.14.2-2" : "2.2.2.2")];
	}
	// No aliases were offered, so that each is too many. [MQTT-3.1.2-26]
	if (property.name === "Topic Alias")
		return [
			create("that was not offered in", [written], BAD_ALIAS, "MQTT-3.1.2-26"),
			create("0 in", [writeProperty(property, uint16(0))], BAD_ALIAS, "MQTT-3.3.2-8"),
		];
	return [
		create("in", [written], expectAllowed(name, property), property.clause),
		create("twice in", [written, written], mayRepeat ? expectAllowed(name, property) : FORBIDDEN, property.clause),
		...bad.map((one, index) =>
			create(`with bad value ${index}`, [writeProperty(property, one)], FORBIDDEN_OR_MALFORMED, property.clause),
		),
	];
}

/** CONNACK with a method that CONNECT did not name breaks a rule of its own. [MQTT-4.12.0-6 and 3.2.2.3.17 by analogy] */
function expectAllowed(name: (typeof PACKETS)[number], property: PropertyEntry): HostileCase["expected"] {
	if (name === "CONNACK" && property.name.startsWith("Authentication")) return { kind: "kept" };
	return expectWhole(name, 5);
}

/** Identifiers that are in no table, each of one and of two bytes. */
function listUnknown(name: (typeof PACKETS)[number]): readonly HostileCase[] {
	const known = new Set(PROPERTIES.map(({ id }) => id));
	const unknown = Array.from({ length: 0x80 }, (_, id) => id).filter((id) => !known.has(id));
	const oneByte = unknown.map((id) => ({ what: `unknown ${id}`, bytes: writeProperty({ id }, byte(0)) }));
	const longer = [0x80, 0x1f00, 0x1f_ffff].map((id) => ({ what: `unknown ${id}`, bytes: writeProperty({ id }, byte(0)) }));
	// The identifier is a variable byte integer too, and may not be longer than needed. [MQTT-1.5.5-1]
	const overlong = [{ what: "identifier longer than needed", bytes: Buffer.concat([byte(0x9f, 0x00), byte(0, 1, 0x61)]) }];
	return [...oneByte, ...longer, ...overlong].map(({ what, bytes }) => ({
		...{ name: `property: ${what} in ${name}`, clause: "2.2.2.2, 4.13.1", version: 5, phase: phaseOf(name) },
		...{ bytes: writePacket(name, [bytes]), expected: MALFORMED },
	}));
}

function phaseOf(name: PacketName): "first" | "after" {
	return name === "CONNACK" ? "first" : "after";
}
