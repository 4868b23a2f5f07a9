import { z } from "zod";
import type { MessageSelection, SelectionCount, SelectionStep } from "../model/selection.ts";
import { recordId } from "./field.ts";
import { conversationFilter, seq } from "./message.ts";
import type { RowColumns } from "./row-columns.ts";
import { command } from "./spec.ts";

/** More pieces than a person makes by hand; a range of any length is one. */
export const MOST_SELECTED_RANGES = 10_000;

const selection: z.ZodType<MessageSelection> = z
	.array(z.strictObject({ from: seq, to: seq, filter: conversationFilter }))
	.min(1)
	.max(MOST_SELECTED_RANGES)
	.refine(isInOrder, { params: { rule: "out-of-range" } });

function isInOrder(ranges: MessageSelection): boolean {
	return ranges.every(({ from, to }, index) => from <= to && from > (ranges[index - 1]?.to ?? -1));
}

export interface SelectedRows {
	/** Oldest first, with whole payloads. */
	readonly rows: RowColumns;
	/** The next page begins behind this seq; null = that was all. */
	readonly next: number | null;
}

const selected = { connectionId: recordId, selection };

/**
 * What changes a selection goes in steps that the page asks for, one after the other: it tells how far it has come, and stops by not
 * asking again. Each step is whole or not at all.
 */
export const selectionCommands = {
	"selection.count": command<SelectionCount>()(z.strictObject(selected)),
	"selection.read": command<SelectedRows>()(z.strictObject({ ...selected, after: seq })),
	/** Deletes; what is still in the outgoing queue stays, and is counted. */
	"selection.remove": command<SelectionStep>()(z.strictObject({ ...selected, after: seq })),
	"selection.setPinned": command<SelectionStep>()(z.strictObject({ ...selected, after: seq, pinned: z.boolean() })),
};
