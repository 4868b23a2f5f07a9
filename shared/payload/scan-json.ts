/** JSON character by character: what every reader of it here shares. A text that is not JSON is refused by throwing, at its first wrong place. */

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

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

export class JsonRefusal extends Error {
	readonly problem: JsonProblem;
	readonly offset: number;
	constructor(problem: JsonProblem, offset: number) {
		super(problem);
		this.problem = problem;
		this.offset = offset;
	}
}

export function skipSpace(text: string, from: number): number {
	let at = from;
	for (;;) {
		const code = text.charCodeAt(at);
		if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
		at += 1;
	}
}

export function skipScalar(text: string, at: number, first: string): number {
	if (first === '"') return skipString(text, at);
	const isNumber = first === "-" || (first >= "0" && first <= "9");
	const pattern = isNumber ? NUMBER : WORD;
	pattern.lastIndex = at;
	if (!pattern.test(text)) throw new JsonRefusal(isNumber ? "bad-number" : "unexpected-character", at);
	const end = pattern.lastIndex;
	if (isNumber && /[\w.+-]/.test(text[end] ?? "")) throw new JsonRefusal("bad-number", at);
	return end;
}

export function skipString(text: string, from: number): number {
	let at = from + 1;
	for (;;) {
		const code = text.charCodeAt(at);
		if (code === 0x22) return at + 1;
		if (Number.isNaN(code)) throw new JsonRefusal("unexpected-end", at);
		if (code < 0x20) throw new JsonRefusal("control-character", at);
		if (code !== 0x5c) {
			at += 1;
			continue;
		}
		const escaped = text[at + 1];
		if (escaped === undefined) throw new JsonRefusal("unexpected-end", at + 1);
		if (escaped === "u") {
			if (!/^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6))) throw new JsonRefusal("bad-escape", at);
			at += 6;
		} else {
			if (!'"\\/bfnrt'.includes(escaped)) throw new JsonRefusal("bad-escape", at);
			at += 2;
		}
	}
}

export function locateRefusal(text: string, refusal: JsonRefusal): JsonError {
	const before = text.slice(0, refusal.offset);
	const lineStart = before.lastIndexOf("\n") + 1;
	let line = 1;
	for (let at = before.indexOf("\n"); at !== -1; at = before.indexOf("\n", at + 1)) line += 1;
	return { problem: refusal.problem, offset: refusal.offset, line, column: refusal.offset - lineStart + 1 };
}
