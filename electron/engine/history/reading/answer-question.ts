/**
 * What the reader can be asked. Each answer is a generator that pauses between slices of work; a number that it yields is how far a
 * count has come. Rows are read up to the newest one at the beginning, so that an answer never mixes in what came during it.
 */
import type { ConversationFilter } from "../../../../shared/model/conversation.ts";
import type { ConversationRow, Delivery, Message, MessageProperties } from "../../../../shared/model/message.ts";
import type { HistoryTail, HistoryWindow, UnfinishedMessage, WindowQuestion } from "../history.ts";
import { type ReaderQuestion, SEQ_SPAN } from "../worker-message.ts";
import { createRowCondition } from "./create-row-condition.ts";
import { decodeMessage, decodePart, decodeRow, ROW_COLUMNS } from "./decode-row.ts";
import { readMessage, WHOLE_COLUMNS } from "./read-message.ts";
import { countSelected, readSelectedPage, readSelectedSeqs } from "./read-selected.ts";
import { readTopic } from "./read-topic.ts";
import type { ReaderStore } from "./reader-store.ts";
import { collectRows, countRows } from "./scan-rows.ts";

export type Answering<Value> = Generator<number | undefined, Value>;

export function answerQuestion(store: ReaderStore, question: ReaderQuestion): Answering<unknown> {
	switch (question.type) {
		case "window":
			return readWindow(store, question.number, question.question);
		case "tail":
			return readTail(store, question.number, question.filter, question.after, question.limit);
		case "rows":
			return readRows(store, question.number, question.seqs);
		case "count":
			return countMatches(store, question.number, question.filter, question.upTo);
		case "find":
			return findRow(store, question.number, question.filter, question.from, question.towards);
		case "topic":
			return readTopic(store, question.number, question.question);
		case "message":
			return answerMessage(store, question.number, question.seq);
		case "selected-count":
			return countSelected(store, question.number, question.selection);
		case "selected-seqs":
			return readSelectedSeqs(store, question.number, question.selection, question.after, question.limit);
		case "selected-page":
			return readSelectedPage(store, question.number, question.selection, question.after);
		case "unfinished":
			return readUnfinished(store, question.number);
	}
}

function* readWindow(store: ReaderStore, number: number, { filter, place }: WindowQuestion): Answering<HistoryWindow> {
	const { totals, givenSeq } = store.readStanding(number);
	const { firstSeq, lastSeq } = totals;
	const condition = createRowCondition(store, number, filter);
	yield* condition.prepare();
	// One row more than wanted on each side tells whether there is more.
	if (place.at === "end") {
		const range = { from: firstSeq, to: lastSeq, newestFirst: true };
		const rows = yield* collectRows(store, number, condition, range, place.limit + 1);
		const reachesStart = rows.length <= place.limit;
		return {
			rows: rows.slice(0, place.limit).reverse().map(decodeRow),
			reachesStart,
			reachesEnd: true,
			totals,
			readUpTo: givenSeq,
		};
	}
	const target = place.at === "seq" ? place.seq : firstSeq + Math.round(place.fraction * (lastSeq - firstSeq));
	const olderRange = { from: firstSeq, to: Math.min(target - 1, lastSeq), newestFirst: true };
	const older = yield* collectRows(store, number, condition, olderRange, place.before + 1);
	const newerRange = { from: Math.max(target, firstSeq), to: lastSeq, newestFirst: false };
	const newer = yield* collectRows(store, number, condition, newerRange, place.after + 2);
	return {
		rows: [...older.slice(0, place.before).reverse(), ...newer.slice(0, place.after + 1)].map(decodeRow),
		reachesStart: older.length <= place.before,
		reachesEnd: newer.length <= place.after + 1,
		totals,
		readUpTo: givenSeq,
	};
}

