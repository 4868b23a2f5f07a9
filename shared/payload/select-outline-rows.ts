/** Which lines of a payload a bubble shows: those that no fold hides, as far as the first screen goes. */
import type { OutlineLine } from "./outline-payload.ts";

export interface OutlineFold {
	/** The lines whose part is folded away. */
	readonly folded: ReadonlySet<number>;
	/** All lines are wanted, and not only the first screen. */
	readonly isWhole: boolean;
}

export interface OutlineRow {
	readonly line: number;
	readonly isFolded: boolean;
	/** Where its text is cut, as a place in the payload's text; null where it is shown to its end. */
	readonly cutAt: number | null;
}

export interface OutlineRows {
	readonly rows: readonly OutlineRow[];
	/** What the first screen leaves out: lines that no fold hides, and characters of the last line shown. */
	readonly leftOutLines: number;
	readonly leftOutCharacters: number;
}

export const UNFOLDED: OutlineFold = { folded: new Set(), isWhole: false };

export const FIRST_LINES = 10;
/** One or two lines more are shown rather than announced. */
const SPARE_LINES = 2;
const FIRST_CHARACTERS = 700;
const SPARE_CHARACTERS = 100;

export function selectOutlineRows(lines: readonly OutlineLine[], { folded, isWhole }: OutlineFold): OutlineRows {
	const visible = listVisible(lines, folded);
	if (isWhole) return { rows: visible, leftOutLines: 0, leftOutCharacters: 0 };
	const rows: OutlineRow[] = [];
	const most = visible.length <= FIRST_LINES + SPARE_LINES ? visible.length : FIRST_LINES;
	let left = FIRST_CHARACTERS;
	for (const row of visible) {
		const line = lines[row.line];
		if (line === undefined || rows.length === most || left <= 0) break;
		const from = line.tokens[0]?.from ?? 0;
		const length = (line.tokens.at(-1)?.to ?? 0) - from;
		if (length > left + SPARE_CHARACTERS) {
			rows.push({ ...row, cutAt: from + left });
			return { rows, leftOutLines: visible.length - rows.length, leftOutCharacters: length - left };
		}
		rows.push(row);
		left -= length;
	}
	return { rows, leftOutLines: visible.length - rows.length, leftOutCharacters: 0 };
}

function listVisible(lines: readonly OutlineLine[], folded: ReadonlySet<number>): readonly OutlineRow[] {
	const rows: OutlineRow[] = [];
	for (let line = 0; line < lines.length; ) {
		const closesAt = lines[line]?.closesAt ?? line;
		const isFolded = closesAt > line && folded.has(line);
		rows.push({ line, isFolded, cutAt: null });
		line = isFolded ? closesAt + 1 : line + 1;
	}
	return rows;
}
