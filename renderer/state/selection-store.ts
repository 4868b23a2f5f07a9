/**
 * The messages that are selected, of one conversation at a time: another one's are let go. What a selection costs does not grow with
 * the messages in it, and it holds whatever arrives, is scrolled or filtered.
 */
import { createStore } from "zustand/vanilla";
import type { ConversationFilter } from "../../shared/model/conversation.ts";
import type { MessageSelection, SelectionCount } from "../../shared/model/selection.ts";
import { addRange, cutRange, selectOne } from "./selected-ranges.ts";

export type SelectionWorkKind = "copy" | "delete" | "pin" | "unpin";

/** Something that takes a while is being done to messages. */
export interface SelectionWork {
	readonly kind: SelectionWorkKind;
	readonly done: number;
	readonly of: number;
	/** Somebody wants it to stop; it does so after the step it is at. */
	readonly isStopping: boolean;
}

export interface SelectionState {
	readonly connectionId: string | null;
	readonly ranges: MessageSelection;
	/** What was selected before the range that begins at `anchorSeq`, which may still grow and shrink. */
	readonly base: MessageSelection;
	readonly anchorSeq: number | null;
	/** As the engine counted it last; null = not yet. */
	readonly count: SelectionCount | null;
	readonly work: SelectionWork | null;
}

const NOTHING = { connectionId: null, ranges: [], base: [], anchorSeq: null, count: null } as const;

export function createSelectionStore() {
	return createStore<SelectionState>(() => ({ ...NOTHING, work: null }));
}

/** One message more, or less. A range may be drawn from here. */
export function applyToggled(state: SelectionState, connectionId: string, seq: number, wasSelected: boolean): SelectionState {
	const before = selectRanges(state, connectionId);
	const ranges = wasSelected ? cutRange(before, seq, seq) : addRange(before, selectOne(seq));
	if (ranges.length === 0) return applyLetGo(state);
	return { ...keepCount(state, connectionId), ranges, base: ranges, anchorSeq: seq };
}

/** The range from where the last one began, or else from `from`, to this message: what the filter shows of it. */
export function applyExtended(
	state: SelectionState,
	connectionId: string,
	{ from, to, filter }: { readonly from: number; readonly to: number; readonly filter: ConversationFilter },
): SelectionState {
	const isOwn = state.connectionId === connectionId;
	const anchorSeq = (isOwn ? state.anchorSeq : null) ?? from;
	const base = isOwn ? state.base : [];
	const range = { from: Math.min(anchorSeq, to), to: Math.max(anchorSeq, to), filter };
	return { ...keepCount(state, connectionId), ranges: addRange(base, range), base, anchorSeq };
}

/** All that the filter shows, up to the newest; what arrives later is not in it. */
export function applyAllSelected(
	state: SelectionState,
	connectionId: string,
	lastSeq: number,
	filter: ConversationFilter,
): SelectionState {
	const ranges = [{ from: 0, to: lastSeq, filter }];
	return { ...keepCount(state, connectionId), ranges, base: ranges, anchorSeq: null };
}

export function applyLetGo(state: SelectionState): SelectionState {
	return state.connectionId === null ? state : { ...NOTHING, work: state.work };
}

export function selectRanges(state: SelectionState, connectionId: string): MessageSelection {
	return state.connectionId === connectionId ? state.ranges : NOTHING.ranges;
}

/** The former count stands until the next one is there. */
function keepCount(state: SelectionState, connectionId: string): SelectionState {
	return { ...state, connectionId, count: state.connectionId === connectionId ? state.count : null };
}