function* readTail(
	store: ReaderStore,
	number: number,
	filter: ConversationFilter,
	after: number,
	limit: number,
): Answering<HistoryTail> {
	const { totals, givenSeq } = store.readStanding(number);
	const condition = createRowCondition(store, number, filter);
	yield* condition.prepare();
	const range = { from: Math.max(after + 1, totals.firstSeq), to: totals.lastSeq, newestFirst: true };
	const rows = yield* collectRows(store, number, condition, range, limit);
	let passed = rows.length;
	if (rows.length >= limit) {
		// Without a filter nothing needs to be counted where no row is missing.
		if (condition.isOpen && totals.received + totals.published + totals.events > totals.lastSeq - totals.firstSeq) {
			passed = range.to - range.from + 1;
		} else {
			const counting = countRows(store, number, condition, range);
			for (let step = counting.next(); ; step = counting.next()) {
				passed = step.value;
				if (step.done === true) break;
				yield;
			}
		}
	}
	return { rows: rows.reverse().map(decodeRow), skipped: Math.max(0, passed - rows.length), totals, readUpTo: givenSeq };
}

function* readRows(store: ReaderStore, number: number, seqs: readonly number[]): Answering<readonly ConversationRow[]> {
	const base = number * SEQ_SPAN;
	const statement = store.prepare(`SELECT ${ROW_COLUMNS} FROM entry WHERE id = ?`);
	const rows: ConversationRow[] = [];
	for (const [index, seq] of seqs.entries()) {
		const row = statement.get(base, base + seq);
		if (row !== undefined) rows.push(decodeRow(row));
		if (index % 500 === 499) yield;
	}
	return rows;
}

function* countMatches(store: ReaderStore, number: number, filter: ConversationFilter, upTo: number): Answering<number> {
	const { totals } = store.readStanding(number);
	const condition = createRowCondition(store, number, filter);
	yield* condition.prepare();
	const range = { from: totals.firstSeq, to: Math.min(totals.lastSeq, upTo), newestFirst: true };
	return yield* countRows(store, number, condition, range);
}

function* findRow(
	store: ReaderStore,
	number: number,
	filter: ConversationFilter,
	from: number,
	towards: "older" | "newer",
): Answering<number | null> {
	const { totals } = store.readStanding(number);
	const condition = createRowCondition(store, number, filter);
	yield* condition.prepare();
	const range =
		towards === "older"
			? { from: totals.firstSeq, to: Math.min(from - 1, totals.lastSeq), newestFirst: true }
			: { from: Math.max(from + 1, totals.firstSeq), to: totals.lastSeq, newestFirst: false };
	const [row] = yield* collectRows(store, number, condition, range, 1);
	return row === undefined ? null : Number(row["id"]) - number * SEQ_SPAN;
}

// biome-ignore lint/correctness/useYield: one short read among the others' shape
function* answerMessage(store: ReaderStore, number: number, seq: number): Answering<Message | null> {
	return readMessage(store, number, seq);
}

function* readUnfinished(store: ReaderStore, number: number): Answering<readonly UnfinishedMessage[]> {
	const base = number * SEQ_SPAN;
	const statement = store.prepare(
		`SELECT ${WHOLE_COLUMNS}, packet_id FROM unfinished JOIN entry ON entry.id = unfinished.id
		WHERE unfinished.id > ? AND unfinished.id < ? ORDER BY unfinished.id LIMIT 100`,
	);
	const messages: UnfinishedMessage[] = [];
	let last = base;
	for (;;) {
		const rows = statement.all(base, last, base + SEQ_SPAN);
		for (const row of rows) {
			last = Number(row["id"]);
			const message = decodeMessage(row);
			const delivery = decodePart<Delivery>(row["state"]);
			// Without a readable delivery nobody can tell where it had got to.
			if (message.qos === 0 || delivery === null) continue;
			messages.push({
				seq: message.seq,
				topic: message.topic,
				payload: message.payload,
				qos: message.qos,
				retain: message.retain,
				properties: decodePart<MessageProperties>(row["properties"]) ?? undefined,
				delivery,
				packetId: row["packet_id"] === null ? null : Number(row["packet_id"]),
			});
		}
		if (rows.length < 100) return messages;
		yield;
	}
}
