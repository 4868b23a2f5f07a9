/**
 * A payload as lines for a bubble: JSON laid out, text as it is broken, and which lines belong together and can be folded away. Every
 * token is a place in the text as it came, so that what is searched for is found where it was sent, whatever the layout.
 */
import { decodeText } from "./decode-text.ts";
import { type BinaryReason, hasManyControls } from "./detect-payload.ts";
import { type JsonToken, tokenizeJson } from "./tokenize-json.ts";

export interface OutlineToken {
	readonly kind: JsonToken["kind"] | "text";
	readonly from: number;
	readonly to: number;
}

export interface OutlineLine {
	/** How far it is indented. */
	readonly depth: number;
	readonly tokens: readonly OutlineToken[];
	/** The line on which what this one opens is closed, or the last where it never is; its own number where it opens nothing. */
	readonly closesAt: number;
	/** How many members or items there are between them. */
	readonly size: number;
}

export type PayloadOutline =
	| { readonly kind: "empty" }
	| { readonly kind: "binary"; readonly reason: BinaryReason; readonly bytes: Uint8Array }
	| {
			readonly kind: "text" | "json";
			readonly text: string;
			readonly lines: readonly OutlineLine[];
			/** JSON that is wrong somewhere; its last token is the rest. Not what is only cut off. */
			readonly isBroken: boolean;
	  };

/** JSON up to here stays on the line it came on. */
const ONE_LINE_CHARACTERS = 60;
/** Hostile nesting is not indented for ever. */
const DEEPEST_INDENT = 16;

/** `payload` may be the first bytes of `payloadBytes`. */
export function outlinePayload(payload: Uint8Array, payloadBytes: number): PayloadOutline {
	if (payloadBytes === 0) return { kind: "empty" };
	const text = decodeText(payload, payload.byteLength < payloadBytes);
	if (text === null) return { kind: "binary", reason: "not-utf8", bytes: payload };
	if (hasManyControls(text)) return { kind: "binary", reason: "control-characters", bytes: payload };
	if (/^\s*[[{]/.test(text)) {
		const { tokens, scalars, problem } = tokenizeJson(text);
		const isCut = problem === "unexpected-end" && payload.byteLength < payloadBytes;
		// A line such as "[info] started" begins like JSON and is none.
		if (problem === null || scalars > 0 || isCut) {
			const isShort =
				problem === null && (text.trim().length <= ONE_LINE_CHARACTERS || scalars < 2) && !text.trim().includes("\n");
			const lines = isShort ? [createLine(tokens)] : layOut(text, tokens);
			return { kind: "json", text, lines, isBroken: problem !== null && !isCut };
		}
	}
	return { kind: "text", text, lines: splitLines(text, 0, text.length, "text"), isBroken: false };
}

interface GrowingLine {
	depth: number;
	tokens: OutlineToken[];
	closesAt: number;
	size: number;
}

function createLine(tokens: readonly OutlineToken[]): OutlineLine {
	return { depth: 0, tokens, closesAt: 0, size: 0 };
}

function layOut(text: string, tokens: readonly JsonToken[]): readonly OutlineLine[] {
	const lines: GrowingLine[] = [];
	/** The numbers of the lines that opened what is open. */
	const open: number[] = [];
	let line: GrowingLine | null = null;
	const begin = (): GrowingLine => {
		const begun = { depth: Math.min(open.length, DEEPEST_INDENT), tokens: [], closesAt: lines.length, size: 0 };
		lines.push(begun);
		return begun;
	};
	for (const [index, token] of tokens.entries()) {
		if (token.kind === "rest") {
			lines.push(
				...splitLines(text, token.from, token.to, "rest", lines.length).map((each) => ({ ...each, tokens: [...each.tokens] })),
			);
			break;
		}
		if (token.kind === "close" && tokens[index - 1]?.kind !== "open") {
			const opener = lines[open.pop() ?? -1];
			line = begin();
			if (opener !== undefined) opener.closesAt = lines.length - 1;
		}
		line ??= begin();
		line.tokens.push(token);
		const holder = isMember(token, tokens[index - 1]) ? lines[open.at(-1) ?? -1] : undefined;
		if (holder !== undefined) holder.size += 1;
		const next = tokens[index + 1];
		if (token.kind === "open" && next?.kind !== "close") {
			open.push(lines.length - 1);
			line = null;
		} else if (token.kind === "comma") {
			line = null;
		}
	}
	for (const number of open) {
		const opener = lines[number];
		if (opener !== undefined) opener.closesAt = lines.length - 1;
	}
	return lines;
}

/** Where a member or an item begins: with its key, or with its value where it has none. */
function isMember({ kind }: JsonToken, before: JsonToken | undefined): boolean {
	if (kind === "key") return true;
	return (kind === "open" || kind === "string" || kind === "number" || kind === "literal") && before?.kind !== "colon";
}

function splitLines(text: string, from: number, to: number, kind: "text" | "rest", first = 0): OutlineLine[] {
	const lines: OutlineLine[] = [];
	for (let at = from; at < to || lines.length === 0; ) {
		const found = text.indexOf("\n", at);
		const end = found === -1 || found >= to ? to : found;
		// The carriage return of a line's end belongs to it; any other is shown as what it is.
		const shown = found !== -1 && end > at && text[end - 1] === "\r" ? end - 1 : end;
		lines.push({ depth: 0, tokens: [{ kind, from: at, to: shown }], closesAt: first + lines.length, size: 0 });
		at = end + 1;
	}
	return lines;
}
