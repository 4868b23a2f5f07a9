/** PUBACK, PUBREC, PUBREL and PUBCOMP: four bytes, and a fifth on 5 where there is a reason code to tell. [MQTT 5.0: 3.4.2.1] */
const FIRST_BYTE = { PUBACK: 0x40, PUBREC: 0x50, PUBREL: 0x62, PUBCOMP: 0x70 } as const;

export type AnswerName = keyof typeof FIRST_BYTE;

export const PACKET_ID_NOT_FOUND = 0x92;

/** On 3.x `reasonCode` must be 0. */
export function encodeAnswer(name: AnswerName, packetId: number, reasonCode = 0): Buffer {
	const body = [packetId >> 8, packetId & 0xff];
	if (reasonCode !== 0) body.push(reasonCode);
	return Buffer.from([FIRST_BYTE[name], body.length, ...body]);
}
