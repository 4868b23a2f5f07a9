/**
 * The wall clock with a fraction of a millisecond, for both hosts. The monotonic clock alone would stand still while the machine
 * sleeps, and the wall clock alone has whole milliseconds and may be set back; so the first one is followed, set right by the second
 * where they part, and never answers less than it has answered before.
 */
import type { Clock } from "./ports.ts";

/** Less than this is the wall clock's rounding. */
const TOLERANCE_MS = 5;

export interface ClockSources {
	/** Whole milliseconds since the epoch; may jump. */
	readWallMs(): number;
	/** Milliseconds with a fraction since any moment; may stand still, never jumps back. */
	readSteadyMs(): number;
}

const system: ClockSources = { readWallMs: () => Date.now(), readSteadyMs: () => performance.now() };

export function createSystemClock({ readWallMs, readSteadyMs }: ClockSources = system): Clock {
	let originMs = readWallMs() - readSteadyMs();
	let latestMs = 0;
	return {
		now() {
			const wallMs = readWallMs();
			const steadyMs = readSteadyMs();
			if (Math.abs(wallMs - (originMs + steadyMs)) > TOLERANCE_MS) originMs = wallMs - steadyMs;
			latestMs = Math.max(latestMs, originMs + steadyMs);
			return latestMs;
		},
	};
}
