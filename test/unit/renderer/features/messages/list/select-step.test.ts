import { describe, expect, it } from "vitest";
import {
	type MeasuredRow,
	type StepFacts,
	selectRevealPx,
	selectStep,
} from "../../../../../../renderer/features/messages/list/select-step.ts";

/** Rows of 100 px, of which the viewport of 300 px shows 3, 4 and 5 whole. */
const ROWS: readonly MeasuredRow[] = Array.from({ length: 8 }, (_, index) => ({
	seq: (index + 1) * 10,
	topPx: (index - 2) * 100,
	bottomPx: (index - 1) * 100,
}));
const READING: StepFacts = { rows: ROWS, viewportPx: 300, currentSeq: 40, towards: "newer", follows: false };
const seqOf = (facts: StepFacts) => {
	const step = selectStep(facts);
	return step?.kind === "row" ? step.row.seq : step;
};

describe("a step through the messages", () => {
	it("goes to the neighbour, and nowhere beyond the first and the last", () => {
		expect(seqOf(READING)).toBe(50);
		expect(seqOf({ ...READING, towards: "older" })).toBe(30);
		const lowered = ROWS.map((row) => ({ ...row, topPx: row.topPx - 300, bottomPx: row.bottomPx - 300 }));
		expect(seqOf({ ...READING, rows: lowered, currentSeq: 80 })).toBeNull();
		expect(seqOf({ ...READING, rows: ROWS.slice(2), currentSeq: 30, towards: "older" })).toBeNull();
	});

	it("begins with what is in sight, where the current message is not or where there is none", () => {
		expect(seqOf({ ...READING, currentSeq: null })).toBe(30);
		expect(seqOf({ ...READING, currentSeq: null, towards: "older" })).toBe(50);
		expect(seqOf({ ...READING, currentSeq: 10 })).toBe(30);
		expect(seqOf({ ...READING, currentSeq: 80, towards: "older" })).toBe(50);
	});

	it("begins with the newest for a reader at the end, whichever way it goes", () => {
		expect(seqOf({ ...READING, currentSeq: null, follows: true })).toBe(50);
		expect(seqOf({ ...READING, currentSeq: null, follows: true, towards: "older" })).toBe(50);
	});

	it("goes to the next beyond the edge, where no message is in sight", () => {
		const apart = ROWS.filter(({ seq }) => seq < 30 || seq > 50);
		expect(seqOf({ ...READING, rows: apart, currentSeq: null })).toBe(60);
		expect(seqOf({ ...READING, rows: apart, currentSeq: null, towards: "older" })).toBe(20);
		expect(seqOf({ ...READING, rows: [] })).toBeNull();
	});

	it("goes through a message that is higher than the viewport before it leaves it", () => {
		const high = [
			{ seq: 1, topPx: -50, bottomPx: 0 },
			{ seq: 2, topPx: 0, bottomPx: 400 },
			{ seq: 3, topPx: 400, bottomPx: 500 },
		];
		const facts = { ...READING, rows: high, currentSeq: 2 };
		expect(selectStep(facts)).toEqual({ kind: "scroll", px: 106 });
		const read = high.map((row) => ({ ...row, topPx: row.topPx - 100, bottomPx: row.bottomPx - 100 }));
		expect(seqOf({ ...facts, rows: read })).toBe(3);
		expect(selectStep({ ...facts, rows: read, towards: "older" })).toEqual({ kind: "scroll", px: -106 });
	});
});

describe("a message that is gone to", () => {
	it("moves the list no further than it takes to see it whole", () => {
		expect(selectRevealPx({ seq: 1, topPx: 100, bottomPx: 200 }, 300, "newer")).toBe(0);
		expect(selectRevealPx({ seq: 1, topPx: 250, bottomPx: 350 }, 300, "newer")).toBe(56);
		expect(selectRevealPx({ seq: 1, topPx: -40, bottomPx: 60 }, 300, "older")).toBe(-46);
	});

	it("shows the side that one comes to first, where it is higher than the viewport", () => {
		expect(selectRevealPx({ seq: 1, topPx: 300, bottomPx: 900 }, 300, "newer")).toBe(294);
		expect(selectRevealPx({ seq: 1, topPx: -600, bottomPx: 0 }, 300, "older")).toBe(-294);
	});
});
