/**
 * Draws batches from one feed's source: only when the source has said that there is something, only against credit, and one after
 * the other. A wake is answered in a later microtask, so that a source may call it in the middle of its own change.
 */
import type { FeedSource } from "./feed-source.ts";
import type { LinkFailure, Outcome } from "./wire.ts";

export interface FeedPump {
	addCredit(amount: number): void;
	close(): void;
}

export interface FeedPumpOptions {
	readonly credit: number;
	readonly open: (wake: () => void) => Outcome<FeedSource<unknown>>;
	readonly send: (batch: unknown) => void;
	/** The feed is over, for a reason on this side. Not called after `close`. */
	readonly onEnd: (failure: LinkFailure) => void;
	readonly onBug: (error: unknown) => LinkFailure;
}

/** More than this says nothing that less would not. */
const LARGEST_CREDIT = 1000;

/** null = it could not be opened, and `onEnd` has said why. */
export function openFeedPump(options: FeedPumpOptions): FeedPump | null {
	let credit = options.credit;
	let source: FeedSource<unknown> | null = null;
	let isAwake = false;
	let isScheduled = false;
	let isTaking = false;
	let isClosed = false;

	const close = () => {
		if (isClosed) return;
		isClosed = true;
		try {
			source?.close();
		} catch (error) {
			options.onBug(error);
		}
	};
	const fail = (error: unknown) => {
		const failure = options.onBug(error);
		if (isClosed) return;
		close();
		options.onEnd(failure);
	};
	const pump = async () => {
		isScheduled = false;
		if (source === null || isClosed) return;
		isTaking = true;
		isAwake = false;
		try {
			const batch = await source.take();
			if (batch !== null && !isClosed) {
				credit -= 1;
				options.send(batch);
			}
		} catch (error) {
			// A read that was under way when the feed was left may well fail for that very reason.
			if (!isClosed) fail(error);
		}
		isTaking = false;
		schedule();
	};
	const schedule = () => {
		if (isScheduled || isTaking || isClosed || !isAwake || credit === 0) return;
		isScheduled = true;
		queueMicrotask(() => void pump());
	};
	const wake = () => {
		isAwake = true;
		schedule();
	};

	try {
		const opened = options.open(wake);
		if (!opened.ok) {
			isClosed = true;
			options.onEnd(opened.failure);
			return null;
		}
		source = opened.value;
	} catch (error) {
		isClosed = true;
		options.onEnd(options.onBug(error));
		return null;
	}
	schedule();
	return {
		addCredit: (amount) => {
			credit = Math.min(credit + amount, LARGEST_CREDIT);
			schedule();
		},
		close,
	};
}
