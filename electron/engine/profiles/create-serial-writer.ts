/**
 * One write at a time; what is asked for meanwhile goes together into the next. Every asker hears of the write that its own change
 * was in.
 */
import type { Result } from "../../../shared/contract/spec.ts";

export interface SerialWriter<Change> {
	add(change: Change): Promise<Result<null>>;
	/** Resolves when nothing is under way any more. */
	close(): Promise<void>;
}

export function createSerialWriter<Change>(write: (changes: readonly Change[]) => Promise<Result<null>>): SerialWriter<Change> {
	let waiting: { readonly changes: Change[]; readonly done: Promise<Result<null>> } | null = null;
	let last: Promise<unknown> = Promise.resolve();
	return {
		add(change) {
			if (waiting !== null) {
				waiting.changes.push(change);
				return waiting.done;
			}
			const changes = [change];
			const done = last.then(() => {
				waiting = null;
				return write(changes);
			});
			waiting = { changes, done };
			last = done.catch(() => undefined);
			return done;
		},
		async close() {
			await last;
		},
	};
}
