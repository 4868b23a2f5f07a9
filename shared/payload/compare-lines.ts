/**
 * What has changed between two texts, line by line, with a few unchanged lines around. What both begin and end with is passed over
 * before any lines are compared, so that a large text with a small change costs little; where the rest is too much, or too different,
 * it is told as one piece that took another's place.
 */
import { diffArrays } from "diff";

export interface LineChange {
	readonly kind: "same" | "added" | "removed";
	/** Without its line feed. */
	readonly text: string;
	/** From 1, in the text that it is a line of; for one that stayed, in the later text. */
	readonly line: number;
}

export interface LineComparison {
	readonly lines: readonly (LineChange | { readonly kind: "gap"; readonly count: number })[];
	/** Not compared line by line: too much of it is different. */
	readonly isCoarse: boolean;
	/** There are more changed lines than are told. */
	readonly isCut: boolean;
}

const CONTEXT_LINES = 3;
const MOST_COMPARED_LINES = 20_000;
const MOST_COMPARED_CHARACTERS = 1_000_000;
/** Differences beyond which comparing takes longer than it tells. */
const MOST_EDITS = 1500;
const LONGEST_MS = 60;
const MOST_LINES = 4000;

export function compareLines(before: string, after: string): LineComparison {
	const start = findSameStart(before, after);
	const [beforeEnd, afterEnd] = findSameEnd(before, after, start);
	const oldLines = splitLines(before.slice(start, beforeEnd));
	const newLines = splitLines(after.slice(start, afterEnd));
	const startLine = countLines(after, start);
	const changes = before === after ? [] : diffMiddle(oldLines, newLines);
	const isCoarse = changes === null;
	const parts = changes ?? [
		{ value: oldLines, added: false, removed: true },
		{ value: newLines, added: true, removed: false },
	];
	const lines: LineChange[] = [];
	let oldLine = startLine + 1;
	let newLine = startLine + 1;
	for (const { value, added, removed } of parts) {
		for (const text of value) {
			lines.push({ kind: added ? "added" : removed ? "removed" : "same", text, line: removed ? oldLine : newLine });
			if (!added) oldLine += 1;
			if (!removed) newLine += 1;
		}
	}
	const leading = readLinesBefore(after, start, startLine);
	const trailing = readLinesAfter(after, afterEnd, newLine);
	const isCut = lines.length > MOST_LINES;
	const shown = [...leading, ...lines.slice(0, MOST_LINES), ...(isCut ? [] : trailing)];
	const hiddenBefore = startLine - leading.length;
	return {
		lines:
			lines.length === 0 ? [] : [...(hiddenBefore > 0 ? [{ kind: "gap", count: hiddenBefore } as const] : []), ...fold(shown)],
		isCoarse,
		isCut,
	};
}

function diffMiddle(oldLines: string[], newLines: string[]) {
	if (oldLines.length + newLines.length > MOST_COMPARED_LINES) return null;
	const characters = [...oldLines, ...newLines].reduce((sum, line) => sum + line.length, 0);
	if (characters > MOST_COMPARED_CHARACTERS) return null;
	return diffArrays(oldLines, newLines, { maxEditLength: MOST_EDITS, timeout: LONGEST_MS }) ?? null;
}

/** Long stretches of unchanged lines become a gap. */
function fold(lines: readonly LineChange[]): LineComparison["lines"] {
	const folded: (LineChange | { readonly kind: "gap"; readonly count: number })[] = [];
	for (let at = 0; at < lines.length; ) {
		let end = at;
		while (lines[end]?.kind === "same") end += 1;
		const count = end - at;
		const head = at === 0 ? 0 : CONTEXT_LINES;
		const tail = end === lines.length ? 0 : CONTEXT_LINES;
		if (count > head + tail + 1 && (head > 0 || tail > 0)) {
			folded.push(...lines.slice(at, at + head), { kind: "gap", count: count - head - tail }, ...lines.slice(end - tail, end));
		} else {
			folded.push(...lines.slice(at, end));
		}
		while (end < lines.length && lines[end]?.kind !== "same") {
			const line = lines[end];
			if (line !== undefined) folded.push(line);
			end += 1;
		}
		at = end;
	}
	return folded;
}

/** The beginning of the first line that differs. */
function findSameStart(before: string, after: string): number {
	const most = Math.min(before.length, after.length);
	let at = 0;
	while (at < most && before.charCodeAt(at) === after.charCodeAt(at)) at += 1;
	if (at === 0 || (at === before.length && at === after.length)) return at;
	return before.lastIndexOf("\n", at - 1) + 1;
}

/** Behind the last lines that differ, in either text: after a line feed, or the end. */
function findSameEnd(before: string, after: string, start: number): readonly [number, number] {
	const most = Math.min(before.length, after.length) - start;
	let back = 0;
	while (back < most && before.charCodeAt(before.length - 1 - back) === after.charCodeAt(after.length - 1 - back)) back += 1;
	// The same end has to begin a line in both.
	const feed = before.indexOf("\n", Math.max(start, before.length - back));
	if (feed === -1) return [before.length, after.length];
	const length = before.length - feed - 1;
	return [before.length - length, after.length - length];
}

/** A text that ends with a line feed has no line behind it. */
function splitLines(text: string): string[] {
	if (text === "") return [];
	return (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");
}

function countLines(text: string, end: number): number {
	let count = 0;
	for (let at = text.indexOf("\n"); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) count += 1;
	return count;
}

function readLinesBefore(text: string, start: number, count: number): readonly LineChange[] {
	const lines: LineChange[] = [];
	let end = start - 1;
	for (let back = 0; back < CONTEXT_LINES && end >= 0; back += 1) {
		const from = end === 0 ? 0 : text.lastIndexOf("\n", end - 1) + 1;
		lines.unshift({ kind: "same", text: text.slice(from, end), line: count - back });
		end = from - 1;
	}
	return lines;
}

function readLinesAfter(text: string, start: number, line: number): readonly LineChange[] {
	const lines: LineChange[] = [];
	let from = start;
	for (let index = 0; index < CONTEXT_LINES && from < text.length; index += 1) {
		const feed = text.indexOf("\n", from);
		const end = feed === -1 ? text.length : feed;
		lines.push({ kind: "same", text: text.slice(from, end), line: line + index });
		from = end + 1;
	}
	return lines;
}
