/**
 * What is in a selection: how much, which seqs, and the messages themselves. A selection names ranges and filters, so that nothing
 * here costs by the number of messages it was made of, and all of it is read in slices.
 */
import type { ConversationFilter } from "../../../../shared/model/conversation.ts";
import type { Message } from "../../../../shared/model/message.ts";
import type { MessageSelection, SelectionCount } from "../../../../shared/model/selection.ts";
import type { SelectedPage, SelectedSeqs } from "../history.ts";
import { SEQ_SPAN } from "../worker-message.ts";
import { createRowCondition, type RowCondition } from "./create-row-condition.ts";
import { readMessage } from "./read-message.ts";
import type { ReaderStore } from "./reader-store.ts";
import { collectRows, countRows, type ScanRange } from "./scan-rows.ts";

const PAGE_ROWS = 500;
/** A page ends behind the message that reaches this. */
const PAGE_BYTES = 1 << 20;

const SEQ_COLUMNS = "entry.id - ? AS seq, size";

interface Part {
	readonly condition: RowCondition;
	readonly range: ScanRange;
}

export function* countSelected(
	store: ReaderStore,
	number: number,
	selection: MessageSelection,
): Generator<undefined, SelectionCount> {
	const base = number * SEQ_SPAN;
	const within = (table: string) =>
		`sum(id IN (SELECT other.id FROM ${table} AS other WHERE other.id > ${base} AND other.id < ${base + SEQ_SPAN}))`;
	const hasAny = (table: string) =>
		store.prepare(`SELECT 1 FROM ${table} WHERE id > ? AND id < ? LIMIT 1`).get(base, base + SEQ_SPAN) !== undefined;
	let [messages, payloadBytes, pinned, waiting] = [0, 0, 0, 0];
	for (const part of selectParts(store, number, selection, 0)) {
		yield* part.condition.prepare();
		messages += yield* sum(store, number, part, "count(*)");
		payloadBytes += yield* sum(store, number, part, "sum(size)");
		if (hasAny("pin")) pinned += yield* sum(store, number, part, within("pin"));
		if (hasAny("unfinished")) waiting += yield* sum(store, number, part, within("unfinished"));
	}
	return { messages, payloadBytes, pinned, waiting };
}

function* sum(store: ReaderStore, number: number, { condition, range }: Part, what: string): Generator<undefined, number> {
	const counting = countRows(store, number, condition, range, what);
	for (let step = counting.next(); ; step = counting.next()) {
		if (step.done === true) return step.value;
		yield;
	}
}

/** The oldest seqs behind `after`, at most `limit`. */
export function* readSelectedSeqs(
	store: ReaderStore,
	number: number,
	selection: MessageSelection,
	after: number,
	limit: number,
): Generator<undefined, SelectedSeqs> {
	const { seqs, next } = yield* collectSelected(store, number, selection, after, limit, Number.POSITIVE_INFINITY);
	return { seqs, next };
}

/** Whole messages, oldest first, as many as make a page. */
export function* readSelectedPage(
	store: ReaderStore,
	number: number,
	selection: MessageSelection,
	after: number,
): Generator<undefined, SelectedPage> {
	const { seqs, next } = yield* collectSelected(store, number, selection, after, PAGE_ROWS, PAGE_BYTES);
	const messages: Message[] = [];
	for (const seq of seqs) {
		const message = readMessage(store, number, seq);
		if (message !== null) messages.push(message);
		yield;
	}
	return { messages, next };
}

function* collectSelected(
	store: ReaderStore,
	number: number,
	selection: MessageSelection,
	after: number,
	limit: number,
	mostBytes: number,
): Generator<undefined, SelectedSeqs> {
	const seqs: number[] = [];
	let payloadBytes = 0;
	for (const { condition, range } of selectParts(store, number, selection, after)) {
		yield* condition.prepare();
		const rows = yield* collectRows(store, number, condition, range, limit - seqs.length, SEQ_COLUMNS);
		for (const row of rows) {
			seqs.push(Number(row["seq"]));
			payloadBytes += Number(row["size"]);
			if (seqs.length >= limit || payloadBytes >= mostBytes) return { seqs, next: seqs.at(-1) ?? null };
		}
	}
	return { seqs, next: null };
}

/** What is left of the selection behind `after`, within what is kept. */
function* selectParts(store: ReaderStore, number: number, selection: MessageSelection, after: number): Generator<Part> {
	const { firstSeq, lastSeq } = store.readStanding(number).totals;
	for (const { from, to, filter } of selection) {
		const range = { from: Math.max(from, after + 1, firstSeq), to: Math.min(to, lastSeq), newestFirst: false };
		if (range.from <= range.to) yield { condition: createMessageCondition(store, number, filter), range };
	}
}

/** Without a filter events would pass. */
function createMessageCondition(store: ReaderStore, number: number, filter: ConversationFilter): RowCondition {
	const condition = createRowCondition(store, number, filter);
	const use = () => {
		const { sql, values } = condition.use();
		return { sql: `flags & 3 < 2 AND (${sql})`, values };
	};
	return { ...condition, isOpen: false, use };
}
