/**
 * When a feed's credit is paid: after the batch has been painted, and no sooner than a pause after the payment before, so that a
 * flood takes a share of the page and never all of it. A page that is hidden paints nothing; there a timer pays, slowly.
 */

const HIDDEN_PAUSE_MS = 500;

export interface Payments {
	/** Pays once, after the next paint and at least `pauseMs` after the last payment. */
	payAfterPaint(pauseMs: number): void;
	/** How long the last step took until it was painted. */
	readonly paintMs: number;
	/** What is not paid yet never will be. */
	cancel(): void;
}

export function createPayments(pay: () => void): Payments {
	let lastPaidAt = 0;
	let paintMs = 0;
	let frame = 0;
	let hiddenTimer: ReturnType<typeof setTimeout> | undefined;
	let pauseTimer: ReturnType<typeof setTimeout> | undefined;

	const cancel = () => {
		cancelAnimationFrame(frame);
		clearTimeout(hiddenTimer);
		clearTimeout(pauseTimer);
	};
	const payNow = () => {
		cancel();
		lastPaidAt = performance.now();
		pay();
	};
	return {
		cancel,
		get paintMs() {
			return paintMs;
		},
		payAfterPaint(pauseMs) {
			cancel();
			const askedAt = performance.now();
			hiddenTimer = setTimeout(payNow, HIDDEN_PAUSE_MS);
			frame = requestAnimationFrame(() => {
				// A frame's callbacks run before its paint; a task queued from one runs after it.
				pauseTimer = setTimeout(() => {
					const now = performance.now();
					paintMs = now - askedAt;
					const restMs = pauseMs - (now - lastPaidAt);
					if (restMs > 0) pauseTimer = setTimeout(payNow, restMs);
					else payNow();
				}, 0);
			});
		},
	};
}
