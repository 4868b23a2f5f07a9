/** Where a text holds what is searched for: letters A to Z in either case, as the engine's search has it. */

export interface TextPart {
	readonly text: string;
	readonly isMatch: boolean;
}

/** A hostile text could hold a match at every character; more than this many are not marked. */
const MOST_PARTS = 200;

export function splitMatches(text: string, search: string): readonly TextPart[] {
	if (search === "") return [{ text, isMatch: false }];
	const lowered = lowerAscii(text);
	const wanted = lowerAscii(search);
	const parts: TextPart[] = [];
	let from = 0;
	while (parts.length < MOST_PARTS) {
		const found = lowered.indexOf(wanted, from);
		if (found === -1) break;
		if (found > from) parts.push({ text: text.slice(from, found), isMatch: false });
		parts.push({ text: text.slice(found, found + wanted.length), isMatch: true });
		from = found + wanted.length;
	}
	if (from < text.length) parts.push({ text: text.slice(from), isMatch: false });
	return parts;
}

/** Unlike `toLowerCase` it never changes the length, so that places in both texts are the same. */
function lowerAscii(text: string): string {
	return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
