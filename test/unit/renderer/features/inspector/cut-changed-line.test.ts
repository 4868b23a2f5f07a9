import { expect, test } from "vitest";
import { cutChangedLine } from "../../../../../renderer/features/inspector/cut-changed-line.ts";
import { compareLines } from "../../../../../shared/payload/compare-lines.ts";

test("of two long lines that are the same for long, the place where they part is shown", () => {
	const start = "x".repeat(5000);
	const { lines } = compareLines(`${start}old end`, `${start}new end`);
	expect([0, 1].map((index) => cutChangedLine(lines, index))).toEqual([`…${"x".repeat(40)}old end`, `…${"x".repeat(40)}new end`]);
});

test("short lines are whole, and long ones that have nothing beside them begin at their beginning", () => {
	expect(cutChangedLine(compareLines("a", "b").lines, 1)).toBe("b");
	const { lines } = compareLines("", "y".repeat(5000));
	expect(cutChangedLine(lines, 0)).toBe(`${"y".repeat(400)}…`);
});
