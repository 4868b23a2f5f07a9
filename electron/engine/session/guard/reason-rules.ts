import type { PacketName } from "./packet-rules.ts";

export interface ReasonRule {
	readonly codes: ReadonlySet<number>;
	readonly clause: string;
}

type PacketWithReason = Exclude<PacketName, "PUBLISH" | "PINGRESP">;

const PUBLISH_ANSWER = new Set([0x00, 0x10, 0x80, 0x83, 0x87, 0x90, 0x91, 0x97, 0x99]);
const RELEASE_ANSWER = new Set([0x00, 0x92]);

/** The reason codes that a server may send in each packet of MQTT 5. */
export const FIVE_REASONS: Readonly<Record<PacketWithReason, ReasonRule>> = {
	CONNACK: {
		codes: new Set([
			0x00, 0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8c, 0x90, 0x95, 0x97, 0x99, 0x9a, 0x9b, 0x9c,
			0x9d, 0x9f,
		]),
		clause: "MQTT-3.2.2-8",
	},
	PUBACK: { codes: PUBLISH_ANSWER, clause: "MQTT-3.4.2-1" },
	PUBREC: { codes: PUBLISH_ANSWER, clause: "MQTT-3.5.2-1" },
	PUBREL: { codes: RELEASE_ANSWER, clause: "MQTT-3.6.2-1" },
	PUBCOMP: { codes: RELEASE_ANSWER, clause: "MQTT-3.7.2-1" },
	SUBACK: {
		codes: new Set([0x00, 0x01, 0x02, 0x80, 0x83, 0x87, 0x8f, 0x91, 0x97, 0x9e, 0xa1, 0xa2]),
		clause: "MQTT-3.9.3-2",
	},
	UNSUBACK: { codes: new Set([0x00, 0x11, 0x80, 0x83, 0x87, 0x8f, 0x91]), clause: "MQTT-3.11.3-2" },
	DISCONNECT: {
		// 0x8C stands in the table of all codes (2.4), not in DISCONNECT's own: it is let through. 0x04 is for clients alone.
		codes: new Set([
			0x00, 0x80, 0x81, 0x82, 0x83, 0x87, 0x89, 0x8b, 0x8c, 0x8d, 0x8e, 0x8f, 0x90, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99,
			0x9a, 0x9b, 0x9c, 0x9d, 0x9e, 0x9f, 0xa0, 0xa1, 0xa2,
		]),
		clause: "MQTT-3.14.2-1",
	},
	AUTH: { codes: new Set([0x00, 0x18]), clause: "MQTT-3.15.2-1" },
};

/** CONNACK return codes of 3.x; 6 to 255 are reserved. [MQTT 3.1.1: table 3.1] */
export const LEGACY_RETURN_CODES: ReasonRule = { codes: new Set([0, 1, 2, 3, 4, 5]), clause: "MQTT 3.1.1: 3.2.2.3" };
/** [MQTT-3.9.3-2 of 3.1.1] */
export const LEGACY_SUBACK_CODES: ReasonRule = { codes: new Set([0x00, 0x01, 0x02, 0x80]), clause: "MQTT-3.9.3-2" };
