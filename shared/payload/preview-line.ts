/** A payload on one line, as far as a line can be wide: bytes and text are never changed, only drawn. */
import { cutText } from "./decode-text.ts";
import { detectPayload } from "./detect-payload.ts";
import { formatHex } from "./format-hex.ts";
import { minifyJson } from "./minify-json.ts";

export interface PayloadLine {
	readonly kind: "empty" | "text" | "json" | "hex";
	/** Without line feeds and tabs: signs stand for them. What else would not be seen is left to the drawing. */
	readonly text: string;
	/** There is more than stands in the text. */
	readonly isShortened: boolean;
}

/** More than the widest screen has room for. */
const LINE_CHARACTERS = 400;
const LINE_HEX_BYTES = 128;

/** `payload` may be the first bytes of `payloadBytes`. */
export function previewLine(payload: Uint8Array, payloadBytes: number): PayloadLine {
	const isCut = payload.byteLength < payloadBytes;
	const detected = detectPayload(payload, isCut);
	switch (detected.kind) {
		case "empty":
			return { kind: "empty", text: "", isShortened: false };
		case "binary":
			return {
				kind: "hex",
				text: formatHex(payload.subarray(0, LINE_HEX_BYTES)),
				isShortened: payloadBytes > LINE_HEX_BYTES,
			};
		case "json":
			return { kind: "json", ...shorten(minifyJson(detected.text), isCut) };
		case "text":
			return { kind: "text", ...shorten(detected.text, isCut) };
	}
}

function shorten(text: string, isCut: boolean): { readonly text: string; readonly isShortened: boolean } {
	const short = cutText(text, LINE_CHARACTERS);
	const line = short.replaceAll("\r\n", "␍␊").replaceAll("\n", "␊").replaceAll("\t", "␉");
	return { text: line, isShortened: isCut || short.length < text.length };
}
