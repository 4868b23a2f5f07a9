/** Removing in the background, one transaction a step; a step that failed can be taken again. */
import type { ConversationRecord } from "./conversation-record.ts";
import type { WriterStore } from "./create-writer-store.ts";
import { clearRows, evictRows, removeRows, STEP_ROWS } from "./remove-rows.ts";

export interface Sweep {
	/** One transaction. Answers with the conversation that moved, or null when there is nothing left to do. */
	readonly step: () => ConversationRecord | null;
	/** The task that is done when this is; null = nobody waits. */
	readonly order: number | null;
	/** Two with the same key and nobody waiting do the same work. */
	readonly key: string;
}

export function createEviction(store: WriterStore, number: number): Sweep {
	return createSweep(store, number, null, "evict", (record) => evictRows(store, record, STEP_ROWS));
}

export function createClearing(store: WriterStore, number: number, upTo: number, order: number): Sweep {
	let isBegun = false;
	return createSweep(store, number, order, "clear", (record) => {
		if (!isBegun) {
			// What the topics before it are numbered with can go with the rows.
			store.topics.beginEpoch(record, record.givenSeq + 1);
			record.evictFrom = 0;
		}
		isBegun = true;
		return clearRows(store, record, upTo);
	});
}

export function createRemoval(store: WriterStore, number: number, order: number | null): Sweep {
	return createSweep(store, number, order, "remove", (record) => removeRows(store, record));
}

function createSweep(
	store: WriterStore,
	number: number,
	order: number | null,
	kind: string,
	work: (record: ConversationRecord) => boolean,
): Sweep {
	let hasMore = true;
	return {
		order,
		key: `${kind} ${number}`,
		step() {
			const known = store.records.get(number);
			if (!hasMore || known === undefined) return null;
			store.transact(false, () => {
				// Looked up again: a transaction that failed before has replaced what was in memory.
				const record = store.records.get(number);
				hasMore = record !== undefined && work(record);
				if (record !== undefined && store.records.has(number)) store.saveRecord(record);
			});
			return store.records.get(number) ?? known;
		},
	};
}
