/**
 * A filter as a condition of SQL over `entry`. Text is found as bytes, exactly, with A to Z in either case:
 * LIKE does it fastest, but it stops at a NUL and reads characters where a payload may hold anything, so it serves ASCII texts in
 * payloads without NUL; `instr` over the lowered bytes serves the others; and payloads that only have a preview in the row are
 * searched whole, outside SQL.
 */
import type { SQLInputValue } from "node:sqlite";
import type { ConversationFilter } from "../../../../shared/model/conversation.ts";
import { createTopicMatcher } from "../../../../shared/topic/match-topic.ts";
import { FLAG_LARGE, FLAG_NUL } from "../worker-message.ts";
import { foldText } from "./contains-text.ts";
import { createTopicSet, type TopicSet } from "./create-topic-set.ts";
import type { ReaderStore } from "./reader-store.ts";

const SETS_KEPT = 32;

export interface RowCondition {
	/** Nothing is filtered: every row passes, events as well. */
	readonly isOpen: boolean;
	/** Looks into payloads, which may be large. */
	readonly hasText: boolean;
	readonly sql: string;
	readonly values: readonly SQLInputValue[];
	/** Brings the topic sets up to date. Before the first slice. */
	prepare(): Generator<undefined, void>;
	/** Before each statement. */
	use(): void;
}

export function createRowCondition(store: ReaderStore, number: number, filter: ConversationFilter): RowCondition {
	const { direction, topicFilter, text } = filter;
	const parts: string[] = [];
	const values: SQLInputValue[] = [];
	const isOpen = direction === "all" && topicFilter === null && text === null;
	if (direction !== "all") parts.push(`flags & 3 = ${direction === "received" ? 0 : 1}`);
	else if (!isOpen) parts.push("flags & 3 < 2");
	let filterSet: TopicSet | null = null;
	let textSet: TopicSet | null = null;
	const folded = foldText(text ?? "");
	if (topicFilter !== null) {
		filterSet = readTopicSet(store, number, `filter ${topicFilter}`, () => createTopicMatcher(topicFilter));
		parts.push("in_filter(topic) = 1");
	}
	if (text !== null) {
		textSet = readTopicSet(store, number, `text ${folded}`, () => (name) => foldText(name).includes(folded));
		const whole = "has_text((SELECT large.payload FROM large WHERE large.id = entry.id)) = 1";
		const exact = "instr(lower(payload), ?) > 0";
		// biome-ignore lint/suspicious/noControlCharactersInRegex: that is the question
		const isPlain = /^[\x01-\x7f]*$/.test(folded);
		parts.push(`(in_text(topic) = 1 OR CASE
			WHEN flags & ${FLAG_LARGE} THEN ${whole}
			${isPlain ? `WHEN flags & ${FLAG_NUL} = 0 THEN payload LIKE ? ESCAPE '\\'` : ""}
			ELSE ${exact} END)`);
		if (isPlain) values.push(`%${folded.replace(/[\\%_]/g, "\\$&")}%`);
		values.push(folded);
	}
	return {
		isOpen,
		hasText: text !== null,
		sql: isOpen ? "1" : parts.join(" AND "),
		values,
		*prepare() {
			if (filterSet !== null) yield* filterSet.extend(store);
			if (textSet !== null) yield* textSet.extend(store);
		},
		use: () => store.use(filterSet, textSet, folded),
	};
}

function readTopicSet(
	store: ReaderStore,
	number: number,
	question: string,
	createTest: () => (name: string) => boolean,
): TopicSet {
	const key = `${number} ${question}`;
	const known = store.topicSets.get(key);
	const set = known ?? createTopicSet(number, createTest());
	// The one that was used longest ago is the first in the map.
	store.topicSets.delete(key);
	store.topicSets.set(key, set);
	const [oldest] = store.topicSets.keys();
	if (store.topicSets.size > SETS_KEPT && oldest !== undefined) store.topicSets.delete(oldest);
	return set;
}
