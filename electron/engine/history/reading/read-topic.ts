/**
 * The messages of one topic, newest first. Nothing is indexed by topic (it would halve the rate of writing), so rows are scanned
 * backwards by the topic's number, in slices, as far as the question reaches; how far that was is part of the answer.
 */
import type { Message } from "../../../../shared/model/message.ts";
import type { TopicPage, TopicQuestion } from "../history.ts";
import { SEQ_SPAN } from "../worker-message.ts";
import type { RowCondition } from "./create-row-condition.ts";
import { decodeMessage } from "./decode-row.ts";
import { readTopicSet } from "./read-topic-set.ts";
import type { ReaderStore } from "./reader-store.ts";
import { collectRows } from "./scan-rows.ts";

export function* readTopic(store: ReaderStore, number: number, question: TopicQuestion): Generator<undefined, TopicPage> {
	const { topic, before, limit, reach } = question;
	const { firstSeq, lastSeq } = store.readStanding(number).totals;
	const newest = Math.min(before - 1, lastSeq);
	const from = Math.max(firstSeq, newest - reach + 1);
	const condition = createNameCondition(store, number, topic);
	yield* condition.prepare();
	const rows = yield* collectRows(store, number, condition, { from, to: newest, newestFirst: true }, limit);
	const messages: readonly Message[] = rows.map(decodeMessage);
	const last = messages.at(-1);
	// A full page ends at its last message; what is older has not been looked at.
	const searchedTo = messages.length >= limit && last !== undefined ? last.seq : Math.min(from, before);
	return { messages, searchedTo, searchedToAt: readTime(store, number, searchedTo), reachesStart: searchedTo <= firstSeq };
}

function createNameCondition(store: ReaderStore, number: number, topic: string): RowCondition {
	const set = readTopicSet(store, number, `name ${topic}`, () => (name) => name === topic);
	return {
		isOpen: false,
		hasText: false,
		prepare: () => set.extend(store),
		use() {
			const { sql, values } = set.describe("in_filter(topic) = 1");
			store.use(set, null, null, "");
			return { sql: `${sql} AND flags & 3 < 2`, values };
		},
	};
}

function readTime(store: ReaderStore, number: number, seq: number): number | null {
	const at = store.prepare("SELECT at FROM entry WHERE id = ?").get(number * SEQ_SPAN + seq)?.["at"];
	return typeof at === "number" ? at : null;
}
