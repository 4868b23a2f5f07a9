/** Bytes from what a person typed. null = it is not that; nothing is guessed or left out in silence. */
import { decodeText } from "./decode-text.ts";
import { encodeBase64 } from "./encode-base64.ts";
import { formatHex } from "./format-hex.ts";

/** Pairs of digits; blanks, colons and hyphens between pairs are layout. */
export function parseHex(text: string): Uint8Array<ArrayBuffer> | null {
	const pairs = text.replace(/(?<=^|[0-9a-fA-F]{2})[\s:-]+|^\s+/g, "");
	if (!/^(?:[0-9a-fA-F]{2})*$/.test(pairs)) return null;
	const bytes = new Uint8Array(pairs.length / 2);
	for (let index = 0; index < bytes.length; index += 1) bytes[index] = Number.parseInt(pairs.slice(index * 2, index * 2 + 2), 16);
	return bytes;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Map([...ALPHABET].map((letter, value) => [letter, value]));

/** [RFC 4648, 4] Line breaks are layout; the padding may be missing, bits that belong to no byte must be 0. */
export function parseBase64(text: string): Uint8Array<ArrayBuffer> | null {
	const letters = text.replace(/\s+/g, "");
	const [, digits = "", padding = ""] = /^([A-Za-z0-9+/]*)(={0,2})$/.exec(letters) ?? [];
	if (digits.length + padding.length !== letters.length || digits.length % 4 === 1) return null;
	if (padding !== "" && (digits.length + padding.length) % 4 !== 0) return null;
	const bytes = new Uint8Array(Math.floor((digits.length * 6) / 8));
	let bits = 0;
	let held = 0;
	let at = 0;
	for (const letter of digits) {
		bits = ((bits << 6) | (VALUES.get(letter) ?? 0)) & 0xfff;
		held += 6;
		if (held < 8) continue;
		held -= 8;
		bytes[at++] = (bits >> held) & 0xff;
	}
	return (bits & ((1 << held) - 1)) === 0 ? bytes : null;
}

/** How bytes are typed. JSON is text that must be JSON. */
export const BYTE_SYNTAXES = ["text", "json", "hex", "base64"] as const;
export type ByteSyntax = (typeof BYTE_SYNTAXES)[number];

export function parseBytes(text: string, syntax: ByteSyntax): Uint8Array<ArrayBuffer> | null {
	switch (syntax) {
		case "text":
			return new TextEncoder().encode(text);
		case "json":
			return isJson(text) ? new TextEncoder().encode(text) : null;
		case "hex":
			return parseHex(text);
		case "base64":
			return parseBase64(text);
	}
}

/** The text that `parseBytes` reads as these bytes; null where the syntax has none, as text has not for what is not UTF-8. */
export function formatAs(bytes: Uint8Array, syntax: ByteSyntax): string | null {
	switch (syntax) {
		case "text":
		case "json":
			return decodeText(bytes);
		case "hex":
			return formatHex(bytes);
		case "base64":
			return encodeBase64(bytes);
	}
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
