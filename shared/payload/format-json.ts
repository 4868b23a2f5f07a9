/**
 * JSON checked and laid out without parsing it into values: every number, escape, repeated key and order stays exactly as it was
 * written, which parsing and printing again would change. It keeps its own stack, because payloads are hostile and may nest
 * deeper than the engine's; and it works in steps, because they may be megabytes.
 */

export type JsonProblem =
	| "empty"
	| "unexpected-end"
	| "unexpected-character"
	| "control-character"
	| "bad-escape"
	| "bad-number"
	| "after-end";

export interface JsonError {
	readonly problem: JsonProblem;
	/** In UTF-16 units, from 0. */
	readonly offset: number;
	/** From 1, as editors count. */
	readonly line: number;
	readonly column: number;
}

export type JsonFormat = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly error: JsonError };

type Expected = "value" | "value-or-close" | "key" | "key-or-close" | "colon" | "comma-or-close" | "nothing";

const INDENT = "  ";
/** Deeper levels are not indented further, and beyond a multiple of the text's own size no line is: a hostile nesting would grow with its square. */
const DEEPEST_INDENT = 40;
const MOST_GROWTH = 8;
const LEAST_BUDGET = 65_536;
/** Between two pauses: so much read, or so much laid out. */
const STEP_LENGTH = 32_768;
const PIECE_LENGTH = 131_072;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

class Refusal extends Error {
	readonly problem: JsonProblem;
	readonly offset: number;
	constructor(problem: JsonProblem, offset: number) {
		super(problem);
		this.problem = problem;
		this.offset = offset;
	}
}

/** Laid out with two spaces, or the place of the first error. */
export function formatJson(text: string): JsonFormat {
	const steps = formatJsonInSteps(text);
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
	}
}

/** The first error, or null where the text is JSON. */
export function checkJson(text: string): JsonError | null {
	const format = formatJson(text);
	return format.ok ? null : format.error;
}

/** The same as `formatJson`; yields often enough that whoever drives it can let others run. */
export function* formatJsonInSteps(text: string): Generator<void, JsonFormat> {
	try {
		return { ok: true, text: yield* layOut(text) };
	} catch (error) {
		if (error instanceof Refusal) return { ok: false, error: locate(text, error) };
		throw error;
	}
}

function* layOut(text: string): Generator<void, string> {
	const closers: string[] = [];
	// A text that grows by bits is a tree to the language until it is read; read now and then, it never becomes one of millions.
	const pieces: string[] = [];
	let written = 0;
	let out = "";
	let at = 0;
	let expected: Expected = "value";
	let nextStep = STEP_LENGTH;
	const budget = text.length * MOST_GROWTH + LEAST_BUDGET;
	const lineBreak = () => (written + out.length > budget ? "\n" : `\n${INDENT.repeat(Math.min(closers.length, DEEPEST_INDENT))}`);
	const afterValue = (): Expected => (closers.length === 0 ? "nothing" : "comma-or-close");

	for (;;) {
		at = skipSpace(text, at);
		if (at >= nextStep || out.length >= PIECE_LENGTH) {
			nextStep = at + STEP_LENGTH;
			written += out.length;
			pieces.push(flatten(out));
			out = "";
			yield;
		}
		const character = text[at];
		if (character === undefined) {
			if (expected === "nothing") return pieces.join("") + out;
			throw new Refusal(written + out.length === 0 ? "empty" : "unexpected-end", at);
		}
		const opensEmpty = expected === "value-or-close" || expected === "key-or-close";
		if (character === closers.at(-1) && (opensEmpty || expected === "comma-or-close")) {
			closers.pop();
			out += opensEmpty ? character : lineBreak() + character;
			at += 1;
			expected = afterValue();
			continue;
		}
		switch (expected) {
			case "nothing":
				throw new Refusal("after-end", at);
			case "colon":
				if (character !== ":") throw new Refusal("unexpected-character", at);
				out += ": ";
				at += 1;
				expected = "value";
				continue;
			case "comma-or-close":
				if (character !== ",") throw new Refusal("unexpected-character", at);
				out += `,${lineBreak()}`;
				at += 1;
				expected = closers.at(-1) === "}" ? "key" : "value";
				continue;
			case "key":
			case "key-or-close": {
				if (character !== '"') throw new Refusal("unexpected-character", at);
				const end = skipString(text, at);
				out += (opensEmpty ? lineBreak() : "") + text.slice(at, end);
				at = end;
				expected = "colon";
				continue;
			}
			default: {
				if (opensEmpty) out += lineBreak();
				if (character === "{" || character === "[") {
					closers.push(character === "{" ? "}" : "]");
					out += character;
					at += 1;
					expected = character === "{" ? "key-or-close" : "value-or-close";
					continue;
				}
				const end = skipScalar(text, at, character);
				out += text.slice(at, end);
				at = end;
				expected = afterValue();
			}
		}
	}
}

/** Asking for a character makes the language write the text out in one piece. */
function flatten(text: string): string {
	text.charCodeAt(0);
	return text;
}

function skipSpace(text: string, from: number): number {
	let at = from;
	for (;;) {
		const code = text.charCodeAt(at);
		if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
		at += 1;
	}
}

function skipScalar(text: string, at: number, first: string): number {
	if (first === '"') return skipString(text, at);
	const isNumber = first === "-" || (first >= "0" && first <= "9");
	const pattern = isNumber ? NUMBER : WORD;
	pattern.lastIndex = at;
	if (!pattern.test(text)) throw new Refusal(isNumber ? "bad-number" : "unexpected-character", at);
	const end = pattern.lastIndex;
	if (isNumber && /[\w.+-]/.test(text[end] ?? "")) throw new Refusal("bad-number", at);
	return end;
}

function skipString(text: string, from: number): number {
	let at = from + 1;
	for (;;) {
		const code = text.charCodeAt(at);
		if (code === 0x22) return at + 1;
		if (Number.isNaN(code)) throw new Refusal("unexpected-end", at);
		if (code < 0x20) throw new Refusal("control-character", at);
		if (code !== 0x5c) {
			at += 1;
			continue;
		}
		const escaped = text[at + 1];
		if (escaped === undefined) throw new Refusal("unexpected-end", at + 1);
		if (escaped === "u") {
			if (!/^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6))) throw new Refusal("bad-escape", at);
			at += 6;
		} else {
			if (!'"\\/bfnrt'.includes(escaped)) throw new Refusal("bad-escape", at);
			at += 2;
		}
	}
}

function locate(text: string, refusal: Refusal): JsonError {
	const before = text.slice(0, refusal.offset);
	const lineStart = before.lastIndexOf("\n") + 1;
	let line = 1;
	for (let at = before.indexOf("\n"); at !== -1; at = before.indexOf("\n", at + 1)) line += 1;
	return { problem: refusal.problem, offset: refusal.offset, line, column: refusal.offset - lineStart + 1 };
}
