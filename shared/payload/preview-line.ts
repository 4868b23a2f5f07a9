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
	/** There is more before it: the line begins shortly before what is looked for. */
	readonly isStartCut?: true;
}

/** More than the widest screen has room for. */
const LINE_CHARACTERS = 400;
const LINE_HEX_BYTES = 128;
/** What stands so near to the beginning is seen in every column; what does not comes after so much of what is before it. */
const NEAR_CHARACTERS = 16;
const LEAD_CHARACTERS = 6;

/** `payload` may be the first bytes of `payloadBytes`. `findPlace`: where in a text that is to be seen stands; 0 where nothing is looked for. */
export function previewLine(payload: Uint8Array, payloadBytes: number, findPlace?: (text: string) => number): PayloadLine {
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
			return { kind: "json", ...shorten(minifyJson(detected.text), isCut, findPlace) };
		case "text":
			return { kind: "text", ...shorten(detected.text, isCut, findPlace) };
	}
}

function shorten(whole: string, isCut: boolean, findPlace?: (text: string) => number): Omit<PayloadLine, "kind"> {
	const place = findPlace?.(whole) ?? 0;
	const from = place <= NEAR_CHARACTERS ? 0 : readBoundary(whole, place - LEAD_CHARACTERS);
	const text = whole.slice(from);
	const short = cutText(text, LINE_CHARACTERS);
	const line = short.replaceAll("\r\n", "␍␊").replaceAll("\n", "␊").replaceAll("\t", "␉");
	return { text: line, isShortened: isCut || short.length < text.length, ...(from > 0 ? { isStartCut: true } : {}) };
}

/** Between characters, never inside one. */
function readBoundary(text: string, at: number): number {
	const unit = text.charCodeAt(at);
	return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
