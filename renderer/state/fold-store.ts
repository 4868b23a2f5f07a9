/** What is folded in the payloads of each conversation. It outlives the rows on the page: one that comes back is as it was left. */
import { createStore } from "zustand/vanilla";
import type { OutlineFold } from "../../shared/payload/select-outline-rows.ts";

export type RowFolds = ReadonlyMap<number, OutlineFold>;

/** By connection, then by seq. */
export type FoldState = ReadonlyMap<string, RowFolds>;

const NO_FOLDS: RowFolds = new Map();

/** Of each conversation the last rows that were folded are known; older ones stand as they came again. */
const MOST_ROWS = 2000;

export function createFoldStore() {
	return createStore<{ readonly folds: FoldState }>(() => ({ folds: new Map() }));
}

export function selectFolds({ folds }: { readonly folds: FoldState }, connectionId: string): RowFolds {
	return folds.get(connectionId) ?? NO_FOLDS;
}

export function applyRowFold(
	{ folds }: { readonly folds: FoldState },
	connectionId: string,
	seq: number,
	fold: OutlineFold,
): { readonly folds: FoldState } {
	const rows = new Map(folds.get(connectionId));
	// The newest stands last.
	rows.delete(seq);
	rows.set(seq, fold);
	const [oldest] = rows.keys();
	if (rows.size > MOST_ROWS && oldest !== undefined) rows.delete(oldest);
	return { folds: new Map(folds).set(connectionId, rows) };
}
