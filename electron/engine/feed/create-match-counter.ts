/**
 * How many rows of a conversation pass a filter: counted once in the background up to where the feed has read, kept up by what the
 * feed reads from there on, and counted anew where matches go: now and then while retention takes them away, at once when somebody
 * deletes or pins.
 */
import type { ConversationBatch } from "../../../shared/contract/message.ts";
import type { ConversationFilter, ConversationTotals } from "../../../shared/model/conversation.ts";
import type { Conversation } from "../history/history.ts";

const RECOUNT_MS = 5000;
/** What a person does is to be seen at once, and is a long row of steps at most. */
const PROMPT_RECOUNT_MS = 250;

export interface MatchCounter {
	/** Everything begins anew: count what there is up to this seq. */
	restart(upTo: number, totals: ConversationTotals): void;
	/** So many more, behind what was there at the beginning. */
	add(count: number): void;
	/** Counts again, up to where the feed has read by now, when rows have gone or changed since the last time; not too often. */
	keepUp(totals: ConversationTotals, readUpTo: number): void;
	/** The same, for a window that was read again: what came since the last read has not been added. */
	countAgain(totals: ConversationTotals, readUpTo: number): void;
	hasMoved(): boolean;
	take(): NonNullable<ConversationBatch["matches"]>;
	close(): void;
}

export function createMatchCounter(conversation: Conversation, filter: ConversationFilter, onMove: () => void): MatchCounter {
	let counting = new AbortController();
	let counted = 0;
	let added = 0;
	let isComplete = false;
	let isCountingAgain = false;
	let hasMoved = false;
	let counts = "";
	let prompt = "";
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
		isCountingAgain = false;
		added -= addedBefore;
		countedAt = performance.now();
		move(sum);
	}

	function move(sum: number): void {
		counted = sum;
		hasMoved = true;
		onMove();
	}

	/** Tells whether rows may have gone, or changed what they match. */
	const readCounts = (totals: ConversationTotals) => `${totals.evicted} ${readPrompt(totals)}`;
	const readPrompt = (totals: ConversationTotals) => `${totals.deleted} ${filter.pinned ? totals.pinned : 0}`;

	/** A count that fails leaves the number incomplete, which the page shows; the feed's own reads tell of the trouble. */
	function begin(upTo: number, isFirst: boolean): void {
		isCountingAgain = !isFirst;
		count(upTo, isFirst).catch(() => {
			isCountingAgain = false;
		});
	}

	function keepUp(totals: ConversationTotals, readUpTo: number): void {
		if (!isComplete || isCountingAgain || readCounts(totals) === counts) return;
		const pause = readPrompt(totals) === prompt ? RECOUNT_MS : PROMPT_RECOUNT_MS;
		const early = countedAt + pause - performance.now();
		if (early > 0) {
			clearTimeout(timer);
			timer = setTimeout(onMove, early);
			return;
		}
		counts = readCounts(totals);
		prompt = readPrompt(totals);
		countedAt = performance.now();
		begin(readUpTo, false);
	}

	return {
		restart(upTo, totals) {
			counted = 0;
			added = 0;
			isComplete = false;
			counts = readCounts(totals);
			prompt = readPrompt(totals);
			countedAt = performance.now();
			begin(upTo, true);
		},
		add(more) {
			if (more === 0) return;
			added += more;
			hasMoved = true;
		},
		keepUp,
		countAgain(totals, readUpTo) {
			counts = "";
			prompt = "";
			keepUp(totals, readUpTo);
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
