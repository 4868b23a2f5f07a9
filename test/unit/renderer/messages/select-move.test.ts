import { describe, expect, it } from "vitest";
import {
	type ScrollFacts,
	selectMarginRows,
	selectMove,
	selectRoomRows,
} from "../../../../renderer/features/messages/select-move.ts";

const MIDDLE: ScrollFacts = {
	scrollTop: 1000,
	viewportPx: 500,
	contentPx: 2500,
	follows: false,
	reachesStart: false,
	reachesEnd: false,
	heading: null,
};
const END = { scrollTop: 2000, reachesEnd: true };

describe("a scroll", () => {
	it("moves the window only near an edge that has more beyond it", () => {
		expect(selectMove(MIDDLE)).toBe("none");
		expect(selectMove({ ...MIDDLE, scrollTop: 300 })).toBe("extend");
		expect(selectMove({ ...MIDDLE, scrollTop: 300, reachesStart: true })).toBe("none");
		expect(selectMove({ ...MIDDLE, scrollTop: 1700 })).toBe("extend");
		expect(selectMove({ ...MIDDLE, scrollTop: 1700, reachesEnd: true })).toBe("none");
	});

	it("to the end begins to follow, but not while the reader heads for older rows", () => {
		expect(selectMove({ ...MIDDLE, ...END })).toBe("follow");
		expect(selectMove({ ...MIDDLE, ...END, heading: "older" })).toBe("none");
		expect(selectMove({ ...MIDDLE, ...END, reachesEnd: false })).toBe("extend");
	});

	it("away from the end stops following at once, where there is anywhere to go", () => {
		const following = { ...MIDDLE, ...END, follows: true };
		expect(selectMove(following)).toBe("none");
		expect(selectMove({ ...following, scrollTop: 1990 })).toBe("leave");
		expect(selectMove({ ...following, heading: "older" })).toBe("leave");
		expect(selectMove({ ...following, heading: "older", scrollTop: 0, contentPx: 500 })).toBe("none");
	});

	it("never needs a second move at once: a moved window is wider than the edge is near, however low its rows", () => {
		for (const viewportPx of [120, 300, 480, 760, 1300, 2100]) {
			const marginPx = selectMarginRows(viewportPx) * 26;
			const facts = { ...MIDDLE, viewportPx, scrollTop: marginPx, contentPx: marginPx * 2 + viewportPx };
			expect(selectMove(facts)).toBe("none");
			expect(selectRoomRows(viewportPx) * 26).toBeGreaterThanOrEqual(viewportPx);
		}
	});
});
