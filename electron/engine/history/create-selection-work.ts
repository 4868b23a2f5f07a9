/**
 * Work on a selection, on the thread that receives: the reader finds the seqs of one step, the writer changes them, and whoever asked
 * asks for the next one. So a million messages can be deleted while others arrive, and between two steps everything is consistent.
 */
import type { MessageSelection, SelectionStep } from "../../../shared/model/selection.ts";
import type { Conversation, SelectedSeqs } from "./history.ts";
import type { Reader } from "./reading/open-reader.ts";
import type { WriterTask } from "./worker-message.ts";
import type { WriteQueue } from "./writing/create-write-queue.ts";

/** Some tens of milliseconds of writing, for which rows that arrive have to wait. */
const STEP_MESSAGES = 5000;

export interface SelectionWorkOptions {
	readonly number: number;
	readonly queue: WriteQueue;
	readonly reader: Reader;
	readonly onReshaped: () => void;
}

type SelectionWork = Pick<Conversation, "countSelected" | "readSelected" | "dropSelected" | "pinSelected">;

export function createSelectionWork({ number, queue, reader, onReshaped }: SelectionWorkOptions): SelectionWork {
	async function work(
		selection: MessageSelection,
		after: number,
		create: (order: number, seqs: readonly number[]) => WriterTask,
	): Promise<SelectionStep> {
		const question = { type: "selected-seqs", number, selection, after, limit: STEP_MESSAGES } as const;
		const { seqs, next } = await reader.ask<SelectedSeqs>(question);
		if (seqs.length === 0) return { changed: 0, waiting: 0, next };
		const result = await queue.perform((order) => create(order, seqs));
		if (result.changed > 0) onReshaped();
		return { ...result, next };
	}

	return {
		countSelected: (selection, signal) => reader.ask({ type: "selected-count", number, selection }, signal),
		readSelected: (selection, after, signal) => reader.ask({ type: "selected-page", number, selection, after }, signal),
		dropSelected: (selection, after) => work(selection, after, (order, seqs) => ({ type: "drop", order, number, seqs })),
		pinSelected: (selection, after, isPinned) =>
			work(selection, after, (order, seqs) => ({ type: "pin", order, number, seqs, isPinned })),
	};
}
