import { describe, expect, it } from "vitest";
import {
	formatTemplate,
	selectColumns,
	selectOwnWidth,
	sumWidths,
} from "../../../../../../renderer/features/messages/columns/select-columns.ts";
import {
	applyColumnShown,
	applyColumnWidth,
	createMessageViewStore,
	type MessageColumn,
	type MessageViewState,
} from "../../../../../../renderer/state/message-view-store.ts";

const initial = createMessageViewStore().getInitialState();
const widthOf = (state: MessageViewState, roomPx: number, column: MessageColumn) =>
	selectColumns(state, roomPx).find((each) => each.column === column)?.widthPx;

describe("the columns of the compact view", () => {
	it("have all their words in a wide window, and marks in place of words in a narrow one, the payload keeping its room", () => {
		expect(selectColumns(initial, 1400).every(({ isFolded }) => !isFolded)).toBe(true);
		const narrow = selectColumns(initial, 700);
		expect(narrow.filter(({ isFolded }) => isFolded).map(({ column }) => column)).toEqual([
			"direction",
			"subscription",
			"flags",
			"delivery",
		]);
		expect(700 - sumWidths(narrow)).toBeGreaterThan(100);
	});

	it("fit the smallest window without going sideways", () => {
		// What 900 px leave to the conversation, its scroll bar aside.
		expect(sumWidths(selectColumns(initial, 478))).toBeLessThanOrEqual(478);
		expect(sumWidths(selectColumns(initial, 300))).toBeGreaterThan(300);
	});

	it("stay as a person set them while the others give way, and go sideways where that is not enough", () => {
		const wide = applyColumnWidth(initial, "topic", 500);
		expect(widthOf(wide, 1400, "topic")).toBe(500);
		expect(widthOf(wide, 478, "topic")).toBe(500);
		expect(sumWidths(selectColumns(wide, 478))).toBeGreaterThan(478);
		expect(widthOf(applyColumnWidth(initial, "topic", 3), 478, "topic")).toBe(24);
		expect(widthOf(applyColumnWidth(initial, "topic", 1e9), 478, "topic")).toBe(800);
	});

	it("return to their own width when the wish is taken back", () => {
		const wished = applyColumnWidth(initial, "topic", 500);
		const own = widthOf(initial, 900, "topic");
		expect(selectOwnWidth(wished, "topic", 900)).toBe(own);
		expect(widthOf(applyColumnWidth(wished, "topic", null), 900, "topic")).toBe(own);
	});

	it("are those that are chosen, in their own order, and the payload always among them", () => {
		const few = ["time", "direction", "subscription", "flags", "size", "delivery"] as const;
		const hidden = few.reduce((state, column) => applyColumnShown(state, column, false), initial);
		expect(selectColumns(hidden, 900).map(({ column }) => column)).toEqual(["topic", "payload", "qos"]);
		expect(formatTemplate(selectColumns(hidden, 900))).toBe("208px minmax(72px, 1fr) 44px 30px");
		const shown = applyColumnShown(hidden, "time", true);
		expect(selectColumns(shown, 900).map(({ column }) => column)).toEqual(["time", "topic", "payload", "qos"]);
	});
});
