/** Packets that end too early, at every byte, and packets that go on behind their last field. [MQTT 5.0: 2.2, 4.13; 3.1.1: 2.3] */
import { expectWhole, writeLegacy } from "./header-cases.ts";
import { FORBIDDEN, FORBIDDEN_OR_MALFORMED, type HostileCase, MALFORMED } from "./hostile-case.ts";
import { byte, field, packet, properties, uint16 } from "./octets.ts";
import { FIRST_BYTE, type PacketName, PROPERTIES, writePacket, writeProperty } from "./specification.ts";

export function listLengthCases(): readonly HostileCase[] {
	return [...listCutsOfFive(), ...listCutPublishes(), ...listLegacyCuts(), ...listLonger()];
}

const REASON_STRING = writeProperty({ id: 0x1f }, field("why"));

/** The lengths at which a shorter form is whole too: without properties, without a reason code. [3.4.2.1, 3.14.2.1 and alike] */
function listShortForms(name: PacketName): readonly number[] {
	switch (name) {
		case "PUBACK":
		case "PUBREC":
		case "PUBREL":
		case "PUBCOMP":
			return [2, 3];
		case "DISCONNECT":
			return [0, 1];
		default:
			return [];
	}
}

function listCutsOfFive(): readonly HostileCase[] {
	const names = ["CONNACK", "PUBACK", "PUBREC", "PUBREL", "PUBCOMP", "SUBACK", "UNSUBACK", "DISCONNECT"] as const;
	return names.flatMap((name) => {
		// Headers of these packets are two bytes.
		const body = writePacket(name, [REASON_STRING]).subarray(2);
		const shortForms = listShortForms(name);
		return Array.from({ length: body.length }, (_, length): HostileCase => {
			const isWhole = shortForms.includes(length);
			return {
				name: `cut: ${name} after ${length} of ${body.length} bytes`,
				clause: "2.2, 4.13.1",
				version: 5,
				phase: name === "CONNACK" ? "first" : "after",
				bytes: packet(FIRST_BYTE[name], body.subarray(0, length)),
				// A SUBACK that ends with its properties has no reason code where it needs one.
				expected: isWhole ? expectWhole(name, 5) : FORBIDDEN_OR_MALFORMED,
			};
		});
	});
}

/** Cut in its topic, identifier or properties; a payload may be of any length. */
function listCutPublishes(): readonly HostileCase[] {
	return ([4, 5] as const).flatMap((version) =>
		([0, 1, 2] as const).flatMap((qos) => {
			const contentType = writeProperty({ id: 0x03 }, field("text/plain"));
			const head = Buffer.concat([
				field("topic"),
				...(qos === 0 ? [] : [uint16(5)]),
				...(version === 5 ? [properties(contentType)] : []),
			]);
			return Array.from(
				{ length: head.length },
				(_, length): HostileCase => ({
					name: `cut: PUBLISH of QoS ${qos} after ${length} of ${head.length} bytes`,
					clause: "3.3.2, 4.13.1",
					...{ version, phase: "after", bytes: packet(0x30 | (qos << 1), head.subarray(0, length)), expected: MALFORMED },
				}),
			);
		}),
	);
}

function listLegacyCuts(): readonly HostileCase[] {
	const names = ["CONNACK", "PUBACK", "PUBREC", "PUBREL", "PUBCOMP", "SUBACK", "UNSUBACK"] as const;
	return names.flatMap((name) => {
		const body = writeLegacy(name).subarray(2);
		const lengths = [...Array.from({ length: body.length }, (_, length) => length), body.length + 1, body.length + 2];
		return lengths.map(
			(length): HostileCase => ({
				name: `length: ${name} of ${length} bytes for ${body.length}`,
				clause: "3.1.1: 3.x.1, remaining length field",
				version: 4,
				phase: name === "CONNACK" ? "first" : "after",
				bytes: packet(FIRST_BYTE[name], Buffer.concat([body, byte(0, 0)]).subarray(0, length)),
				expected: name === "SUBACK" && length > body.length ? FORBIDDEN_OR_MALFORMED : MALFORMED,
			}),
		);
	});
}

/** Behind the properties nothing may come, nor may properties reach beyond the packet. */
function listLonger(): readonly HostileCase[] {
	const names = ["CONNACK", "PUBACK", "PUBREC", "PUBREL", "PUBCOMP", "SUBACK", "UNSUBACK", "DISCONNECT"] as const;
	return names.flatMap((name): readonly HostileCase[] => {
		const body = writePacket(name, [REASON_STRING]).subarray(2);
		const phase = name === "CONNACK" ? "first" : "after";
		const isAnswer = name === "SUBACK" || name === "UNSUBACK";
		const bodyWithUser = writePacket(name, [writeProperty({ id: 0x26 }, Buffer.concat([field("k"), field("v")]))]).subarray(2);
		const blockAt = isAnswer || name.startsWith("PUB") ? (isAnswer ? 2 : 3) : name === "CONNACK" ? 2 : 1;
		const reaching = Buffer.from(bodyWithUser);
		reaching[blockAt] = (reaching[blockAt] ?? 0) + 40;
		return [
			{
				name: `longer: ${name} with a byte behind its end`,
				clause: isAnswer ? "MQTT-3.9.3-1, MQTT-3.11.3-1" : "2.2, 4.13.1",
				...{ version: 5, phase, bytes: packet(FIRST_BYTE[name], body, byte(0)), expected: isAnswer ? FORBIDDEN : MALFORMED },
			},
			{
				...{ name: `longer: ${name} whose properties reach beyond it`, clause: "2.2.2.1", version: 5, phase },
				...{ bytes: packet(FIRST_BYTE[name], reaching), expected: MALFORMED },
			},
		];
	});
}

/** Properties that are there but cut by the end of their block, each at every byte. [MQTT 5.0: 2.2.2.1] */
export function listCutProperties(): readonly HostileCase[] {
	return PROPERTIES.flatMap((property) =>
		property.packets.slice(0, 1).flatMap((name) =>
			Array.from(
				{ length: property.value.length },
				(_, length): HostileCase => ({
					name: `cut: ${property.name} in ${name} after ${length} of ${property.value.length} bytes`,
					clause: "2.2.2.1, 4.13.1",
					version: 5,
					phase: name === "CONNACK" ? "first" : "after",
					bytes: writePacket(name, [writeProperty(property, property.value.subarray(0, length))]),
					expected: MALFORMED,
				}),
			),
		),
	);
}

/** That what is right is not refused: each packet as it stands, and each property where it belongs. */
export function listAllowedPackets(): readonly HostileCase[] {
	const names = ["PUBLISH", "PUBACK", "PUBREC", "PUBREL", "PUBCOMP", "SUBACK", "UNSUBACK", "PINGRESP", "DISCONNECT"] as const;
	return names.map((name) => ({
		...{ name: `allowed: ${name}`, clause: "3", version: 5, phase: "after", bytes: writePacket(name) },
		expected: expectWhole(name, 5),
	}));
}
