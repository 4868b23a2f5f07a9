/**
 * What the fixed header of each control packet must look like when a broker sends it, by packet type. 3.1 and 3.1.1 share a column;
 * 5 has its own. What is not in a column may not be sent by a server of that version.
 */

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

/** Least and greatest remaining length. */
type LengthRange = readonly [least: number, greatest: number];

const ANY = Number.POSITIVE_INFINITY;

export type PacketRule =
	| {
			readonly allowed: true;
			readonly name: PacketName;
			/** The low four bits; null = they are PUBLISH's own. [MQTT-2.2.2-1; MQTT 5.0: 2.1.3-1] */
			readonly flags: number | null;
			readonly length: LengthRange;
			/** Where the length is laid down. */
			readonly clause: string;
	  }
	| {
			readonly allowed: false;
			readonly name: string;
			readonly isMalformed: boolean;
			readonly clause: string;
	  };

function accept(name: PacketName, flags: number | null, length: LengthRange, clause: string): PacketRule {
	return { allowed: true, name, flags, length, clause };
}

function refuse(name: string, clause: string, isMalformed = false): PacketRule {
	return { allowed: false, name, isMalformed, clause };
}

const CONNECT = refuse("CONNECT", "MQTT 2.2.1: client to server only");
const SUBSCRIBE = refuse("SUBSCRIBE", "MQTT 2.2.1: client to server only");
const UNSUBSCRIBE = refuse("UNSUBSCRIBE", "MQTT 2.2.1: client to server only");
const PINGREQ = refuse("PINGREQ", "MQTT 2.2.1: client to server only");
const RESERVED_0 = refuse("reserved packet type 0", "MQTT 2.2.1: forbidden", true);

/** 3.1 and 3.1.1, by packet type. A SUBACK answers exactly one filter, because each of our SUBSCRIBEs carries one. */
export const LEGACY_PACKET_RULES: readonly PacketRule[] = [
	RESERVED_0,
	CONNECT,
	accept("CONNACK", 0, [2, 2], "MQTT 3.1.1: 3.2.1"),
	accept("PUBLISH", null, [3, ANY], "MQTT-4.7.3-1"),
	accept("PUBACK", 0, [2, 2], "MQTT 3.1.1: 3.4.1"),
	accept("PUBREC", 0, [2, 2], "MQTT 3.1.1: 3.5.1"),
	accept("PUBREL", 2, [2, 2], "MQTT-3.6.1-1"),
	accept("PUBCOMP", 0, [2, 2], "MQTT 3.1.1: 3.7.1"),
	SUBSCRIBE,
	accept("SUBACK", 0, [3, 3], "MQTT-3.8.4-5"),
	UNSUBSCRIBE,
	accept("UNSUBACK", 0, [2, 2], "MQTT 3.1.1: 3.11.1"),
	PINGREQ,
	accept("PINGRESP", 0, [0, 0], "MQTT 3.1.1: 3.13.1"),
	refuse("DISCONNECT", "MQTT 3.1.1: 2.2.1: client to server only"),
	refuse("reserved packet type 15", "MQTT 3.1.1: 2.2.1: forbidden", true),
];

/** 5. A CONNACK of two bytes is how a server that knows 3.1.1 alone refuses this version. */
export const FIVE_PACKET_RULES: readonly PacketRule[] = [
	RESERVED_0,
	CONNECT,
	accept("CONNACK", 0, [2, ANY], "MQTT 5.0: 3.2.2"),
	accept("PUBLISH", null, [3, ANY], "MQTT 5.0: 3.3.2"),
	accept("PUBACK", 0, [2, ANY], "MQTT 5.0: 3.4.2"),
	accept("PUBREC", 0, [2, ANY], "MQTT 5.0: 3.5.2"),
	accept("PUBREL", 2, [2, ANY], "MQTT-3.6.1-1"),
	accept("PUBCOMP", 0, [2, ANY], "MQTT 5.0: 3.7.2"),
	SUBSCRIBE,
	accept("SUBACK", 0, [4, ANY], "MQTT 5.0: 3.9.2"),
	UNSUBSCRIBE,
	accept("UNSUBACK", 0, [4, ANY], "MQTT 5.0: 3.11.2"),
	PINGREQ,
	accept("PINGRESP", 0, [0, 0], "MQTT 5.0: 3.13.1"),
	accept("DISCONNECT", 0, [0, ANY], "MQTT 5.0: 3.14.2"),
	accept("AUTH", 0, [0, ANY], "MQTT 5.0: 3.15.2"),
];
