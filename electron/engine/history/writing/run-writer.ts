/**
 * The writer thread: one task after the other, each in a transaction of its own, and between them one step of whatever is being
 * removed. What the disk refuses stays at the head of the queue and is tried again, so that nothing is lost and nothing overtakes.
 */
import { rmSync } from "node:fs";
import type { MessagePort } from "node:worker_threads";
import { readSqliteTrouble } from "../read-sqlite-trouble.ts";
import { NO_RESULT, type WriterMessage, type WriterSetup, type WriterTask } from "../worker-message.ts";
import { createReport } from "./conversation-record.ts";
import { createFileKeeper } from "./create-file-keeper.ts";
import type { Sweep } from "./create-sweep.ts";
import { loadStore } from "./load-store.ts";
import { performTask, planSweeps } from "./perform-task.ts";

const FIRST_RETRY_MS = 100;
/** A full disk that has room again is noticed within this time. */
const LONGEST_RETRY_MS = 2000;

export function runWriter(setup: WriterSetup, port: MessagePort): void {
	const { store, file, refuge, conversations, lastBatch, trouble } = loadStore(setup);
	const tasks: WriterTask[] = [];
	const sweeps: Sweep[] = planSweeps(store);
	const files = createFileKeeper(store.database, file, (cause) => post({ type: "damaged", cause }));
	let retryMs = 0;
	let isScheduled = false;
	let isEnded = false;

	function post(message: WriterMessage): void {
		port.postMessage(message);
	}

	function schedule(): void {
		if (isScheduled || isEnded) return;
		isScheduled = true;
		setImmediate(turn);
	}

	function turn(): void {
		isScheduled = false;
		try {
			work();
		} catch (error) {
			retry(error);
			return;
		}
		if (retryMs > 0) post({ type: "failing", cause: null });
		retryMs = 0;
		if (tasks.length > 0 || sweeps.length > 0) schedule();
		else files.rest();
	}

	function work(): void {
		const [task] = tasks;
		if (task?.type === "close") {
			// What somebody waits for is done first; retention goes on at the next start.
			while (sweeps.some((sweep) => sweep.order !== null)) sweepOnce();
			end();
			post({ type: "done", order: task.order, reports: [], result: NO_RESULT });
			return;
		}
		if (task !== undefined) {
			files.bound();
			const outcome = performTask(store, setup.run, task);
			tasks.shift();
			for (const sweep of outcome.sweeps) {
				if (sweep.order !== null || !sweeps.some((other) => other.key === sweep.key)) sweeps.push(sweep);
			}
			if (outcome.reports !== null) {
				post({ type: "done", order: task.order, reports: outcome.reports, result: outcome.result });
			}
		}
		sweepOnce();
	}

	function sweepOnce(): void {
		const [sweep] = sweeps;
		if (sweep === undefined) return;
		const moved = sweep.step();
		if (moved !== null) {
			post({ type: "moved", reports: [createReport(moved)] });
			return;
		}
		sweeps.shift();
		if (sweep.order !== null) post({ type: "done", order: sweep.order, reports: [], result: NO_RESULT });
	}

	function retry(error: unknown): void {
		const { cause, isDamage, isPassing } = readSqliteTrouble(error);
		if (isDamage) {
			isEnded = true;
			post({ type: "damaged", cause });
			return;
		}
		// A bug: the thread ends with it, and another one takes over.
		if (!isPassing) throw error;
		if (retryMs === 0) post({ type: "failing", cause });
		retryMs = Math.min(LONGEST_RETRY_MS, Math.max(FIRST_RETRY_MS, retryMs * 2));
		isScheduled = true;
		setTimeout(turn, retryMs);
	}

	function end(): void {
		isEnded = true;
		tasks.length = 0;
		sweeps.length = 0;
		files.stop();
		store.database.close();
		if (refuge !== null) rmSync(refuge, { recursive: true, force: true });
	}

	post({ type: "ready", file, refuge, conversations, lastBatch, trouble });
	port.on("message", (task: WriterTask) => {
		tasks.push(task);
		schedule();
	});
	if (sweeps.length > 0) schedule();
}
