const CEILING_SECONDS = 60;
/** So that many clients of a broker that came back do not come back at the same moment. */
const JITTER = 0.2;

/** How long to wait before attempt `attempt` (1, 2 …): the first delay, doubled each time, up to a minute or to itself if longer. */
export function computeBackOffMs(firstDelaySeconds: number, attempt: number, random: () => number = Math.random): number {
	const ceiling = Math.max(CEILING_SECONDS, firstDelaySeconds);
	const delay = Math.min(ceiling, firstDelaySeconds * 2 ** Math.min(attempt - 1, 16));
	return Math.round(Math.min(ceiling, delay * (1 - JITTER + 2 * JITTER * random())) * 1000);
}
