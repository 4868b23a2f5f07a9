/** The database as the writer uses it: prepared statements, the conversations in memory, and transactions that undo both. */
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { type ConversationRecord, readRecords } from "./conversation-record.ts";
import { createTopicInterner, type TopicInterner } from "./create-topic-interner.ts";

export interface WriterStore {
	readonly database: DatabaseSync;
	readonly prepare: (sql: string) => StatementSync;
	readonly records: Map<number, ConversationRecord>;
	readonly topics: TopicInterner;
	keepMessages: number;
	saveRecord(record: ConversationRecord): void;
	/** Undone whole when it throws: the database, and what is in memory of it. Durable: on the disk before it returns. */
	transact(isDurable: boolean, work: () => void): void;
}

export function createWriterStore(database: DatabaseSync, keepMessages: number): WriterStore {
	const statements = new Map<string, StatementSync>();
	const prepare = (sql: string): StatementSync => {
		let statement = statements.get(sql);
		if (statement === undefined) {
			statement = database.prepare(sql);
			statements.set(sql, statement);
		}
		return statement;
	};
	const topics = createTopicInterner(prepare);
	let wasDurable = false;
	let mustReload = false;

	const store: WriterStore = {
		database,
		prepare,
		records: readRecords(database),
		topics,
		keepMessages,
		saveRecord(record) {
			prepare(`UPDATE conversation SET connection_id = ?, given_seq = ?, last_read_seq = ?, first_seq = ?, last_seq = ?,
				last_message_seq = ?, received = ?, published = ?, events = ?, evicted = ?, deleted = ?, pinned = ?, unread = ?, next_topic = ?
				WHERE number = ?`).run(
				record.connectionId,
				record.givenSeq,
				record.lastReadSeq,
				record.firstSeq,
				record.lastSeq,
				record.lastMessageSeq,
				record.received,
				record.published,
				record.events,
				record.evicted,
				record.deleted,
				record.pinned,
				record.unread,
				record.nextTopic,
				record.number,
			);
		},
		transact(isDurable, work) {
			if (mustReload) reload();
			if (isDurable !== wasDurable) {
				database.exec(`PRAGMA synchronous = ${isDurable ? "FULL" : "NORMAL"}`);
				wasDurable = isDurable;
			}
			database.exec("BEGIN IMMEDIATE");
			try {
				work();
				database.exec("COMMIT");
			} catch (error) {
				mustReload = true;
				// After some errors SQLite has rolled back by itself.
				if (database.isTransaction) database.exec("ROLLBACK");
				throw error;
			}
		},
	};

	function reload(): void {
		const records = readRecords(database);
		store.records.clear();
		for (const [number, record] of records) store.records.set(number, record);
		topics.forget();
		mustReload = false;
	}

	return store;
}
