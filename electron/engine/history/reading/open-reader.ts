/** The asking side of the reader thread. A question that a crashed reader left open is asked again of the next one. */
import type { Log } from "../../ports.ts";
import { keepWorker } from "../keep-worker.ts";
import type { ReaderMessage, ReaderQuestion, ReaderTask } from "../worker-message.ts";

/** A read that fails for a passing reason is tried again so many times. */
const TRIES = 5;
const RETRY_MS = 100;

export interface Reader {
	/** Rejects with the signal's reason when it is aborted, and with an Error where the database cannot be read. */
	ask<Value>(question: ReaderQuestion, signal?: AbortSignal, onProgress?: (count: number) => void): Promise<Value>;
	/** Lets go of the file; what is asked meanwhile waits for `resume`. */
	suspend(): Promise<void>;
	resume(): void;
	close(): Promise<void>;
}

interface Open {
	readonly question: ReaderQuestion;
	readonly settle: (value: unknown) => void;
	readonly fail: (error: Error) => void;
	readonly onProgress: ((count: number) => void) | undefined;
	tries: number;
}

export function openReader(url: URL, readFile: () => string, log: Log, onDamage: (cause: string) => void): Reader {
	const open = new Map<number, Open>();
	let asked = 0;
	let isUp = false;
	const worker = keepWorker<ReaderTask, ReaderMessage>({
		url,
		farewell: { type: "end" },
		readSetup: () => ({ role: "reader", file: readFile() }),
		onMessage,
		onDown: () => {
			isUp = false;
		},
		onHopeless: (error) => {
			for (const one of open.values()) one.fail(error);
			open.clear();
		},
		log,
	});

	function send(id: number, question: ReaderQuestion): void {
		if (isUp) worker.post({ type: "ask", id, question });
	}

	function onMessage(message: ReaderMessage): void {
		if (message.type === "ready") {
			isUp = true;
			for (const [id, { question }] of open) send(id, question);
			return;
		}
		const one = open.get(message.id);
		if (one === undefined) return;
		if (message.type === "progress") {
			one.onProgress?.(message.count);
		} else if (message.type === "answer") {
			open.delete(message.id);
			one.settle(message.value);
		} else if (message.isDamage) {
			// Stays open: it is asked again of the database that takes the damaged one's place.
			onDamage(message.cause);
		} else if (++one.tries < TRIES) {
			setTimeout(() => {
				if (open.get(message.id) === one) send(message.id, one.question);
			}, RETRY_MS);
		} else {
			open.delete(message.id);
			one.fail(new Error(`the history could not be read: ${message.cause}`));
		}
	}

	return {
		ask<Value>(question: ReaderQuestion, signal?: AbortSignal, onProgress?: (count: number) => void) {
			return new Promise<Value>((resolve, reject) => {
				if (signal?.aborted === true) {
					reject(signal.reason);
					return;
				}
				const id = ++asked;
				const onAbort = () => {
					open.delete(id);
					if (isUp) worker.post({ type: "abort", id });
					reject(signal?.reason);
				};
				signal?.addEventListener("abort", onAbort, { once: true });
				const leave = () => signal?.removeEventListener("abort", onAbort);
				open.set(id, {
					question,
					settle: (value) => {
						leave();
						resolve(value as Value);
					},
					fail: (error) => {
						leave();
						reject(error);
					},
					onProgress,
					tries: 0,
				});
				send(id, question);
			});
		},
		async suspend() {
			isUp = false;
			await worker.stop();
		},
		resume: () => worker.start(),
		async close() {
			isUp = false;
			await worker.stop();
			for (const one of open.values()) one.fail(new Error("the history is closed"));
			open.clear();
		},
	};
}
