import fc from "fast-check";
import { expect, test } from "vitest";
import { readLayout } from "../../../../renderer/app/remember-layout.ts";
import {
	applyHidden,
	applyWidth,
	isInspectorOver,
	type LayoutState,
	readColumnWidth,
	readInspectorCover,
} from "../../../../renderer/state/layout-store.ts";

const UNTOUCHED: LayoutState = { widthsPx: {}, hidden: [], closedFolders: [] };
const COLUMNS = ["connections", "subscriptions", "inspector"] as const;

test("whatever was wished, every column is within its limits and the conversation keeps a third of the smallest window", () => {
	const px = fc.integer({ min: 1, max: 10_000 });
	fc.assert(
		fc.property(px, px, px, fc.integer({ min: 900, max: 4000 }), (connections, subscriptions, inspector, windowPx) => {
			const state: LayoutState = { widthsPx: { connections, subscriptions, inspector }, hidden: [], closedFolders: [] };
			const widths = COLUMNS.map((column) => readColumnWidth(state, column, windowPx));
			for (const { min, max, initial, value } of widths) {
				expect(value).toBeGreaterThanOrEqual(min);
				expect(value).toBeLessThanOrEqual(max);
				expect(initial).toBeGreaterThanOrEqual(min);
				expect(initial).toBeLessThanOrEqual(max);
			}
			const [list = 0, filters = 0] = widths.map(({ value }) => value);
			expect(windowPx - 48 - list - filters).toBeGreaterThanOrEqual(windowPx / 3);
		}),
	);
});

test("a wish outlives a window that is too small for it", () => {
	const wished = applyWidth(UNTOUCHED, "connections", 400);
	expect(readColumnWidth(wished, "connections", 900).value).toBeLessThan(400);
	expect(readColumnWidth(wished, "connections", 1920).value).toBe(400);
});

test("the inspector has the room of a column that is put away", () => {
	const wished = applyWidth(UNTOUCHED, "inspector", 1200);
	const before = readColumnWidth(wished, "inspector", 1280).value;
	expect(readColumnWidth(applyHidden(wished, "subscriptions", true), "inspector", 1280).value).toBeGreaterThan(before);
});

test("what was stored comes back; anything else is a layout that nobody touched", () => {
	const kept: LayoutState = { widthsPx: { connections: 200, inspector: 500 }, hidden: ["subscriptions"], closedFolders: ["f"] };
	expect(readLayout(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
	for (const strange of [
		null,
		7,
		"x",
		[],
		{ widthsPx: { connections: "wide", inspector: -1 }, hidden: ["all"], closedFolders: [7] },
	]) {
		expect(readLayout(strange)).toEqual(UNTOUCHED);
	}
});

test("the inspector lies over the other columns where it would leave the conversation no room, which then gives way to it", () => {
	const both = applyHidden(applyHidden(UNTOUCHED, "connections", true), "subscriptions", true);
	expect(isInspectorOver(UNTOUCHED, 1280)).toBe(false);
	expect(isInspectorOver(UNTOUCHED, 900)).toBe(true);
	expect(isInspectorOver(both, 900)).toBe(false);
	// By itself it covers what it lies over, and not a pixel of the conversation.
	expect(readInspectorCover(UNTOUCHED, 900)).toBe(0);
	for (const windowPx of [640, 900, 1024, 1100, 1280, 2560]) {
		const wide = applyWidth(UNTOUCHED, "inspector", 5000);
		const columns = windowPx > 800 ? COLUMNS.slice(0, 2) : COLUMNS.slice(0, 1);
		const others = columns.reduce((sum, column) => sum + readColumnWidth(wide, column, windowPx).value, 48);
		const beside = isInspectorOver(wide, windowPx) ? 0 : readColumnWidth(wide, "inspector", windowPx).value;
		expect(windowPx - others - beside - readInspectorCover(wide, windowPx)).toBeGreaterThanOrEqual(Math.min(360, windowPx * 0.4));
	}
});
