/**
 * Says "now" at most once in an interval, however often it is marked: at once after a quiet time, later in a busy one. Costs one timer
 * while there is something to say, and nothing otherwise.
 */
export interface Pacer {
	mark(): void;
	close(): void;
}

export function createPacer(intervalMs: number, onDue: () => void): Pacer {
	let lastAt = Number.NEGATIVE_INFINITY;
	let timer: NodeJS.Timeout | null = null;
	return {
		mark() {
			if (timer !== null) return;
			timer = setTimeout(
				() => {
					timer = null;
					lastAt = performance.now();
					onDue();
				},
				Math.max(0, lastAt + intervalMs - performance.now()),
			);
		},
		close() {
			if (timer !== null) clearTimeout(timer);
			timer = null;
		},
	};
}
