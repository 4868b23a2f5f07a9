/** What a payload is, by looking at its bytes and nothing else. */
import { decodeText } from "./decode-text.ts";
import { checkJson } from "./format-json.ts";

export type BinaryReason = "not-utf8" | "control-characters";

export type DetectedPayload =
	| { readonly kind: "empty" }
	| { readonly kind: "text"; readonly text: string }
	/** An object or an array; a bare number or word is text to a reader. */
	| { readonly kind: "json"; readonly text: string }
	| { readonly kind: "binary"; readonly reason: BinaryReason };

/** Valid UTF-8 with more than this share of control characters is a binary format that happens to be valid. */
const CONTROL_SHARE = 0.1;

/** `isCut`: these are the first bytes only. A cut text is never called JSON, because its end is not known. */
export function detectPayload(bytes: Uint8Array, isCut = false): DetectedPayload {
	if (bytes.byteLength === 0) return { kind: "empty" };
	const text = decodeText(bytes, isCut);
	if (text === null) return { kind: "binary", reason: "not-utf8" };
	if (hasManyControls(text)) return { kind: "binary", reason: "control-characters" };
	if (!isCut && /^\s*[[{]/.test(text) && checkJson(text) === null) return { kind: "json", text };
	return { kind: "text", text };
}

/** Looks at the first characters only: enough to tell, whatever the size. */
export function hasManyControls(text: string): boolean {
	const length = Math.min(text.length, 2048);
	let controls = 0;
	for (let at = 0; at < length; at += 1) {
		const code = text.charCodeAt(at);
		if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d && code !== 0x1b) controls += 1;
	}
	return controls > length * CONTROL_SHARE;
}
