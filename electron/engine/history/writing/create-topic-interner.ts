/**
 * Gives each topic name of a conversation a number, so that a row carries the number. The names in use are kept in memory up to a
 * bound; a stream that has more (a new topic in each message) begins a new epoch: the memory is emptied, and names that come again
 * get another number. Epochs make tidying cheap: once every row of the earlier ones is gone, so are their numbers, as one range.
 */
import type { StatementSync } from "node:sqlite";
import { SEQ_SPAN } from "../worker-message.ts";
import type { ConversationRecord } from "./conversation-record.ts";

const EPOCH_TOPICS = 262_144;
const EPOCH_CHARACTERS = 16 << 20;
/** Over all conversations: when it is reached, every one begins anew. */
const TOTAL_CHARACTERS = 64 << 20;

export interface TopicInterner {
	/** The topic's number within its conversation. The caller may go on using it for rows before `until`. */
	intern(record: ConversationRecord, name: string, until: number): number;
	/** Rows from `seq` on have no number that was given before. */
	beginEpoch(record: ConversationRecord, seq: number): void;
	forget(): void;
}

interface Epoch {
	readonly numbers: Map<string, number>;
	characters: number;
}

export function createTopicInterner(prepare: (sql: string) => StatementSync): TopicInterner {
	const epochs = new Map<number, Epoch>();
	let totalCharacters = 0;

	/** The topics of the epoch that the database has last, as far as they fit. */
	function load(record: ConversationRecord): Epoch {
		const base = record.number * SEQ_SPAN;
		const first = prepare("SELECT first_topic FROM topic_epoch WHERE id > ? AND id < ? ORDER BY id DESC LIMIT 1").get(
			base,
			base + SEQ_SPAN,
		)?.["first_topic"];
		const epoch: Epoch = { numbers: new Map(), characters: 0 };
		const names = prepare(`SELECT id, name FROM topic WHERE id >= ? AND id < ? ORDER BY id LIMIT ${EPOCH_TOPICS}`);
		for (const row of names.iterate(base + Number(first ?? 0), base + SEQ_SPAN)) {
			const name = String(row["name"]);
			epoch.numbers.set(name, Number(row["id"]) - base);
			epoch.characters += name.length;
		}
		totalCharacters += epoch.characters;
		epochs.set(record.number, epoch);
		return epoch;
	}

	function beginEpoch(record: ConversationRecord, seq: number): void {
		const base = record.number * SEQ_SPAN;
		prepare("INSERT OR IGNORE INTO topic_epoch VALUES (?, ?)").run(base + seq, record.nextTopic);
		record.hasOldTopics = true;
		totalCharacters -= epochs.get(record.number)?.characters ?? 0;
		epochs.set(record.number, { numbers: new Map(), characters: 0 });
	}

	return {
		intern(record, name, until) {
			let epoch = epochs.get(record.number) ?? load(record);
			const known = epoch.numbers.get(name);
			if (known !== undefined) return known;
			if (
				epoch.numbers.size >= EPOCH_TOPICS ||
				epoch.characters + name.length > EPOCH_CHARACTERS ||
				totalCharacters + name.length > TOTAL_CHARACTERS
			) {
				if (totalCharacters + name.length > TOTAL_CHARACTERS) {
					epochs.clear();
					totalCharacters = 0;
				}
				beginEpoch(record, until);
				epoch = epochs.get(record.number) ?? epoch;
			}
			const number = record.nextTopic++;
			prepare("INSERT INTO topic VALUES (?, ?)").run(record.number * SEQ_SPAN + number, name);
			epoch.numbers.set(name, number);
			epoch.characters += name.length;
			totalCharacters += name.length;
			return number;
		},
		beginEpoch,
		forget() {
			epochs.clear();
			totalCharacters = 0;
		},
	};
}
