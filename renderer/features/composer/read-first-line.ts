const MOST_CHARACTERS = 120;

/** The first line that says something, for a list; its end is left to the eye. */
export function readFirstLine(text: string): string {
	const line = /^[ \t\r\n]*([^\r\n]*)/.exec(text)?.[1] ?? "";
	return Array.from(line.slice(0, 2 * MOST_CHARACTERS))
		.slice(0, MOST_CHARACTERS)
		.join("");
}
