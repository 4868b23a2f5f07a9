import { describe, expect, it } from "vitest";
import {
	type ScrollFacts,
	selectExpectedRowPx,
	selectMarginRows,
	selectMove,
	selectRows,
} from "../../../../../../renderer/features/messages/list/select-move.ts";

const MIDDLE: ScrollFacts = {
	scrollTop: 1000,
	viewportPx: 500,
	contentPx: 2500,
	follows: false,
	reachesStart: false,
	reachesEnd: false,
	isByReader: true,
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

	it("is not needed to follow where everything is in sight", () => {
		const whole = { ...MIDDLE, scrollTop: 0, contentPx: 300, reachesStart: true, reachesEnd: true, isByReader: false };
		expect(selectMove(whole)).toBe("follow");
		expect(selectMove({ ...whole, reachesEnd: false })).toBe("extend");
	});

	it("that is not the reader's own neither follows nor leaves, but still makes room", () => {
		expect(selectMove({ ...MIDDLE, ...END, isByReader: false })).toBe("none");
		expect(selectMove({ ...MIDDLE, ...END, isByReader: false, scrollTop: 200, contentPx: 700 })).toBe("extend");
		expect(selectMove({ ...MIDDLE, follows: true, isByReader: false })).toBe("none");
	});

	it("away from the end stops following at once, where there is anywhere to go", () => {
		const following = { ...MIDDLE, ...END, follows: true };
		expect(selectMove(following)).toBe("none");
		expect(selectMove({ ...following, scrollTop: 1990 })).toBe("leave");
		expect(selectMove({ ...following, heading: "older" })).toBe("leave");
		expect(selectMove({ ...following, heading: "older", scrollTop: 0, contentPx: 500 })).toBe("none");
	});

	it("never needs a second move at once: a moved window is wider than the edge is near, where rows are as high as expected", () => {
		for (const viewportPx of [120, 300, 480, 760, 1300, 2100]) {
			for (const rowPx of [26, 60, 140]) {
				const marginPx = selectMarginRows(viewportPx, rowPx) * rowPx;
				const facts = { ...MIDDLE, viewportPx, scrollTop: marginPx, contentPx: marginPx * 2 + viewportPx };
				expect(selectMove(facts)).toBe("none");
				expect(selectRows(viewportPx, rowPx) * rowPx).toBeGreaterThanOrEqual(viewportPx);
			}
		}
	});

	it("expects rows rather lower than those on the screen, and never lower than any can be", () => {
		expect(selectExpectedRowPx(1300, 10)).toBeCloseTo(91);
		expect(selectExpectedRowPx(200, 10)).toBe(24);
		expect(selectExpectedRowPx(0, 0)).toBe(24);
		expect(selectMarginRows(10_000, 1)).toBe(200);
	});
});
