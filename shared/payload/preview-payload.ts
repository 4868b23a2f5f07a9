/** The few lines of a payload that a bubble shows. What is left out is said by `isShortened`; bytes and text are never changed, only drawn. */
import { cutText } from "./decode-text.ts";
import { type BinaryReason, detectPayload } from "./detect-payload.ts";
import { formatHex } from "./format-hex.ts";
import { formatJson } from "./format-json.ts";
import { makeVisible } from "./make-visible.ts";

export interface PayloadPreview {
	readonly kind: "empty" | "text" | "json" | "hex";
	/** Ready to be shown: nothing invisible is left in it. */
	readonly text: string;
	readonly isShortened: boolean;
	/** With `hex`: why it is not shown as text. */
	readonly reason: BinaryReason | null;
}

export const PREVIEW_LINES = 8;
export const PREVIEW_CHARACTERS = 600;
const PREVIEW_HEX_BYTES = 64;
/** JSON up to here stays on the line it came on. */
const ONE_LINE_CHARACTERS = 60;

/** `payload` may be the first bytes of `payloadBytes`. */
export function previewPayload(payload: Uint8Array, payloadBytes: number): PayloadPreview {
	const isCut = payload.byteLength < payloadBytes;
	const detected = detectPayload(payload, isCut);
	switch (detected.kind) {
		case "empty":
			return { kind: "empty", text: "", isShortened: false, reason: null };
		case "binary":
			return {
				kind: "hex",
				text: formatHex(payload.subarray(0, PREVIEW_HEX_BYTES)),
				isShortened: payloadBytes > PREVIEW_HEX_BYTES,
				reason: detected.reason,
			};
		case "json":
			return { kind: "json", ...shorten(layOutSmall(detected.text), false), reason: null };
		case "text":
			return { kind: "text", ...shorten(detected.text, isCut), reason: null };
	}
}

function layOutSmall(text: string): string {
	if (text.length <= ONE_LINE_CHARACTERS || text.length > PREVIEW_CHARACTERS || text.includes("\n")) return text;
	const format = formatJson(text);
	return format.ok && countLines(format.text) <= PREVIEW_LINES ? format.text : text;
}

function shorten(text: string, isCut: boolean): { readonly text: string; readonly isShortened: boolean } {
	const short = cutText(cutLines(text), PREVIEW_CHARACTERS);
	return { text: makeVisible(short), isShortened: isCut || short.length < text.length };
}

function cutLines(text: string): string {
	let at = -1;
	for (let line = 0; line < PREVIEW_LINES; line += 1) {
		at = text.indexOf("\n", at + 1);
		if (at === -1) return text;
	}
	return at === text.length - 1 ? text : text.slice(0, at);
}

function countLines(text: string): number {
	let lines = 1;
	for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines += 1;
	return lines;
}
