/**
 * A whole payload, read for looking at it: what it is as text and as JSON. In steps, because it may be megabytes. What is not valid is
 * told and never replaced.
 */
import { decodeTextInSteps, findWholeEnd } from "./decode-text.ts";
import { hasManyControls } from "./detect-payload.ts";
import { indexJsonInSteps, type JsonIndexing } from "./json-tree.ts";

export interface ReadPayload {
	readonly bytes: Uint8Array;
	/** null where it is not UTF-8. */
	readonly text: string | null;
	/** Why there is no text, or why it is none to a reader. */
	readonly trouble: "not-utf8" | "control-characters" | null;
	/** null where there is no text, and for a part. */
	readonly json: JsonIndexing | null;
}

/** What is read at once. A payload can have 256 MB; a larger one than this is read in parts. */
export const PART_BYTES = 16 << 20;

/** The bytes of the part that begins about here. It begins and ends between characters, so that no text is broken by the cut alone. */
export function readPart(payload: Uint8Array, from: number): Uint8Array {
	const start = from === 0 ? 0 : findWholeEnd(payload.subarray(0, from));
	const end = from + PART_BYTES >= payload.byteLength ? payload.byteLength : findWholeEnd(payload.subarray(0, from + PART_BYTES));
	return payload.subarray(start, end);
}

export function* readPayloadInSteps(bytes: Uint8Array, isPart: boolean): Generator<void, ReadPayload> {
	const text = yield* decodeTextInSteps(bytes);
	if (text === null) return { bytes, text, trouble: "not-utf8", json: null };
	yield;
	const json = isPart ? null : yield* indexJsonInSteps(text);
	return { bytes, text, trouble: hasManyControls(text) ? "control-characters" : null, json };
}

export type PayloadView = "text" | "json" | "hex" | "base64";

/** What "auto" shows, and the name of the reason. */
export interface ChosenView {
	readonly view: PayloadView;
	readonly reason:
		| "empty"
		| "json"
		| "json-scalar"
		| "text"
		| "broken-json"
		| "too-many-values"
		| "not-utf8"
		| "not-utf8-as-said"
		| "control-characters"
		| "part";
}

/** `saysUtf8`: the message's own payload format indicator. [MQTT 5.0, 3.3.2.3.2] */
export function choosePayloadView({ bytes, text, trouble, json }: ReadPayload, saysUtf8: boolean): ChosenView {
	if (bytes.byteLength === 0) return { view: "text", reason: "empty" };
	if (trouble === "not-utf8") return { view: "hex", reason: saysUtf8 ? "not-utf8-as-said" : trouble };
	if (trouble !== null || text === null) return { view: "hex", reason: "control-characters" };
	if (json === null) return { view: "text", reason: "part" };
	const looksLikeJson = /^\s*[[{]/.test(text);
	if (json.ok) return looksLikeJson ? { view: "json", reason: "json" } : { view: "text", reason: "json-scalar" };
	if (json.error === "too-many-values") return { view: "text", reason: "too-many-values" };
	return { view: "text", reason: looksLikeJson ? "broken-json" : "text" };
}
