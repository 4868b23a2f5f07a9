/**
 * A filter as a condition of SQL over `entry`. Text is found as bytes, exactly, with A to Z in either case:
 * LIKE does it fastest, but it stops at a NUL and reads characters where a payload may hold anything, so it serves ASCII texts in
 * payloads without NUL; `instr` over the lowered bytes serves the others; and payloads that only have a preview in the row are
 * searched whole, outside SQL.
 */
import type { SQLInputValue } from "node:sqlite";
import { type ConversationFilter, hasFilter, type MutedFilters, narrows } from "../../../../shared/model/conversation.ts";
import { createTopicMatcher } from "../../../../shared/topic/match-topic.ts";
import { FLAG_LARGE, FLAG_NUL, SEQ_SPAN } from "../worker-message.ts";
import { foldText } from "./contains-text.ts";
import { readTopicSet } from "./read-topic-set.ts";
import type { ReaderStore } from "./reader-store.ts";

export interface RowCondition {
	/** Nothing is filtered: every row passes, events as well. */
	readonly isOpen: boolean;
	/** Looks into payloads, which may be large. */
	readonly hasText: boolean;
	/** Brings what is known of topics up to date. Before `use`. */
	prepare(): Generator<undefined, void>;
	/** The condition for the next statement. */
	use(): { readonly sql: string; readonly values: readonly SQLInputValue[] };
}

export function createRowCondition(store: ReaderStore, number: number, filter: ConversationFilter): RowCondition {
	const { direction, topicFilter, text, pinned, muted } = filter;
	const isOpen = !hasFilter(filter);
	const folded = foldText(text ?? "");
	const filterSet =
		topicFilter === null ? null : readTopicSet(store, number, `filter ${topicFilter}`, () => createTopicMatcher(topicFilter));
	const textSet =
		text === null ? null : readTopicSet(store, number, `text ${folded}`, () => (name) => foldText(name).includes(folded));

	const mutedSet =
		muted === undefined ? null : readTopicSet(store, number, `muted ${JSON.stringify(muted)}`, () => createMutedTest(muted));

	return {
		isOpen,
		hasText: text !== null,
		*prepare() {
			if (filterSet !== null) yield* filterSet.extend(store);
			if (textSet !== null) yield* textSet.extend(store);
			if (mutedSet !== null) yield* mutedSet.extend(store);
		},
		use() {
			if (isOpen) return { sql: "1", values: [] };
			const parts: string[] = [];
			const values: SQLInputValue[] = [];
			// Events have neither topic nor payload and are never pinned, so that any test of those rules them out by itself.
			let rulesOutEvents = pinned;
			if (pinned) {
				parts.push("id IN (SELECT id FROM pin WHERE id > ? AND id < ?)");
				values.push(number * SEQ_SPAN, (number + 1) * SEQ_SPAN);
			}
			if (filterSet !== null) {
				const topics = filterSet.describe("in_filter(topic) = 1");
				parts.push(topics.sql);
				values.push(...topics.values);
				rulesOutEvents ||= topics.sql !== "1";
			}
			if (textSet !== null) {
				const topics = textSet.describe("in_text(topic) = 1");
				const payload = describePayload(folded);
				parts.push(topics.sql === "0" ? payload.sql : `(${topics.sql} OR ${payload.sql})`);
				rulesOutEvents ||= topics.sql !== "1";
				values.push(...topics.values, ...payload.values);
			}
			if (direction !== "all") parts.unshift(`flags & 3 = ${direction === "received" ? 0 : 1}`);
			else if (!rulesOutEvents && narrows(filter)) parts.unshift("flags & 3 < 2");
			if (mutedSet !== null) {
				const topics = mutedSet.describe("in_muted(topic) = 1");
				if (topics.sql === "1") parts.push("flags & 3 <> 0");
				else if (topics.sql !== "0") parts.push(`(flags & 3 <> 0 OR NOT (${topics.sql}))`);
				values.push(...topics.values);
			}
			store.use(filterSet, textSet, mutedSet, folded);
			if (parts.length === 0) return { sql: "1", values: [] };
			return { sql: parts.join(" AND "), values };
		},
	};
}

function createMutedTest({ hidden, shown }: MutedFilters): (name: string) => boolean {
	const hides = hidden.map(createTopicMatcher);
	const shows = shown.map(createTopicMatcher);
	return (name) => hides.some((matches) => matches(name)) && !shows.some((matches) => matches(name));
}

function describePayload(folded: string): { readonly sql: string; readonly values: readonly SQLInputValue[] } {
	const whole = "has_text((SELECT large.payload FROM large WHERE large.id = entry.id)) = 1";
	const exact = "instr(lower(payload), ?) > 0";
	// biome-ignore lint/suspicious/noControlCharactersInRegex: that is the question
	if (!/^[\x01-\x7f]*$/.test(folded)) {
		return { sql: `CASE WHEN flags & ${FLAG_LARGE} THEN ${whole} ELSE ${exact} END`, values: [folded] };
	}
	return {
		sql: `CASE flags & ${FLAG_LARGE | FLAG_NUL} WHEN 0 THEN payload LIKE ? ESCAPE '\\' WHEN ${FLAG_NUL} THEN ${exact} ELSE ${whole} END`,
		values: [`%${folded.replace(/[\\%_]/g, "\\$&")}%`, folded],
	};
}
