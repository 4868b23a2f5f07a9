/**
 * Text from others, made honest for the eye: characters that show nothing, or that turn the direction of what follows, could make a
 * topic or payload look like another one. Each becomes a sign of its own. Line feeds and tabs stay; joiners stay, because scripts
 * and emoji are written with them.
 */

// C0 but \t and \n, DEL and C1, soft hyphen, Arabic letter mark, zero width space, direction marks, line and paragraph separators,
// embeddings and overrides, word joiner and invisible operators, isolates and deprecated format characters, BOM, interlinear
// annotation, lone surrogates, and tag characters (which can hide a whole text).
const INVISIBLE =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
	/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;

export function makeVisible(text: string): string {
	return text.replace(INVISIBLE, nameCharacter);
}

function nameCharacter(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x20) return String.fromCharCode(0x2400 + code);
	if (code === 0x7f) return "\u2421";
	return `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
}
