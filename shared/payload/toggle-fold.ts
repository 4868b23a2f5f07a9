/** What a person does to the folds of one payload. */
import type { OutlineLine } from "./outline-payload.ts";
import { type OutlineFold, selectOutlineRows, UNFOLDED } from "./select-outline-rows.ts";

/** The part that a line opens: away, or back. */
export function toggleLine(fold: OutlineFold, line: number): OutlineFold {
	const folded = new Set(fold.folded);
	if (!folded.delete(line)) folded.add(line);
	return { ...fold, folded };
}

/** All of it, where anything is hidden; otherwise what stands within the outermost object or array folds away. */
export function toggleAll(lines: readonly OutlineLine[], fold: OutlineFold): OutlineFold {
	const { leftOutLines, leftOutCharacters } = selectOutlineRows(lines, fold);
	if (fold.folded.size > 0 || leftOutLines > 0 || leftOutCharacters > 0) return { ...UNFOLDED, isWhole: true };
	const parts = lines.flatMap(({ depth, closesAt }, line) => (closesAt > line && depth === 1 ? [line] : []));
	return { folded: new Set(parts.length === 0 && (lines[0]?.closesAt ?? 0) > 0 ? [0] : parts), isWhole: false };
}
