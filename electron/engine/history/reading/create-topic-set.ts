/**
 * Which topics of a conversation pass a test, by number: the test is made once for each topic and not once for each row. Topics that
 * have come since are added before each use; numbers are never given twice, so that nothing in it grows stale.
 */
import type { SQLInputValue, StatementSync } from "node:sqlite";
import { SEQ_SPAN } from "../worker-message.ts";

const SLICE_TOPICS = 4000;
/** A comparison with a short list costs a row less than a call out of SQL. */
const SHORT_LIST = 256;

/** What is needed of the reader's store. */
export interface TopicSource {
	readonly prepare: (sql: string) => StatementSync;
}

export interface TopicSet {
	has(topic: number): boolean;
	/** Tests the topics that are new; pauses now and then. */
	extend(store: TopicSource): Generator<undefined, void>;
	/** The cheapest condition over `topic` that says the same for all topics tested so far; `call` is the one that asks `has`. */
	describe(call: string): { readonly sql: string; readonly values: readonly SQLInputValue[] };
}

export function createTopicSet(number: number, passes: (name: string) => boolean): TopicSet {
	const base = number * SEQ_SPAN;
	/** The number of the first topic that `bits` tells of. */
	let first = 0;
	let next = 0;
	let bits = new Uint8Array(1024);
	let count = 0;
	/** Topics that pass, and that do not, as long as there are few. */
	const passing: number[] = [];
	const failing: number[] = [];
	let passingCount = 0;

	function put(topic: number, name: string): void {
		if (next === 0) first = topic;
		if (topic - first >= bits.length) {
			const larger = new Uint8Array(Math.max(bits.length * 2, topic - first + 1));
			larger.set(bits);
			bits = larger;
		}
		const isPassing = passes(name);
		if (isPassing) {
			bits[topic - first] = 1;
			passingCount++;
		}
		const list = isPassing ? passing : failing;
		if (list.length <= SHORT_LIST) list.push(topic);
		count++;
		next = topic + 1;
	}

	return {
		describe(call) {
			if (passingCount === 0) return { sql: "0", values: [] };
			if (passingCount === count) return { sql: "1", values: [] };
			const inList = "topic IN (SELECT value FROM json_each(?))";
			if (passingCount <= SHORT_LIST) return { sql: inList, values: [JSON.stringify(passing)] };
			if (count - passingCount <= SHORT_LIST) return { sql: `NOT ${inList}`, values: [JSON.stringify(failing)] };
			return { sql: call, values: [] };
		},
		has: (topic) => bits[topic - first] === 1,
		*extend(store) {
			const statement = store.prepare(`SELECT id, name FROM topic WHERE id >= ? AND id < ? ORDER BY id LIMIT ${SLICE_TOPICS}`);
			for (;;) {
				const rows = statement.all(base + next, base + SEQ_SPAN);
				for (const row of rows) put(Number(row["id"]) - base, String(row["name"]));
				if (rows.length < SLICE_TOPICS) return;
				yield;
			}
		},
	};
}
