/**
 * Keeps one database thread running. A worker that ends without having been asked to is a bug, or the end of memory: it is logged
 * and another one started, at growing distances. What it had not answered, its owner asks again when the new one is up.
 */
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Log } from "../ports.ts";
import type { WorkerSetup } from "./worker-message.ts";

/** A start-up that fails this often in a row has a cause that another try does not cure. */
const HOPELESS_STARTS = 3;
const LONGEST_DELAY_MS = 5000;
/** One that ran for so long failed for another reason than the one before. */
const STEADY_MS = 10_000;
/** A thread that was asked to end and is still there after this time is cut off. */
const END_DEADLINE_MS = 2000;

export interface KeptWorker<Task> {
	post(task: Task): void;
	/** Begins with `stop` undone; running already is no failure. */
	start(): void;
	/** Ends it; it stays down until `start`. */
	stop(): Promise<void>;
}

export interface WorkerOptions<Task, Message> {
	readonly url: URL;
	/**
	 * Asks the thread to close its database and end. One that is cut off in the middle of a statement which calls functions of ours
	 * can take the process with it. null = whoever stops it has seen to that.
	 */
	readonly farewell: Task | null;
	readonly readSetup: () => WorkerSetup;
	readonly onMessage: (message: Message) => void;
	/** It ended by itself, so many times in a row by now. */
	readonly onDown: (error: Error, failures: number) => void;
	/** It has never come up, and will not. */
	readonly onHopeless: (error: Error) => void;
	readonly log: Log;
}

export function keepWorker<Task, Message>(options: WorkerOptions<Task, Message>): KeptWorker<Task> {
	let worker: Worker | null = null;
	let failures = 0;
	let hasBeenUp = false;
	let timer: NodeJS.Timeout | undefined;

	function start(): void {
		if (worker !== null) return;
		clearTimeout(timer);
		const setup = options.readSetup();
		const started = new Worker(options.url, { workerData: setup, name: `history-${setup.role}` });
		const startedAt = performance.now();
		worker = started;
		let lastError = new Error(`the history's ${setup.role} ended without a reason`);
		started.on("message", (message: Message) => {
			if (started !== worker) return;
			hasBeenUp = true;
			options.onMessage(message);
		});
		started.on("error", (error) => {
			lastError = error instanceof Error ? error : new Error(String(error));
		});
		started.on("exit", () => {
			if (started !== worker) return;
			worker = null;
			failures = performance.now() - startedAt > STEADY_MS ? 1 : failures + 1;
			options.onDown(lastError, failures);
			options.log.write("error", "history-worker-ended", { role: setup.role, error: lastError.message });
			if (!hasBeenUp && failures >= HOPELESS_STARTS) options.onHopeless(lastError);
			else timer = setTimeout(start, Math.min(LONGEST_DELAY_MS, 50 * 2 ** failures));
		});
	}

	start();
	return {
		post: (task) => worker?.postMessage(task),
		start,
		async stop() {
			clearTimeout(timer);
			const former = worker;
			worker = null;
			if (former === null) return;
			if (options.farewell !== null) {
				const ended = once(former, "exit").catch(() => null);
				former.postMessage(options.farewell);
				await Promise.race([ended, delay(END_DEADLINE_MS, null, { ref: false })]);
			}
			await former.terminate();
		},
	};
}
