/**
 * Text from others, made honest for the eye: characters that show nothing, or that turn the direction of what follows, could make a
 * topic or payload look like another one. Each becomes a sign of its own. Line feeds and tabs stay; joiners stay, because scripts
 * and emoji are written with them.
 */

// C0 but \t and \n, DEL and C1, soft hyphen, Arabic letter mark, zero width space, direction marks, line and paragraph separators,
// embeddings and overrides, word joiner and invisible operators, isolates and deprecated format characters, BOM, interlinear
// annotation, lone surrogates, and tag characters (which can hide a whole text).
export const INVISIBLE =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
	/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;

/** The abbreviations that Unicode gives, where there are some that people know. */
const C0 =
	"NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US".split(
		" ",
	);
const NAMES: ReadonlyMap<number, string> = new Map([
	...C0.map((name, code): [number, string] => [code, name]),
	[0x7f, "DEL"],
	[0x85, "NEL"],
	[0x9b, "CSI"],
	[0xad, "SHY"],
	[0x61c, "ALM"],
	[0x200b, "ZWSP"],
	[0x200e, "LRM"],
	[0x200f, "RLM"],
	[0x2028, "LSEP"],
	[0x2029, "PSEP"],
	[0x202a, "LRE"],
	[0x202b, "RLE"],
	[0x202c, "PDF"],
	[0x202d, "LRO"],
	[0x202e, "RLO"],
	[0x2060, "WJ"],
	[0x2066, "LRI"],
	[0x2067, "RLI"],
	[0x2068, "FSI"],
	[0x2069, "PDI"],
	[0xfeff, "BOM"],
]);

/** A piece of a text: as it is, or one character that would not be seen. */
export interface VisiblePart {
	readonly text: string;
	/** Of what is not to be seen: its code point, `U+202E`. The text is then its abbreviation, or the same. */
	readonly code: string | null;
}

/** For where there is only plain text, such as a name or a tooltip: `⟨RLO⟩`. A text may hold these very characters; parts tell them apart. */
export function makeVisible(text: string): string {
	return text.replace(INVISIBLE, (character) => `⟨${nameCharacter(character)}⟩`);
}

export function hasInvisible(text: string): boolean {
	return text.search(INVISIBLE) !== -1;
}

export function splitVisible(text: string): readonly VisiblePart[] {
	const parts: VisiblePart[] = [];
	let from = 0;
	for (const match of text.matchAll(INVISIBLE)) {
		if (match.index > from) parts.push({ text: text.slice(from, match.index), code: null });
		parts.push(readSign(match[0]));
		from = match.index + match[0].length;
	}
	if (from < text.length || parts.length === 0) parts.push({ text: text.slice(from), code: null });
	return parts;
}

/** What stands for one character that would not be seen. */
export function readSign(character: string): VisiblePart & { readonly code: string } {
	return { text: nameCharacter(character), code: formatCode(character) };
}

function nameCharacter(character: string): string {
	return NAMES.get(character.codePointAt(0) ?? 0) ?? formatCode(character);
}

function formatCode(character: string): string {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
