/** So that many clients of a broker that came back do not come back at the same moment. */
const JITTER = 0.2;

export interface BackOff {
	readonly firstSeconds: number;
	/** The longest wait; one shorter than the first delay counts as that. */
	readonly ceilingSeconds: number;
}

/** How long to wait before attempt `attempt` (1, 2 …): the first delay, doubled each time, up to the ceiling. */
export function computeBackOffMs(
	{ firstSeconds, ceilingSeconds }: BackOff,
	attempt: number,
	random: () => number = Math.random,
): number {
	const ceiling = Math.max(ceilingSeconds, firstSeconds);
	const delay = Math.min(ceiling, firstSeconds * 2 ** Math.min(attempt - 1, 16));
	return Math.round(Math.min(ceiling, delay * (1 - JITTER + 2 * JITTER * random())) * 1000);
}
