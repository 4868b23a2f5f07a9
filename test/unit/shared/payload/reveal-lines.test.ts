import { expect, test } from "vitest";
import { outlinePayload } from "../../../../shared/payload/outline-payload.ts";
import { countRanges, readHiddenRange, revealRanges } from "../../../../shared/payload/reveal-lines.ts";
import { selectOutlineRows, UNFOLDED } from "../../../../shared/payload/select-outline-rows.ts";
import { toggleAll, toggleLine } from "../../../../shared/payload/toggle-fold.ts";

const TEXT = JSON.stringify({
	room: "attic",
	inner: { deep: { wanted: 1 }, other: 2 },
	list: Array.from({ length: 20 }, (_, index) => index + 100),
});

function read(text: string) {
	const bytes = new TextEncoder().encode(text);
	const outline = outlinePayload(bytes, bytes.byteLength);
	if (outline.kind !== "json") throw new Error("it is JSON");
	const find = (wanted: string) => ({ from: text.indexOf(wanted), to: text.indexOf(wanted) + wanted.length });
	const lineOf = (key: string) =>
		outline.lines.findIndex(({ tokens }) => text.slice(tokens[0]?.from, tokens[0]?.to) === `"${key}"`);
	return { lines: outline.lines, find, lineOf };
}

test("what hides a match is unfolded, and nothing else", () => {
	const { lines, find, lineOf } = read(TEXT);
	const folded = new Set([lineOf("inner"), lineOf("deep"), lineOf("list")]);
	const open = revealRanges(lines, { folded, isWhole: false }, [find("wanted")]);
	expect([...open.folded]).toEqual([lineOf("list")]);
	expect(revealRanges(lines, UNFOLDED, [find("room")])).toBe(UNFOLDED);
});

test("a match behind the first screen brings all lines", () => {
	const { lines, find } = read(TEXT);
	expect(revealRanges(lines, UNFOLDED, [find("119")]).isWhole).toBe(true);
	expect(revealRanges(lines, UNFOLDED, [find("attic")]).isWhole).toBe(false);
});

test("a fold counts the matches that it hides, and none on its own line", () => {
	const { lines, find, lineOf } = read(TEXT);
	const { from, to } = readHiddenRange(lines, lineOf("inner"));
	expect(countRanges([find("inner"), find("wanted"), find("other"), find("list")], from, to)).toBe(2);
});

test("one press shows everything, the next folds what stands within the outermost part", () => {
	const { lines, lineOf } = read(TEXT);
	const whole = toggleAll(lines, toggleLine(UNFOLDED, lineOf("inner")));
	expect(selectOutlineRows(lines, whole).rows).toHaveLength(lines.length);
	const away = toggleAll(lines, whole);
	expect([...away.folded]).toEqual([lineOf("inner"), lineOf("list")]);
	expect(selectOutlineRows(lines, away).rows).toHaveLength(5);
	expect(toggleLine(toggleLine(UNFOLDED, 3), 3)).toEqual(UNFOLDED);
});
