/** What the writer does for each kind of task. */
import { type ConversationReport, NO_RESULT, type TaskResult, type WriterTask } from "../worker-message.ts";
import { applyBatch } from "./apply-batch.ts";
import { dropRows, pinRows } from "./change-rows.ts";
import { type ConversationRecord, createReport } from "./conversation-record.ts";
import { createClearing, createEviction, createRemoval, type Sweep } from "./create-sweep.ts";
import type { WriterStore } from "./create-writer-store.ts";
import { countExcess, evictRows, STEP_ROWS } from "./remove-rows.ts";

export interface TaskOutcome {
	/** null: the task goes on as a sweep, and is done when that is. */
	readonly reports: readonly ConversationReport[] | null;
	readonly sweeps: readonly Sweep[];
	readonly result: TaskResult;
}

export function performTask(store: WriterStore, run: string, task: WriterTask): TaskOutcome {
	switch (task.type) {
		case "batch":
			return storeBatch(store, run, task);
		case "clear":
			return { reports: null, sweeps: [createClearing(store, task.number, task.upTo, task.order)], result: NO_RESULT };
		case "remove":
			freeName(store, task.number);
			return { reports: null, sweeps: [createRemoval(store, task.number, task.order)], result: NO_RESULT };
		case "drop":
			return changeRows(store, task.number, (record) => dropRows(store, record, task.seqs));
		case "pin":
			return changeRows(store, task.number, (record) => pinRows(store, record, task.seqs, task.isPinned));
		case "keep":
			store.keepMessages = task.keepMessages;
			return { reports: [], sweeps: planSweeps(store), result: NO_RESULT };
		case "settle":
		case "close":
			return { reports: [], sweeps: [], result: NO_RESULT };
	}
}

function changeRows(store: WriterStore, number: number, change: (record: ConversationRecord) => TaskResult): TaskOutcome {
	let result = NO_RESULT;
	let reports: readonly ConversationReport[] = [];
	let hasExcess = false;
	store.transact(false, () => {
		const record = store.records.get(number);
		// Removed meanwhile, and its messages with it.
		if (record === undefined) return;
		result = change(record);
		store.saveRecord(record);
		reports = [createReport(record)];
		hasExcess = countExcess(store, record) > 0;
	});
	return { reports, sweeps: hasExcess ? [createEviction(store, number)] : [], result };
}

/** At once, because another conversation of that name may be the next thing that comes. */
function freeName(store: WriterStore, number: number): void {
	store.transact(false, () => {
		const record = store.records.get(number);
		if (record === undefined) return;
		record.connectionId = null;
		store.saveRecord(record);
	});
}

/** What an earlier run, or another limit, has left to remove. */
export function planSweeps(store: WriterStore): Sweep[] {
	const sweeps: Sweep[] = [];
	for (const record of store.records.values()) {
		if (record.connectionId === null) sweeps.push(createRemoval(store, record.number, null));
		else if (countExcess(store, record) > 0) sweeps.push(createEviction(store, record.number));
	}
	return sweeps;
}

function storeBatch(store: WriterStore, run: string, task: Extract<WriterTask, { type: "batch" }>): TaskOutcome {
	let moved = new Set<ConversationRecord>();
	const excessive: number[] = [];
	store.transact(task.content.isDurable, () => {
		moved = applyBatch(store, task.content);
		for (const record of moved) {
			// In the same transaction, so that at a steady rate never more is kept than should be.
			if (evictRows(store, record, STEP_ROWS)) excessive.push(record.number);
			store.saveRecord(record);
		}
		store.prepare("UPDATE run SET name = ?, batch = ?").run(run, task.order);
	});
	return {
		reports: Array.from(moved, createReport),
		sweeps: excessive.map((number) => createEviction(store, number)),
		result: NO_RESULT,
	};
}
