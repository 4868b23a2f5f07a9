/** The database as the reader uses it. Every read is one statement, or one short transaction, so that the log can always be tidied. */
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from "node:sqlite";
import type { ConversationTotals } from "../../../../shared/model/conversation.ts";
import { containsText } from "./contains-text.ts";
import type { TopicSet } from "./create-topic-set.ts";

export interface ReaderStore {
	readonly prepare: (sql: string) => StatementSync;
	/** The sets that `in_filter(topic)`, `in_text(topic)` and `in_muted(topic)` look into during the next statement. */
	readonly use: (filterSet: TopicSet | null, textSet: TopicSet | null, mutedSet: TopicSet | null, text: string) => void;
	/** What is kept now, and the newest seq that was ever stored. */
	readStanding(number: number): { readonly totals: ConversationTotals; readonly givenSeq: number };
	/** The topic sets of the questions asked lately; a feed asks the same one again and again. */
	readonly topicSets: Map<string, TopicSet>;
	close(): void;
}

const NO_TOTALS: ConversationTotals = {
	firstSeq: 0,
	lastSeq: 0,
	received: 0,
	published: 0,
	events: 0,
	evicted: 0,
	deleted: 0,
	pinned: 0,
};

export function createReaderStore(file: string): ReaderStore {
	const database = new DatabaseSync(file, { readOnly: true, timeout: 1000 });
	database.exec("PRAGMA cache_size = -32000");
	const statements = new Map<string, StatementSync>();
	let filterSet: TopicSet | null = null;
	let textSet: TopicSet | null = null;
	let mutedSet: TopicSet | null = null;
	let text = "";
	const options = { deterministic: false, directOnly: true };
	database.function("in_filter", options, (topic: SQLInputValue) => (filterSet?.has(Number(topic)) === true ? 1 : 0));
	database.function("in_muted", options, (topic: SQLInputValue) => (mutedSet?.has(Number(topic)) === true ? 1 : 0));
	database.function("in_text", options, (topic: SQLInputValue) => (textSet?.has(Number(topic)) === true ? 1 : 0));
	database.function("has_text", options, (payload: SQLInputValue) =>
		payload instanceof Uint8Array && containsText(payload, text) ? 1 : 0,
	);

	const prepare = (sql: string): StatementSync => {
		let statement = statements.get(sql);
		if (statement === undefined) {
			statement = database.prepare(sql);
			statements.set(sql, statement);
		}
		return statement;
	};

	return {
		prepare,
		use(forFilter, forText, forMuted, ofText) {
			filterSet = forFilter;
			textSet = forText;
			mutedSet = forMuted;
			text = ofText;
		},
		readStanding(number) {
			const row: Record<string, SQLOutputValue> | undefined = prepare(
				"SELECT first_seq, last_seq, received, published, events, evicted, deleted, pinned, given_seq FROM conversation WHERE number = ?",
			).get(number);
			if (row === undefined) return { totals: NO_TOTALS, givenSeq: 0 };
			return {
				totals: {
					firstSeq: Number(row["first_seq"]),
					lastSeq: Number(row["last_seq"]),
					received: Number(row["received"]),
					published: Number(row["published"]),
					events: Number(row["events"]),
					evicted: Number(row["evicted"]),
					deleted: Number(row["deleted"]),
					pinned: Number(row["pinned"]),
				},
				givenSeq: Number(row["given_seq"]),
			};
		},
		topicSets: new Map(),
		close: () => database.close(),
	};
}
