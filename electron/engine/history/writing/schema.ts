/**
 * The database's schema, as the list of steps that lead to it; `user_version` says how many have been taken. A released step is never
 * changed: a new one is put behind it.
 *
 * `entry` holds every row under one integer key (`SEQ_SPAN`) and nothing else is indexed, which is what keeps writing fast; what is
 * searched for is scanned, newest first. Topics are a table of their own, so that a topic filter is tested once for each topic and a
 * scan compares numbers. A name may have several ids (`topic_epoch`), so that no index over the names has to be kept. `pin` names the
 * rows that somebody wants kept; the conversation's `pinned` is how many of them there are.
 */
import type { DatabaseSync } from "node:sqlite";

const STEPS: readonly string[] = [
	`CREATE TABLE run (name TEXT NOT NULL, batch INTEGER NOT NULL) STRICT;
	INSERT INTO run VALUES ('', 0);

	CREATE TABLE conversation (
		number INTEGER PRIMARY KEY,
		connection_id TEXT UNIQUE,
		given_seq INTEGER NOT NULL,
		last_read_seq INTEGER NOT NULL,
		first_seq INTEGER NOT NULL,
		last_seq INTEGER NOT NULL,
		last_message_seq INTEGER NOT NULL,
		received INTEGER NOT NULL,
		published INTEGER NOT NULL,
		events INTEGER NOT NULL,
		evicted INTEGER NOT NULL,
		unread INTEGER NOT NULL,
		next_topic INTEGER NOT NULL,
		held_subscriptions BLOB
	) STRICT;

	CREATE TABLE entry (
		id INTEGER PRIMARY KEY,
		at REAL NOT NULL,
		flags INTEGER NOT NULL,
		topic INTEGER,
		size INTEGER NOT NULL,
		properties BLOB,
		state BLOB,
		payload BLOB
	) STRICT;
	CREATE TABLE large (id INTEGER PRIMARY KEY, payload BLOB NOT NULL) STRICT;

	CREATE TABLE topic (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
	CREATE TABLE topic_epoch (id INTEGER PRIMARY KEY, first_topic INTEGER NOT NULL) STRICT;

	CREATE TABLE unfinished (id INTEGER PRIMARY KEY, packet_id INTEGER) STRICT;
	CREATE TABLE held_packet (id INTEGER PRIMARY KEY) STRICT;`,

	`ALTER TABLE conversation ADD COLUMN deleted INTEGER NOT NULL DEFAULT 0;
	ALTER TABLE conversation ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
	CREATE TABLE pin (id INTEGER PRIMARY KEY) STRICT;`,
];

export const SCHEMA_VERSION = STEPS.length;

/** "Prly": tells our files from other programs' databases. https://www.sqlite.org/pragma.html#pragma_application_id */
export const APPLICATION_ID = 0x50_72_6c_79;

/** Brings an older database up to now, whole or not at all. */
export function migrateSchema(database: DatabaseSync, from: number): void {
	database.exec("BEGIN IMMEDIATE");
	try {
		for (const step of STEPS.slice(from)) database.exec(step);
		database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}`);
		database.exec("COMMIT");
	} catch (error) {
		if (database.isTransaction) database.exec("ROLLBACK");
		throw error;
	}
}
