/**
 * JSON as tokens over its own text, as far as it goes: for showing the first bytes of a payload, or one that breaks off. What is not JSON,
 * or is not there, ends it; nothing is repaired. At once and not in steps: it is meant for the few kilobytes of a preview.
 */
import { type JsonProblem, JsonRefusal, skipScalar, skipSpace, skipString } from "./scan-json.ts";

export interface JsonToken {
	/** `rest`: from the first wrong character to the end. */
	readonly kind: "open" | "close" | "key" | "colon" | "comma" | "string" | "number" | "literal" | "rest";
	readonly from: number;
	readonly to: number;
}

export interface JsonTokens {
	readonly tokens: readonly JsonToken[];
	/** How many values there are that hold no others. */
	readonly scalars: number;
	/** null where the text is JSON as a whole; `unexpected-end` where it is right as far as it goes. */
	readonly problem: JsonProblem | null;
}

const WORDS = ["true", "false", "null"];

export function tokenizeJson(text: string): JsonTokens {
	const tokens: JsonToken[] = [];
	const closers: string[] = [];
	let scalars = 0;
	let at = 0;
	/** Whether a key, or a value, must come now and not a closing sign. */
	let isAfterComma = false;
	let expected: "value" | "key" | "colon" | "comma" | "nothing" = "value";
	const add = (kind: JsonToken["kind"], to: number) => {
		tokens.push({ kind, from: at, to });
		at = to;
	};
	const afterValue = () => (closers.length === 0 ? "nothing" : "comma");
	const end = (problem: JsonProblem): JsonTokens => {
		if (at < text.length) add("rest", text.length);
		return { tokens, scalars, problem };
	};

	for (;;) {
		at = skipSpace(text, at);
		const character = text[at];
		if (character === undefined) return expected === "nothing" ? { tokens, scalars, problem: null } : end("unexpected-end");
		const mayClose = expected === "comma" || (!isAfterComma && (expected === "key" || expected === "value"));
		if (mayClose && character === closers.at(-1)) {
			closers.pop();
			add("close", at + 1);
			expected = afterValue();
			continue;
		}
		if (expected === "nothing") return end("after-end");
		if (expected === "comma" || expected === "colon") {
			if (character !== (expected === "comma" ? "," : ":")) return end("unexpected-character");
			add(expected, at + 1);
			isAfterComma = true;
			expected = expected === "comma" && closers.at(-1) === "}" ? "key" : "value";
			continue;
		}
		if (expected === "key" && character !== '"') return end("unexpected-character");
		if (expected === "value" && (character === "{" || character === "[")) {
			closers.push(character === "{" ? "}" : "]");
			add("open", at + 1);
			isAfterComma = false;
			expected = character === "{" ? "key" : "value";
			continue;
		}
		const kind = expected === "key" ? "key" : readScalarKind(character);
		const to = findScalarEnd(text, at, character);
		if (typeof to !== "number") {
			if (to === "unexpected-end") add(kind, text.length);
			return end(to);
		}
		add(kind, to);
		if (kind === "key") {
			expected = "colon";
		} else {
			scalars += 1;
			expected = afterValue();
		}
	}
}

function readScalarKind(first: string): "string" | "number" | "literal" {
	if (first === '"') return "string";
	return first === "t" || first === "f" || first === "n" ? "literal" : "number";
}

/** Behind the string, number or word; or why it is none. `unexpected-end`: it is one, and breaks off with the text. */
function findScalarEnd(text: string, at: number, first: string): number | JsonProblem {
	try {
		return first === '"' ? skipString(text, at) : skipScalar(text, at, first);
	} catch (error) {
		if (!(error instanceof JsonRefusal)) throw error;
		const left = text.length - at;
		if (left < 5 && WORDS.some((word) => left < word.length && word.startsWith(text.slice(at)))) return "unexpected-end";
		// What an escape or a number lacks may stand behind the end as well.
		if (error.problem === "bad-escape" && text.length - error.offset < 6 && !text.includes('"', error.offset))
			return "unexpected-end";
		return error.problem;
	}
}
