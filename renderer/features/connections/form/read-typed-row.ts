/** After so long a pause, typing begins a new word. */
const PAUSE_MS = 700;

export interface Typed {
	readonly text: string;
	readonly at: number;
}

/**
 * The row that somebody means who types in a list: the next one whose name begins with what was typed; the same letter again goes on to
 * the next. null = it is no key to type with. `/` and `?` do something else everywhere.
 */
export function readTypedRow(
	names: readonly string[],
	current: number,
	key: string,
	before: Typed,
	now: number = Date.now(),
): { readonly index: number | null; readonly typed: Typed } | null {
	if ([...key].length !== 1 || key === "/" || key === "?") return null;
	const goesOn = now - before.at < PAUSE_MS;
	const text = (goesOn ? before.text : "") + key.toLowerCase();
	const isRepeated = [...text].every((character) => character === key.toLowerCase());
	const wanted = isRepeated ? key.toLowerCase() : text;
	const from = isRepeated ? current + 1 : current;
	for (let step = 0; step < names.length; step++) {
		const index = (from + step) % names.length;
		if (names[index]?.toLowerCase().startsWith(wanted) === true) return { index, typed: { text, at: now } };
	}
	return { index: null, typed: { text, at: now } };
}
