/** Bytes as base64. [RFC 4648, 4] Written out here, because what browsers and Node have for it is neither in both nor in steps. */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** Whole groups of three, so that the pieces can be put together. */
const STEP_BYTES = 98_304;

export function* encodeBase64InSteps(bytes: Uint8Array): Generator<void, string> {
	const pieces: string[] = [];
	for (let from = 0; from < bytes.byteLength; from += STEP_BYTES) {
		pieces.push(encodeBase64(bytes.subarray(from, from + STEP_BYTES)));
		yield;
	}
	return pieces.join("");
}

export function encodeBase64(bytes: Uint8Array): string {
	let text = "";
	for (let at = 0; at < bytes.byteLength; at += 3) {
		const first = bytes[at] ?? 0;
		const second = bytes[at + 1];
		const third = bytes[at + 2];
		text += ALPHABET[first >> 2];
		text += ALPHABET[((first & 3) << 4) | ((second ?? 0) >> 4)];
		text += second === undefined ? "=" : ALPHABET[((second & 15) << 2) | ((third ?? 0) >> 6)];
		text += third === undefined ? "=" : ALPHABET[third & 63];
	}
	return text;
}
