/** Where a text holds what is searched for: letters A to Z in either case, as the engine's search has it. */
import type { TextRange } from "../../../../shared/payload/reveal-lines.ts";

export interface TextPart {
	readonly text: string;
	readonly isMatch: boolean;
}

/** A hostile text could hold a match at every character; more than so many are not marked. */
const MOST_MATCHES = 100;
const NONE: readonly TextRange[] = [];

export function findMatches(text: string, search: string): readonly TextRange[] {
	if (search === "") return NONE;
	const lowered = lowerAscii(text);
	const wanted = lowerAscii(search);
	const ranges: TextRange[] = [];
	for (let from = lowered.indexOf(wanted); from !== -1 && ranges.length < MOST_MATCHES; ) {
		const to = from + wanted.length;
		ranges.push({ from, to });
		from = lowered.indexOf(wanted, to);
	}
	return ranges;
}

/** The text from `from` to `to`, divided where the ranges begin and end. */
export function splitMatches(text: string, ranges: readonly TextRange[], from = 0, to = text.length): readonly TextPart[] {
	const parts: TextPart[] = [];
	let at = from;
	for (const range of ranges) {
		if (range.to <= at) continue;
		if (range.from >= to) break;
		if (range.from > at) parts.push({ text: text.slice(at, range.from), isMatch: false });
		const end = Math.min(range.to, to);
		parts.push({ text: text.slice(Math.max(at, range.from), end), isMatch: true });
		at = end;
	}
	if (at < to) parts.push({ text: text.slice(at, to), isMatch: false });
	return parts;
}

/** Unlike `toLowerCase` it never changes the length, so that places in both texts are the same. */
function lowerAscii(text: string): string {
	return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
