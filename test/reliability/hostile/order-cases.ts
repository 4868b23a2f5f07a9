/** Packet identifiers and order: what may come when. */

import { writeLegacy } from "./header-cases.ts";
import { type Expected, FORBIDDEN, FORBIDDEN_OR_MALFORMED, type HostileCase, KEPT, type Version } from "./hostile-case.ts";
import { byte, field, packet, properties, uint16 } from "./octets.ts";
import { FIRST_BYTE, writePacket, writeProperty } from "./specification.ts";

const VERSIONS: readonly Version[] = [4, 5];
const ANSWERS = ["PUBACK", "PUBREC", "PUBREL", "PUBCOMP"] as const;

export function listOrderCases(): readonly HostileCase[] {
	return VERSIONS.flatMap((version) => [
		...listIdentifiers(version),
		...listBeforeConnack(version),
		...listAfterConnack(version),
		...listAnswersToNothing(version),
	]);
}

/** 0 is no packet identifier. [MQTT-2.2.1-3; 3.1.1: MQTT-2.3.1-1] */
function listIdentifiers(version: Version): readonly HostileCase[] {
	const tail = version === 5 ? [byte(0)] : [];
	const answers = ANSWERS.map((name) => [name, packet(FIRST_BYTE[name], uint16(0))] as const);
	const publishes = [1, 2].map(
		(qos) => [`PUBLISH of QoS ${qos}`, packet(0x30 | (qos << 1), field("a"), uint16(0), ...tail)] as const,
	);
	const acks = (["SUBACK", "UNSUBACK"] as const).map((name) => {
		const code = name === "UNSUBACK" && version === 4 ? [] : [byte(0)];
		return [name, packet(FIRST_BYTE[name], uint16(0), ...tail, ...code)] as const;
	});
	return [...answers, ...publishes, ...acks].map(([name, bytes]) => ({
		...{ name: `identifier: ${name} with 0`, clause: "MQTT-2.2.1-3; 3.1.1: MQTT-2.3.1-1", version, phase: "after" },
		...{ bytes, expected: FORBIDDEN_OR_MALFORMED },
	}));
}

/** The first packet is CONNACK. [MQTT-3.2.0-1] On 5 AUTH may come before it, where CONNECT named a method. [MQTT-4.12.0-1] */
function listBeforeConnack(version: Version): readonly HostileCase[] {
	const names = [...ANSWERS, "SUBACK", "UNSUBACK", "PINGRESP"] as const;
	const packets = [
		...names.map((name) => [name, version === 5 ? writePacket(name) : writeLegacy(name)] as const),
		["PUBLISH", packet(0x30, field("a"), ...(version === 5 ? [byte(0)] : []))] as const,
		...(version === 5
			? ([
					["DISCONNECT", writePacket("DISCONNECT")],
					["AUTH", writePacket("AUTH")],
				] as const)
			: []),
	];
	return packets.map(([name, bytes]) => ({
		...{ name: `order: ${name} before CONNACK`, clause: "MQTT-3.2.0-1", version, phase: "first", bytes, expected: FORBIDDEN },
	}));
}

function listAfterConnack(version: Version): readonly HostileCase[] {
	const create = (name: string, clause: string, phase: HostileCase["phase"], bytes: Buffer, expected: Expected): HostileCase => ({
		...{ name: `order: ${name}`, clause, version, phase, bytes, expected },
	});
	const connack = version === 5 ? writePacket("CONNACK") : writeLegacy("CONNACK");
	const flagged = (flags: number, code: number) =>
		version === 5 ? packet(0x20, byte(flags, code), byte(0)) : packet(0x20, byte(flags, code));
	const both = [
		create("a second CONNACK", "MQTT-3.2.0-2", "after", connack, FORBIDDEN),
		create("session present after a clean start", "MQTT-3.2.2-2", "first", flagged(1, 0), FORBIDDEN),
		create(
			"session present in a refusal",
			"MQTT-3.2.2-6; 3.1.1: MQTT-3.2.2-4",
			"first",
			flagged(1, version === 5 ? 0x87 : 5),
			FORBIDDEN,
		),
		...Array.from({ length: 127 }, (_, index) => (index + 1) * 2).map((flags) =>
			create(`CONNACK with acknowledge flags ${flags}`, "MQTT-3.2.2-1", "first", flagged(flags, 0), FORBIDDEN_OR_MALFORMED),
		),
	];
	if (version === 4) return both;
	const method = writeProperty({ id: 0x15 }, field("SCRAM-SHA-256"));
	return [
		...both,
		create("AUTH where CONNECT named no method", "MQTT-4.12.0-6", "after", writePacket("AUTH", [method], 0x18), FORBIDDEN),
		create("AUTH to authenticate again, unasked", "MQTT-4.12.0-6", "after", writePacket("AUTH", [method], 0x19), FORBIDDEN),
		create("two filters answered for one", "MQTT-3.9.3-1", "after", packet(0x90, uint16(1), properties(), byte(0, 0)), FORBIDDEN),
	];
}

/**
 * Acknowledgements of what is not known are no offence, since a session may have been lost; what has to be answered is answered.
 * [MQTT 5.0: 3.6.2.1, 3.7.2.1; MQTT-4.3.3-11] A SUBACK or UNSUBACK must have the identifier of a question. [MQTT-3.8.4-2, MQTT-3.10.4-5]
 */
function listAnswersToNothing(version: Version): readonly HostileCase[] {
	const isFive = version === 5;
	const cases: readonly (readonly [string, Buffer, Expected])[] = [
		["PUBACK", packet(0x40, uint16(321)), KEPT],
		["PUBCOMP", packet(0x70, uint16(321)), KEPT],
		["PUBREC", packet(0x50, uint16(321)), { kind: "kept", answer: packet(0x62, uint16(321), ...(isFive ? [byte(0x92)] : [])) }],
		["PUBREL", packet(0x62, uint16(321)), { kind: "kept", answer: packet(0x70, uint16(321), ...(isFive ? [byte(0x92)] : [])) }],
		["PINGRESP", packet(0xd0), KEPT],
		["SUBACK", isFive ? packet(0x90, uint16(321), byte(0, 0)) : packet(0x90, uint16(321), byte(0)), FORBIDDEN],
		["UNSUBACK", isFive ? packet(0xb0, uint16(321), byte(0, 0)) : packet(0xb0, uint16(321)), FORBIDDEN],
	];
	return cases.map(([name, bytes, expected]) => ({
		...{ name: `unasked: ${name}`, clause: "4.3; 3.6.2.1, 3.7.2.1", version, phase: "after", bytes, expected },
	}));
}
