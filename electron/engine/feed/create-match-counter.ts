/**
 * How many rows of a conversation pass a filter: counted once in the background up to where the feed has read, kept up by what the
 * feed reads from there on, and counted anew now and then where retention takes matches away.
 */
import type { ConversationBatch } from "../../../shared/contract/message.ts";
import type { ConversationFilter, ConversationTotals } from "../../../shared/model/conversation.ts";
import type { Conversation } from "../history/history.ts";

const RECOUNT_MS = 5000;

export interface MatchCounter {
	/** Everything begins anew: count what there is up to this seq. */
	restart(upTo: number, totals: ConversationTotals): void;
	/** So many more, behind what was there at the beginning. */
	add(count: number): void;
	/** Counts again, up to where the feed has read by now, when rows have been evicted since the last time; not too often. */
	keepUp(totals: ConversationTotals, readUpTo: number): void;
	hasMoved(): boolean;
	take(): NonNullable<ConversationBatch["matches"]>;
	close(): void;
}

export function createMatchCounter(conversation: Conversation, filter: ConversationFilter, onMove: () => void): MatchCounter {
	let counting = new AbortController();
	let counted = 0;
	let added = 0;
	let isComplete = false;
	let hasMoved = false;
	let evicted = 0;
	let countedAt = 0;
	let timer: NodeJS.Timeout | undefined;

	async function count(upTo: number, isFirst: boolean): Promise<void> {
		counting.abort();
		const own = new AbortController();
		counting = own;
		const addedBefore = added;
		const onProgress = (sum: number) => {
			// While counting again, the former count is nearer to the truth than half of the new one.
			if (isFirst) move(sum);
		};
		const sum = await conversation.countMatches(filter, upTo, onProgress, own.signal);
		if (sum === null || own.signal.aborted) return;
		isComplete = true;
		added -= addedBefore;
		countedAt = performance.now();
		move(sum);
	}

	function move(sum: number): void {
		counted = sum;
		hasMoved = true;
		onMove();
	}

	/** A count that fails leaves the number incomplete, which the page shows; the feed's own reads tell of the trouble. */
	function begin(upTo: number, isFirst: boolean): void {
		count(upTo, isFirst).catch(() => {});
	}

	return {
		restart(upTo, totals) {
			counted = 0;
			added = 0;
			isComplete = false;
			evicted = totals.evicted;
			countedAt = performance.now();
			begin(upTo, true);
		},
		add(more) {
			if (more === 0) return;
			added += more;
			hasMoved = true;
		},
		keepUp(totals, readUpTo) {
			if (!isComplete || totals.evicted === evicted) return;
			const early = countedAt + RECOUNT_MS - performance.now();
			if (early > 0) {
				timer ??= setTimeout(() => {
					timer = undefined;
					onMove();
				}, early);
				return;
			}
			evicted = totals.evicted;
			countedAt = performance.now();
			begin(readUpTo, false);
		},
		hasMoved: () => hasMoved,
		take() {
			hasMoved = false;
			return { count: counted + added, complete: isComplete };
		},
		close() {
			counting.abort();
			clearTimeout(timer);
		},
	};
}
