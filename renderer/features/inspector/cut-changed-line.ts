import type { LineComparison } from "../../../shared/payload/compare-lines.ts";
import { cutLine } from "./cut-line.ts";

const LONG = 200;
const LEAD = 40;

/** A long line from shortly before where it differs from the line beside it that it replaces, or that replaced it. */
export function cutChangedLine(lines: LineComparison["lines"], index: number): string {
	const line = lines[index];
	if (line === undefined || line.kind === "gap") return "";
	if (line.kind === "same" || line.text.length <= LONG) return cutLine(line.text);
	const other = line.kind === "removed" ? findNext(lines, index) : findBefore(lines, index);
	let same = 0;
	while (same < line.text.length && line.text[same] === other[same]) same += 1;
	return same <= LONG ? cutLine(line.text) : `…${cutLine(line.text.slice(same - LEAD))}`;
}

function findNext(lines: LineComparison["lines"], index: number): string {
	const next = lines.slice(index).find((line) => line.kind !== "removed");
	return next?.kind === "added" ? next.text : "";
}

function findBefore(lines: LineComparison["lines"], index: number): string {
	const before = lines.slice(0, index).findLast((line) => line.kind !== "added");
	return before?.kind === "removed" ? before.text : "";
}
