/** A wait that something else may end early. Only one is under way at a time. */
export interface Pause {
	/** null = until `end`. */
	wait(delayMs: number | null): Promise<void>;
	/** Ends the wait that is under way; without one, the next one, so that nothing that happened in between is missed. */
	end(): void;
}

export function createPause(): Pause {
	let finish: (() => void) | null = null;
	let isOwed = false;
	return {
		wait: (delayMs) =>
			new Promise((resolve) => {
				if (isOwed) {
					isOwed = false;
					resolve();
					return;
				}
				const timer = delayMs === null ? undefined : setTimeout(() => finish?.(), delayMs);
				finish = () => {
					clearTimeout(timer);
					finish = null;
					resolve();
				};
			}),
		end: () => {
			if (finish === null) isOwed = true;
			else finish();
		},
	};
}
