/** Which rows of a page may still change, and which of them have: published ones whose delivery is not final. */
import type { ConversationRow } from "../../../shared/model/message.ts";

/** A page's window is far smaller; older ones have been passed long ago. */
const MOST = 2000;

export interface RowWatch {
	/** A read begins: what changes until its rows are known may concern them. */
	begin(): void;
	/** The page has these rows and no others. */
	replace(rows: readonly ConversationRow[]): void;
	add(rows: readonly ConversationRow[]): void;
	/** Whether the page has, or may be about to get, one of them. */
	noteChanged(seqs: readonly number[]): boolean;
	takeChanged(): readonly number[];
}

export function createRowWatch(): RowWatch {
	const open = new Set<number>();
	const changed = new Set<number>();
	let isReading = false;

	function add(rows: readonly ConversationRow[]): void {
		for (const row of rows) {
			if (row.kind === "published" && row.delivery.state === "waiting") open.add(row.seq);
			else open.delete(row.seq);
		}
		for (const seq of open) {
			if (open.size <= MOST) break;
			open.delete(seq);
		}
		for (const seq of changed) if (!open.has(seq)) changed.delete(seq);
		isReading = false;
	}

	return {
		begin() {
			isReading = true;
		},
		replace(rows) {
			open.clear();
			add(rows);
		},
		add,
		noteChanged(seqs) {
			for (const seq of seqs) if (isReading || open.has(seq)) changed.add(seq);
			return changed.size > 0;
		},
		takeChanged() {
			const seqs = [...changed];
			changed.clear();
			return seqs;
		},
	};
}
