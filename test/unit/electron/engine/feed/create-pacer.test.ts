import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPacer } from "../../../../../electron/engine/feed/create-pacer.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("after a quiet time it says so at once, in a busy one at its pace, and never twice for one mark", () => {
	let said = 0;
	const pacer = createPacer(40, () => {
		said += 1;
	});
	for (let round = 1; round <= 3; round += 1) {
		pacer.mark();
		pacer.mark();
		vi.advanceTimersByTime(0);
		expect(said).toBe(2 * round - 1);
		pacer.mark();
		vi.advanceTimersByTime(39);
		expect(said).toBe(2 * round - 1);
		vi.advanceTimersByTime(1);
		expect(said).toBe(2 * round);
		vi.advanceTimersByTime(60);
		expect(said).toBe(2 * round);
	}
});

test("closed, it says nothing more", () => {
	let said = 0;
	const pacer = createPacer(40, () => {
		said += 1;
	});
	pacer.mark();
	pacer.close();
	vi.advanceTimersByTime(100);
	expect(said).toBe(0);
});
