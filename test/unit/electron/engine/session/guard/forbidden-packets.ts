/** What a broker may not send, with the reason code that MQTT 5 answers it with. Bytes are hexadecimal; `5` and `4` name versions. */
export interface ForbiddenPacket {
	readonly name: string;
	readonly hex: string;
	readonly versions: readonly (4 | 5)[];
	readonly code: number;
}

const BOTH = [4, 5] as const;
const FIVE = [5] as const;
const LEGACY = [4] as const;

function forbid(versions: readonly (4 | 5)[], code: number, name: string, hex: string): ForbiddenPacket {
	return { name, hex, versions, code };
}

/** After a good CONNACK. */
export const FORBIDDEN_AFTER_CONNACK: readonly ForbiddenPacket[] = [
	forbid(BOTH, 0x81, "reserved packet type 0", "00 00"),
	forbid(LEGACY, 0x81, "reserved packet type 15", "f0 00"),
	forbid(BOTH, 0x82, "CONNECT", "10 0c 00 04 4d 51 54 54 04 02 00 00 00 00"),
	forbid(BOTH, 0x82, "SUBSCRIBE", "82 06 00 01 00 01 61 00"),
	forbid(BOTH, 0x82, "UNSUBSCRIBE", "a2 05 00 01 00 01 61"),
	forbid(BOTH, 0x82, "PINGREQ", "c0 00"),
	forbid(LEGACY, 0x82, "DISCONNECT", "e0 00"),
	forbid(FIVE, 0x82, "AUTH without a method", "f0 00"),
	forbid(BOTH, 0x82, "a second CONNACK", "20 02 00 00"),
	forbid(BOTH, 0x81, "PINGRESP with flags", "d1 00"),
	forbid(BOTH, 0x81, "PINGRESP with a body", "d0 01 00"),
	forbid(BOTH, 0x81, "PUBACK with flags", "42 02 00 01"),
	forbid(BOTH, 0x81, "PUBREL without its flags", "60 02 00 01"),
	forbid(BOTH, 0x81, "SUBACK with flags", "91 04 00 01 00 00"),
	forbid(BOTH, 0x81, "a remaining length of five bytes", "30 ff ff ff ff 01"),
	forbid(FIVE, 0x81, "a remaining length longer than needed", "d0 80 00"),
	forbid(BOTH, 0x81, "PUBACK too short", "40 01 01"),
	forbid(LEGACY, 0x81, "PUBACK too long", "40 03 00 01 00"),
	forbid(BOTH, 0x82, "PUBACK with packet identifier 0", "40 02 00 00"),
	forbid(BOTH, 0x82, "PUBREC with packet identifier 0", "50 02 00 00"),
	forbid(BOTH, 0x82, "PUBREL with packet identifier 0", "62 02 00 00"),
	forbid(BOTH, 0x82, "PUBCOMP with packet identifier 0", "70 02 00 00"),
	forbid(FIVE, 0x82, "PUBACK with a reason code of another packet", "40 03 00 01 92"),
	forbid(FIVE, 0x82, "PUBREL with a reason code of another packet", "62 03 00 01 10"),
	forbid(FIVE, 0x81, "PUBACK with properties that reach beyond it", "40 04 00 01 00 05"),
	forbid(FIVE, 0x81, "PUBACK with bytes after its properties", "40 05 00 01 00 00 00"),
	forbid(FIVE, 0x81, "PUBACK with a property of PUBLISH", "40 06 00 01 00 02 01 01"),
	forbid(FIVE, 0x82, "PUBACK with two reason strings", "40 0a 00 01 00 06 1f 00 00 1f 00 00"),
	forbid(LEGACY, 0x82, "SUBACK with a reserved code", "90 03 00 01 03"),
	forbid(FIVE, 0x82, "SUBACK with a reserved code", "90 04 00 01 00 03"),
	forbid(FIVE, 0x82, "SUBACK with two codes for one filter", "90 05 00 01 00 00 00"),
	forbid(LEGACY, 0x81, "SUBACK with two codes for one filter", "90 04 00 01 00 00"),
	forbid(FIVE, 0x82, "UNSUBACK with a reserved code", "b0 04 00 01 00 01"),
	forbid(LEGACY, 0x81, "UNSUBACK too long", "b0 03 00 01 00"),
	forbid(BOTH, 0x81, "PUBLISH with QoS 3", "36 05 00 01 61 00 01"),
	forbid(BOTH, 0x81, "PUBLISH with DUP and QoS 0", "38 05 00 01 61 00 00"),
	forbid(BOTH, 0x81, "PUBLISH too short for its topic", "30 03 00 05 61"),
	forbid(LEGACY, 0x81, "PUBLISH with an empty topic", "30 03 00 00 61"),
	forbid(FIVE, 0x82, "PUBLISH with neither topic nor alias", "30 03 00 00 00"),
	forbid(BOTH, 0x81, "PUBLISH with + in its topic", "30 05 00 02 61 2b 00"),
	forbid(BOTH, 0x81, "PUBLISH with # in its topic", "30 05 00 02 23 61 00"),
	forbid(BOTH, 0x81, "PUBLISH with NUL in its topic", "30 05 00 02 61 00 00"),
	forbid(BOTH, 0x81, "PUBLISH with a topic that is not UTF-8", "30 05 00 02 c3 28 00"),
	forbid(BOTH, 0x81, "PUBLISH with a surrogate in its topic", "30 06 00 03 ed a0 80 00"),
	forbid(BOTH, 0x81, "PUBLISH with an overlong encoding in its topic", "30 05 00 02 c0 af 00"),
	forbid(BOTH, 0x82, "PUBLISH with packet identifier 0", "32 06 00 01 61 00 00 00"),
	forbid(BOTH, 0x81, "PUBLISH cut in its packet identifier", "32 04 00 01 61 00"),
	forbid(FIVE, 0x81, "PUBLISH with an unknown property", "30 06 00 01 61 02 7f 00"),
	forbid(FIVE, 0x81, "PUBLISH with a property of CONNACK", "30 07 00 01 61 03 21 00 01"),
	forbid(FIVE, 0x81, "PUBLISH with a will delay", "30 09 00 01 61 05 18 00 00 00 02"),
	forbid(FIVE, 0x82, "PUBLISH with a payload format of 2", "30 06 00 01 61 02 01 02"),
	forbid(FIVE, 0x82, "PUBLISH with two payload formats", "30 08 00 01 61 04 01 01 01 01"),
	forbid(FIVE, 0x82, "PUBLISH with subscription identifier 0", "30 06 00 01 61 02 0b 00"),
	forbid(FIVE, 0x81, "PUBLISH with a subscription identifier of five bytes", "30 0a 00 01 61 06 0b ff ff ff ff 01"),
	forbid(FIVE, 0x82, "PUBLISH with a wildcard in its response topic", "30 08 00 01 61 04 08 00 01 23"),
	forbid(FIVE, 0x81, "PUBLISH with NUL in a user property", "30 0b 00 01 61 07 26 00 01 00 00 01 61"),
	forbid(FIVE, 0x81, "PUBLISH with a property cut by the block's end", "30 06 00 01 61 02 02 00"),
	forbid(FIVE, 0x94, "PUBLISH with topic alias 0", "30 07 00 01 61 03 23 00 00"),
	forbid(FIVE, 0x94, "PUBLISH with a topic alias, of which none was offered", "30 07 00 01 61 03 23 00 01"),
	forbid(FIVE, 0x82, "DISCONNECT with a reason of clients alone", "e0 01 04"),
	forbid(FIVE, 0x82, "DISCONNECT with a session expiry", "e0 07 00 05 11 00 00 00 01"),
	forbid(FIVE, 0x81, "DISCONNECT with bytes after its properties", "e0 03 00 00 00"),
];

