/** What a fold or the first screen hides of a search, and how to bring it to light. */
import type { OutlineLine } from "./outline-payload.ts";
import { type OutlineFold, selectOutlineRows } from "./select-outline-rows.ts";

/** A place in the payload's text. */
export interface TextRange {
	readonly from: number;
	readonly to: number;
}

/** How many of the ranges, which are in order, begin within `from` and `to`. */
export function countRanges(ranges: readonly TextRange[], from: number, to: number): number {
	return ranges.filter((range) => range.from >= from && range.from < to).length;
}

/** From the first character that a folded line hides to behind the last. */
export function readHiddenRange(lines: readonly OutlineLine[], line: number): TextRange {
	const opener = lines[line];
	const closer = lines[opener?.closesAt ?? line];
	const closesOnToken = closer?.tokens[0]?.kind === "close";
	return {
		from: opener?.tokens.at(-1)?.to ?? 0,
		to: (closesOnToken ? closer?.tokens[0]?.from : closer?.tokens.at(-1)?.to) ?? 0,
	};
}

/** Everything unfolded that hides one of the ranges; the same fold where nothing does. */
export function revealRanges(lines: readonly OutlineLine[], fold: OutlineFold, ranges: readonly TextRange[]): OutlineFold {
	const hiding = [...fold.folded].filter((line) => {
		const { from, to } = readHiddenRange(lines, line);
		return countRanges(ranges, from, to) > 0;
	});
	const folded = hiding.length === 0 ? fold.folded : new Set([...fold.folded].filter((line) => !hiding.includes(line)));
	const { rows } = selectOutlineRows(lines, { ...fold, folded });
	const last = rows.at(-1);
	const shownTo = last === undefined ? 0 : (last.cutAt ?? lines[lines[last.line]?.closesAt ?? last.line]?.tokens.at(-1)?.to ?? 0);
	const isBelow = !fold.isWhole && ranges.some((range) => range.to > Math.max(shownTo, 0)) && hasMore(lines, { ...fold, folded });
	if (hiding.length === 0 && !isBelow) return fold;
	return { folded, isWhole: fold.isWhole || isBelow };
}

function hasMore(lines: readonly OutlineLine[], fold: OutlineFold): boolean {
	const { leftOutLines, leftOutCharacters } = selectOutlineRows(lines, fold);
	return leftOutLines > 0 || leftOutCharacters > 0;
}
