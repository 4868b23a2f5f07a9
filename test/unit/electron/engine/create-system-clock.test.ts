import { describe, expect, it } from "vitest";
import { createSystemClock } from "../../../../electron/engine/create-system-clock.ts";

function createSources(wallMs: number, steadyMs: number) {
	const time = { wallMs, steadyMs };
	const clock = createSystemClock({ readWallMs: () => time.wallMs, readSteadyMs: () => time.steadyMs });
	return { time, clock };
}

describe("the system clock", () => {
	it("tells the steady clock's fractions between the wall clock's milliseconds", () => {
		const { time, clock } = createSources(1_000_000, 50);
		time.steadyMs = 50.25;
		expect(clock.now()).toBe(1_000_000.25);
	});

	it("is right again after the machine has slept and the steady clock stood still", () => {
		const { time, clock } = createSources(1_000_000, 50);
		time.wallMs = 4_600_000;
		time.steadyMs = 51;
		expect(clock.now()).toBe(4_600_000);
		time.wallMs = 4_600_001;
		time.steadyMs = 52.5;
		expect(clock.now()).toBe(4_600_001.5);
	});

	it("stands still, and does not go back, when the wall clock is set back", () => {
		const { time, clock } = createSources(1_000_000, 50);
		const before = clock.now();
		time.wallMs = 400_000;
		time.steadyMs = 60;
		expect(clock.now()).toBe(before);
	});
});
