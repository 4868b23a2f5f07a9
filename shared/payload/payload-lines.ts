/** A payload as lines of bounded length, made when they are looked at: megabytes cost an index and nothing more. */
import { formatHexLine, HEX_LINE_BYTES } from "./format-hex.ts";
import { makeVisible } from "./make-visible.ts";

export interface PayloadLines {
	readonly count: number;
	/** Ready to be shown. */
	read(index: number): string;
}

/** Longer lines go on in the next; a single line of megabytes could not be laid out. */
const LINE_CHARACTERS = 120;

export function splitTextLines(text: string): PayloadLines {
	const starts: number[] = [];
	for (let from = 0; ; ) {
		const feed = text.indexOf("\n", from);
		const end = feed === -1 ? text.length : feed;
		let start = from;
		do {
			starts.push(start);
			start = nextStart(text, start, end);
		} while (start < end);
		if (feed === -1) break;
		from = feed + 1;
	}
	return {
		count: starts.length,
		read: (index) => makeVisible(text.slice(starts[index], starts[index + 1]).replace(/\n$/, "")),
	};
}

function nextStart(text: string, start: number, end: number): number {
	const next = start + LINE_CHARACTERS;
	if (next >= end) return end;
	const last = text.charCodeAt(next - 1);
	return last >= 0xd800 && last <= 0xdbff ? next - 1 : next;
}

/** `offset`: what the first byte is counted as. */
export function splitHexLines(bytes: Uint8Array, offset: number): PayloadLines {
	return {
		count: Math.ceil(bytes.byteLength / HEX_LINE_BYTES),
		read: (index) => formatHexLine(bytes, index * HEX_LINE_BYTES, offset),
	};
}
