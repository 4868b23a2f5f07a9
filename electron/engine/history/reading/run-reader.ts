/**
 * The reader thread. A question's first slice is worked on when it arrives, which is all that a window takes; what needs more takes
 * turns, one slice each, so that a search never stands in the way of a window.
 */
import type { MessagePort } from "node:worker_threads";
import { readSqliteTrouble } from "../read-sqlite-trouble.ts";
import type { ReaderMessage, ReaderSetup, ReaderTask } from "../worker-message.ts";
import { type Answering, answerQuestion } from "./answer-question.ts";
import { createReaderStore } from "./reader-store.ts";

const PROGRESS_MS = 50;

interface Turn {
	readonly answering: Answering<unknown>;
	toldAt: number;
}

export function runReader(setup: ReaderSetup, port: MessagePort): void {
	const store = createReaderStore(setup.file);
	const turns = new Map<number, Turn>();
	const post = (message: ReaderMessage): void => port.postMessage(message);
	let isScheduled = false;

	function advance(id: number, turn: Turn): void {
		try {
			const step = turn.answering.next();
			if (step.done === true) {
				turns.delete(id);
				post({ type: "answer", id, value: step.value });
				return;
			}
			const now = performance.now();
			if (typeof step.value === "number" && now - turn.toldAt >= PROGRESS_MS) {
				turn.toldAt = now;
				post({ type: "progress", id, count: step.value });
			}
			// Behind the others.
			turns.delete(id);
			turns.set(id, turn);
		} catch (error) {
			turns.delete(id);
			const { cause, isDamage } = readSqliteTrouble(error);
			post({ type: "trouble", id, cause, isDamage });
		}
	}

	function turnOnce(): void {
		isScheduled = false;
		const [next] = turns;
		if (next !== undefined) advance(...next);
		schedule();
	}

	function schedule(): void {
		if (isScheduled || turns.size === 0) return;
		isScheduled = true;
		setImmediate(turnOnce);
	}

	port.on("message", (task: ReaderTask) => {
		if (task.type === "abort") {
			turns.delete(task.id);
			return;
		}
		if (task.type === "end") {
			turns.clear();
			store.close();
			port.close();
			return;
		}
		advance(task.id, { answering: answerQuestion(store, task.question), toldAt: performance.now() });
		schedule();
	});
	post({ type: "ready" });
}
