import type { Rule } from "../model/failure.ts";

/** The longest UTF-8 string that MQTT can carry, in bytes. [MQTT-1.5.4] */
const MAXIMUM_STRING_BYTES = 65_535;

/** Length of the text in UTF-8, without encoding it. A lone surrogate counts as the three bytes of its replacement. */
export function countUtf8Bytes(text: string): number {
	let bytes = 0;
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
	}
	return bytes;
}

/** What every MQTT string must obey: no NUL, no lone surrogate, at most 65,535 bytes. [MQTT-1.5.4-1, -2] */
export function checkMqttString(text: string): Rule | null {
	if (text.includes("\0")) return "nul-character";
	if (!text.isWellFormed()) return "lone-surrogate";
	// A UTF-16 unit never makes more than three bytes, so that most texts need no counting.
	if (text.length * 3 > MAXIMUM_STRING_BYTES && countUtf8Bytes(text) > MAXIMUM_STRING_BYTES) return "too-long";
	return null;
}