/** As the first thing that is said. */
export const FORBIDDEN_FIRST: readonly ForbiddenPacket[] = [
	forbid(BOTH, 0x82, "PUBLISH before CONNACK", "30 04 00 01 61 00"),
	forbid(BOTH, 0x82, "PINGRESP before CONNACK", "d0 00"),
	forbid(BOTH, 0x82, "SUBACK before CONNACK", "90 03 00 01 00"),
	forbid(FIVE, 0x82, "DISCONNECT before CONNACK", "e0 00"),
	forbid(FIVE, 0x82, "AUTH without a method", "f0 00"),
	forbid(BOTH, 0x81, "CONNACK with flags", "21 02 00 00"),
	forbid(BOTH, 0x81, "CONNACK with reserved acknowledge flags", "20 02 02 00"),
	forbid(LEGACY, 0x81, "CONNACK too long", "20 03 00 00 00"),
	forbid(BOTH, 0x81, "CONNACK too short", "20 01 00"),
	forbid(LEGACY, 0x82, "CONNACK with a reserved return code", "20 02 00 06"),
	forbid(LEGACY, 0x82, "CONNACK with session present in a refusal", "20 02 01 05"),
	forbid(FIVE, 0x82, "CONNACK with session present in a refusal", "20 03 01 87 00"),
	forbid(FIVE, 0x81, "CONNACK without properties", "20 02 00 00"),
	forbid(FIVE, 0x82, "CONNACK with a reason code of another packet", "20 03 00 92 00"),
	forbid(FIVE, 0x81, "CONNACK with an empty server keep alive", "20 04 00 00 01 13"),
	forbid(FIVE, 0x82, "CONNACK with Receive Maximum 0", "20 06 00 00 03 21 00 00"),
	forbid(FIVE, 0x82, "CONNACK with Maximum QoS 2", "20 05 00 00 02 24 02"),
	forbid(FIVE, 0x82, "CONNACK with Retain Available 2", "20 05 00 00 02 25 02"),
	forbid(FIVE, 0x82, "CONNACK with Maximum Packet Size 0", "20 08 00 00 05 27 00 00 00 00"),
	forbid(FIVE, 0x82, "CONNACK with two Receive Maximums", "20 09 00 00 06 21 00 01 21 00 01"),
	forbid(FIVE, 0x81, "CONNACK with a property of PUBLISH", "20 06 00 00 03 23 00 01"),
	forbid(FIVE, 0x81, "CONNACK with a property of clients", "20 05 00 00 02 17 01"),
	forbid(FIVE, 0x81, "CONNACK with properties that reach beyond it", "20 03 00 00 04"),
	forbid(FIVE, 0x81, "CONNACK with bytes after its properties", "20 04 00 00 00 00"),
];
