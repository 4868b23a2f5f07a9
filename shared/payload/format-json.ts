/**
 * JSON checked and laid out without parsing it into values: every number, escape, repeated key and order stays exactly as it was
 * written, which parsing and printing again would change. It keeps its own stack, because payloads are hostile and may nest
 * deeper than the engine's; and it works in steps, because they may be megabytes.
 */

import { type JsonError, JsonRefusal, locateRefusal, skipScalar, skipSpace, skipString } from "./scan-json.ts";

export type { JsonError } from "./scan-json.ts";
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
		if (error instanceof JsonRefusal) return { ok: false, error: locateRefusal(text, error) };
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
			throw new JsonRefusal(written + out.length === 0 ? "empty" : "unexpected-end", at);
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
				throw new JsonRefusal("after-end", at);
			case "colon":
				if (character !== ":") throw new JsonRefusal("unexpected-character", at);
				out += ": ";
				at += 1;
				expected = "value";
				continue;
			case "comma-or-close":
				if (character !== ",") throw new JsonRefusal("unexpected-character", at);
				out += `,${lineBreak()}`;
				at += 1;
				expected = closers.at(-1) === "}" ? "key" : "value";
				continue;
			case "key":
			case "key-or-close": {
				if (character !== '"') throw new JsonRefusal("unexpected-character", at);
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
