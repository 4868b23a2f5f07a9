/** A text as lines of bounded length, made when they are looked at: megabytes cost an index and nothing more. */
import { createIntColumn } from "./int-column.ts";
import { makeVisible } from "./make-visible.ts";

export interface TextLines {
	readonly count: number;
	/** Ready to be shown. */
	read(index: number): string;
	/** From 1; null where a line that is too long goes on. */
	readNumber(index: number): number | null;
}

const STEP_LINES = 8192;

/** `columns`: longer lines go on in the next. Yields often enough that whoever drives it can let others run. */
export function* indexLinesInSteps(text: string, columns: number): Generator<void, TextLines> {
	const starts = createIntColumn();
	const numbers = createIntColumn();
	let number = 0;
	for (let from = 0; ; ) {
		const feed = text.indexOf("\n", from);
		const end = feed === -1 ? text.length : feed;
		number += 1;
		for (
			let start = from, isFirst = true;
			start < end || isFirst;
			start = nextStart(text, start, end, columns), isFirst = false
		) {
			starts.push(start);
			numbers.push(isFirst ? number : 0);
			if (starts.length % STEP_LINES === 0) yield;
		}
		if (feed === -1) break;
		from = feed + 1;
	}
	const startOf = starts.finish();
	const numberOf = numbers.finish();
	return {
		count: startOf.length,
		read: (index) => makeVisible(text.slice(startOf[index], startOf[index + 1]).replace(/\r?\n$/, "")),
		readNumber: (index) => (numberOf[index] === 0 ? null : (numberOf[index] ?? null)),
	};
}

/** A cut that does not tear a surrogate pair apart. */
function nextStart(text: string, start: number, end: number, columns: number): number {
	const next = start + columns;
	if (next >= end) return end;
	const last = text.charCodeAt(next - 1);
	return last >= 0xd800 && last <= 0xdbff ? next - 1 : next;
}
