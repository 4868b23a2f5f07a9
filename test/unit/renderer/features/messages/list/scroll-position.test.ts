import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { selectPosition } from "../../../../../../renderer/features/messages/list/scroll-position.ts";
import type { ConversationWindow } from "../../../../../../renderer/state/conversation-window.ts";

function createWindow(change: Partial<ConversationWindow>): ConversationWindow {
	return {
		rows: [],
		follows: false,
		reachesStart: false,
		reachesEnd: false,
		totals: { firstSeq: 1, lastSeq: 1_000_000, received: 1_000_000, published: 0, events: 0, evicted: 0, deleted: 0, pinned: 0 },
		matches: null,
		isFlooded: false,
		isStale: false,
		placing: { at: "keep" },
		replacements: 1,
		...change,
	};
}

describe("the place in the history", () => {
	it("is 0 with the first row at the top, 1 with the last at the bottom, and grows with every row between", () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 999_970 }), fc.integer({ min: 2, max: 30 }), (topSeq, visible) => {
				const view = { scrollTop: 500, viewportPx: 400, contentPx: 4000 };
				const at = (seq: number) =>
					selectPosition(createWindow({}), {
						...view,
						top: { seq, offsetPx: 0, heightPx: 40 },
						bottomSeq: Math.min(1_000_000, seq + visible),
					}).fraction;
				expect(at(1)).toBe(0);
				expect(at(1_000_000 - visible)).toBe(1);
				expect(at(topSeq)).toBeLessThanOrEqual(at(topSeq + 1));
			}),
		);
	});

	it("moves within a row, so that the thumb does not jump from row to row", () => {
		const view = { scrollTop: 500, viewportPx: 400, contentPx: 4000, bottomSeq: 510 };
		const half = selectPosition(createWindow({}), { ...view, top: { seq: 500, offsetPx: -20, heightPx: 40 } });
		const none = selectPosition(createWindow({}), { ...view, top: { seq: 500, offsetPx: 0, heightPx: 40 } });
		expect(half.fraction).toBeGreaterThan(none.fraction);
	});

	it("is the end for a reader who is followed, and pixels where the window holds everything", () => {
		const view = { scrollTop: 300, viewportPx: 400, contentPx: 1000, top: { seq: 3, offsetPx: 0, heightPx: 40 }, bottomSeq: 9 };
		expect(selectPosition(createWindow({ follows: true }), view).fraction).toBe(1);
		const whole = selectPosition(createWindow({ reachesStart: true, reachesEnd: true }), view);
		expect(whole).toMatchObject({ fraction: 0.5, share: 0.4 });
		expect(selectPosition(createWindow({ reachesStart: true, reachesEnd: true }), { ...view, contentPx: 300 }).share).toBe(1);
	});
});
