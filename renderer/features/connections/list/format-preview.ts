import { makeVisible } from "../../../../shared/payload/make-visible.ts";

/** Enough for one line of the list. */
const MOST_CHARACTERS = 120;

/** The first bytes of a payload on one line: text where they are text (a character cut at the end is left out), hex otherwise. */
export function formatPreview(bytes: Uint8Array): string {
	const text = readText(bytes);
	if (text !== null) return makeVisible(text.slice(0, MOST_CHARACTERS).toWellFormed());
	return [...bytes.subarray(0, 24)].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
}

function readText(bytes: Uint8Array): string | null {
	try {
		// `stream` keeps back a character whose rest lies beyond the preview.
		const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
		// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
		if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) return null;
		// Not `\s`, which would also take away what shows nothing and has to be told.
		return text.replace(/[\t-\r ]+/g, " ").replace(/^ | $/g, "");
	} catch {
		return null;
	}
}
