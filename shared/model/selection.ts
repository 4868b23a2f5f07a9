import type { ConversationFilter } from "./conversation.ts";

/** The messages from one seq to another, both included, that the filter lets through. Events are never selected. */
export interface SelectedRange {
	readonly from: number;
	readonly to: number;
	readonly filter: ConversationFilter;
}

/**
 * Which messages of a conversation are meant: ranges in order that do not overlap. Ranges and not seqs, so that a million messages
 * are selected by naming two of them; what arrives later is in none of them.
 */
export type MessageSelection = readonly SelectedRange[];

/** What is in a selection now. */
export interface SelectionCount {
	readonly messages: number;
	readonly payloadBytes: number;
	readonly pinned: number;
	/** Still in the outgoing queue. */
	readonly waiting: number;
}

/** What one step of work on a selection did. */
export interface SelectionStep {
	/** Messages that it removed, pinned or unpinned. */
	readonly changed: number;
	/** Messages that it left where they are, because they are still in the outgoing queue. */
	readonly waiting: number;
	/** The next step begins behind this seq; null = everything has been done. */
	readonly next: number | null;
}
