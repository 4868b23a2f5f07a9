/** Each of the 256 values of the reason code of each packet, and of the return codes of 3.1.1. */
import { expectWhole } from "./header-cases.ts";
import { ENDED, FORBIDDEN_OR_MALFORMED, type HostileCase, KEPT } from "./hostile-case.ts";
import { byte, packet, uint16 } from "./octets.ts";
import { type PacketName, REASON_CODES, UNDECIDED_DISCONNECT_CODE, writePacket } from "./specification.ts";

export function listReasonCases(): readonly HostileCase[] {
	const five = (Object.keys(REASON_CODES) as PacketName[]).flatMap(listFive);
	return [...five, ...listLegacyConnacks(), ...listLegacySubacks()];
}

function listFive(name: PacketName): readonly HostileCase[] {
	const { codes, clause } = REASON_CODES[name] ?? { codes: [], clause: "" };
	return Array.from({ length: 256 }, (_, code) => code)
		.filter((code) => name !== "DISCONNECT" || code !== UNDECIDED_DISCONNECT_CODE)
		.map(
			(code): HostileCase => ({
				name: `reason: ${name} with 0x${code.toString(16).padStart(2, "0")}`,
				clause,
				version: 5,
				phase: name === "CONNACK" ? "first" : "after",
				bytes: writePacket(name, [], code),
				expected: codes.includes(code) ? expectCode(name, code) : FORBIDDEN_OR_MALFORMED,
			}),
		);
}

function expectCode(name: PacketName, code: number): HostileCase["expected"] {
	if (name === "CONNACK" && code !== 0) return ENDED;
	return expectWhole(name, 5);
}

/** [MQTT 3.1.1: table 3.1] 6 to 255 are reserved. */
function listLegacyConnacks(): readonly HostileCase[] {
	return Array.from(
		{ length: 256 },
		(_, code): HostileCase => ({
			name: `return code: CONNACK with ${code}`,
			...{ clause: "3.1.1: table 3.1", version: 4, phase: "first", bytes: packet(0x20, byte(0, code)) },
			expected: code === 0 ? KEPT : code <= 5 ? ENDED : FORBIDDEN_OR_MALFORMED,
		}),
	);
}

/** [MQTT-3.9.3-2 of 3.1.1] */
function listLegacySubacks(): readonly HostileCase[] {
	return Array.from(
		{ length: 256 },
		(_, code): HostileCase => ({
			name: `return code: SUBACK with ${code}`,
			...{ clause: "3.1.1: MQTT-3.9.3-2", version: 4, phase: "after", bytes: packet(0x90, uint16(1), byte(code)) },
			expected: [0, 1, 2, 0x80].includes(code) ? KEPT : FORBIDDEN_OR_MALFORMED,
		}),
	);
}
