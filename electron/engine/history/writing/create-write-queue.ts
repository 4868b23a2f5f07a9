/**
 * What waits to be stored, on the thread that receives. Decides when a batch goes: at once where something waits for an
 * acknowledgement and the writer is idle, after two milliseconds otherwise; while the writer is busy the batch grows instead, so
 * that load makes batches larger and never makes a queue of small ones. Everything stays here until it is confirmed.
 */
import { NO_RESULT, type TaskResult, type WriterTask } from "../worker-message.ts";
import { WriteBatch } from "./write-batch.ts";

const LINGER_MS = 2;
/** So many batches may be under way: one is stored while the next is on its way. */
const UNDER_WAY = 2;
const CONGESTED_BYTES = 64 << 20;
const DRAINED_BYTES = 32 << 20;
const SPARE_BATCHES = 4;

export interface WriteQueue {
	/** A batch with room for so many bytes. Whoever changes it calls `touch` afterwards. */
	reserve(bytes: number): WriteBatch;
	touch(): void;
	/** In order behind all that was appended so far. Resolves when it has been done. */
	perform(create: (order: number) => WriterTask): Promise<TaskResult>;
	readonly isCongested: boolean;
	/** The writer has come up, for the first time or again: what is not in the database goes to it. Answers with what turned out to be. */
	resume(post: (task: WriterTask) => void, lastBatch: number): readonly StoredBatch[];
	suspend(): void;
	/** The writer confirmed it. */
	confirm(order: number, result?: TaskResult): StoredBatch | null;
}

export interface StoredBatch {
	/** Ids of published rows whose delivery moved. */
	readonly changedIds: readonly number[];
}

interface Waiting {
	readonly task: WriterTask;
	readonly batch: WriteBatch | null;
	readonly bytes: number;
	readonly resolve: (result: TaskResult) => void;
}

export function createWriteQueue(onCongestion: (isCongested: boolean) => void): WriteQueue {
	const waiting = new Map<number, Waiting>();
	const spare: WriteBatch[] = [];
	let current = new WriteBatch(0);
	let post: ((task: WriterTask) => void) | null = null;
	let orders = 0;
	let batchesUnderWay = 0;
	let bytesUnderWay = 0;
	let isCongested = false;
	let isScheduled = false;
	let isScheduledNow = false;

	function enqueue(task: WriterTask, batch: WriteBatch | null, resolve: (result: TaskResult) => void): void {
		const bytes = batch?.waitingBytes ?? 0;
		waiting.set(task.order, { task, batch, bytes, resolve });
		bytesUnderWay += bytes;
		if (batch !== null) batchesUnderWay++;
		post?.(task);
		measure();
	}

	function seal(): void {
		if (current.isEmpty) return;
		const batch = current;
		current = spare.pop() ?? new WriteBatch(0);
		enqueue({ type: "batch", order: ++orders, content: batch.readContent() }, batch, () => {});
	}

	function flush(): void {
		isScheduled = false;
		isScheduledNow = false;
		// When the writer is busy, its next confirmation asks again.
		if (batchesUnderWay < UNDER_WAY) seal();
	}

	function touch(): void {
		if (isScheduledNow || batchesUnderWay >= UNDER_WAY) return;
		if (current.isDurable && batchesUnderWay === 0) {
			isScheduledNow = true;
			setImmediate(flush);
		} else if (!isScheduled) {
			isScheduled = true;
			setTimeout(flush, LINGER_MS);
		}
	}

	function measure(): void {
		if (!isCongested && bytesUnderWay > CONGESTED_BYTES) {
			isCongested = true;
			onCongestion(true);
		} else if (isCongested && bytesUnderWay < DRAINED_BYTES) {
			isCongested = false;
			onCongestion(false);
		}
	}

	function confirm(order: number, result = NO_RESULT): StoredBatch | null {
		const done = waiting.get(order);
		if (done === undefined) return null;
		waiting.delete(order);
		bytesUnderWay -= done.bytes;
		const changedIds = done.batch?.changedIds() ?? [];
		if (done.batch !== null) {
			batchesUnderWay--;
			if (done.batch.isOrdinary && spare.length < SPARE_BATCHES) {
				done.batch.reset();
				spare.push(done.batch);
			}
		}
		measure();
		done.resolve(result);
		if (!current.isEmpty) touch();
		return { changedIds };
	}

	return {
		get isCongested() {
			return isCongested;
		},
		reserve(bytes) {
			if (!current.hasRoom(bytes)) {
				seal();
				if (!current.hasRoom(bytes)) current = new WriteBatch(bytes);
			}
			return current;
		},
		touch,
		perform(create) {
			seal();
			return new Promise((resolve) => enqueue(create(++orders), null, resolve));
		},
		resume(send, lastBatch) {
			const stored: StoredBatch[] = [];
			for (const [order, { batch }] of [...waiting]) {
				if (batch === null || order > lastBatch) continue;
				const done = confirm(order);
				if (done !== null) stored.push(done);
			}
			post = send;
			for (const { task } of waiting.values()) send(task);
			return stored;
		},
		suspend() {
			post = null;
		},
		confirm,
	};
}
