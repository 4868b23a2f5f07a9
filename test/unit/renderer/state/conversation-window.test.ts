import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	applyLeftEnd,
	applyTailBatch,
	applyWindowAgain,
	applyWindowBatch,
	type ConversationWindow,
	type Placing,
} from "../../../../renderer/state/conversation-window.ts";
import type { ConversationBatch } from "../../../../shared/contract/message.ts";
import { NO_ROWS, packRows } from "../../../../shared/contract/row-columns.ts";
import type { ConversationRow } from "../../../../shared/model/message.ts";

const LIMITS = { calm: 10, flooded: 4 };

function createRow(seq: number): ConversationRow {
	const payload = new TextEncoder().encode(`payload ${seq}`);
	return {
		kind: "received",
		seq,
		at: seq * 1000,
		topic: "a/b",
		payload,
		payloadBytes: payload.byteLength,
		qos: 0,
		retain: false,
		dup: false,
	};
}

/** A stand-in for the engine: a history of which every `step`th row passes the filter, and the feeds that read it. */
class History {
	last = 0;
	readonly step: number;
	constructor(step: number) {
		this.step = step;
	}
	passing(from: number, to: number): readonly number[] {
		const seqs: number[] = [];
		for (let seq = Math.max(1, from); seq <= Math.min(to, this.last); seq += 1) if (seq % this.step === 0) seqs.push(seq);
		return seqs;
	}
	batch(kind: "window" | "tail", seqs: readonly number[], skipped = 0): ConversationBatch {
		const first = seqs[0] ?? 0;
		const final = seqs.at(-1) ?? 0;
		return {
			kind,
			rows: packRows(seqs.map(createRow)),
			skipped,
			changed: NO_ROWS,
			reachesStart: this.passing(1, first - 1).length === 0,
			reachesEnd: this.passing(final + 1, this.last).length === 0,
			totals: {
				firstSeq: this.last === 0 ? 0 : 1,
				lastSeq: this.last,
				received: this.last,
				published: 0,
				events: 0,
				evicted: 0,
				deleted: 0,
				pinned: 0,
			},
			matches: null,
		};
	}
	end(limit: number): ConversationBatch {
		return this.batch("window", this.passing(1, this.last).slice(-limit));
	}
	around(seq: number, margin: number): ConversationBatch {
		const older = this.passing(1, seq - 1).slice(-margin);
		return this.batch("window", [...older, ...this.passing(seq, this.last).slice(0, margin)]);
	}
	tail(after: number, limit: number): ConversationBatch {
		const fresh = this.passing(after + 1, this.last);
		return this.batch("tail", fresh.slice(-limit), Math.max(0, fresh.length - limit));
	}
}

const steps = fc.array(
	fc.oneof(
		fc.record({ do: fc.constant("grow" as const), by: fc.integer({ min: 0, max: 30 }) }),
		fc.record({ do: fc.constant("tail" as const), by: fc.integer({ min: 1, max: 12 }) }),
		fc.record({ do: fc.constant("again" as const), by: fc.constant(0) }),
		fc.record({ do: fc.constant("leave" as const), by: fc.constant(0) }),
		fc.record({ do: fc.constant("follow" as const), by: fc.integer({ min: 1, max: 12 }) }),
		fc.record({ do: fc.constant("jump" as const), by: fc.nat(200) }),
	),
	{ maxLength: 60 },
);

describe("the window of a conversation", () => {
	it("never has a hole and never claims an end that it does not reach, whatever order batches and moves come in", () => {
		fc.assert(
			fc.property(steps, fc.integer({ min: 1, max: 3 }), (script, step) => {
				const history = new History(step);
				let told = 0;
				let opened: Placing = { at: "end" };
				let window = applyWindowBatch(null, history.end(LIMITS.calm), opened);
				for (const { do: what, by } of script) {
					const held: ConversationWindow = window;
					const before = held.rows.map((row) => row.seq);
					switch (what) {
						case "grow":
							history.last += by;
							break;
						case "tail": {
							// A feed elsewhere than the end tells totals alone.
							const tail = opened.at === "end" ? history.tail(told, by) : history.batch("tail", []);
							window = applyTailBatch(held, opened.at === "end" ? tail : { ...tail, reachesEnd: history.last === told }, LIMITS);
							if (!held.follows) expect(window.rows.slice(0, before.length)).toEqual(held.rows);
							break;
						}
						case "again":
							window = applyWindowAgain(held, opened.at === "end" ? history.end(LIMITS.calm) : history.around(5, 6), opened);
							break;
						case "leave":
							window = applyLeftEnd(held);
							break;
						case "follow":
							opened = { at: "end" };
							window = applyWindowBatch(held, history.end(by), opened);
							break;
						case "jump":
							opened = { at: "row", seq: by, offsetPx: 0 };
							window = applyWindowBatch(held, history.around(by, 6), opened);
							break;
					}
					if (what !== "grow" && what !== "leave") told = history.last;
					const seqs = window.rows.map((row) => row.seq);
					const first = seqs[0];
					const final = seqs.at(-1);
					if (first !== undefined && final !== undefined) {
						expect(seqs).toEqual(history.passing(first, final));
						if (window.reachesStart) expect(history.passing(1, first - 1)).toEqual([]);
						if (window.reachesEnd) expect(history.passing(final + 1, told)).toEqual([]);
					}
					if (window.follows && what === "tail") expect(seqs.length).toBeLessThanOrEqual(12);
				}
			}),
			{ numRuns: 500 },
		);
	});

	it("follows with the newest rows, and holds no more of them than its limit", () => {
		const history = new History(1);
		history.last = 8;
		let window = applyWindowBatch(null, history.end(10), { at: "end" });
		expect(window.reachesStart).toBe(true);
		history.last = 13;
		window = applyTailBatch(window, history.tail(8, 10), LIMITS);
		expect(window.rows.map((row) => row.seq)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
		expect(window).toMatchObject({ reachesStart: false, reachesEnd: true, isFlooded: false });
	});

	it("grows below what a reader sees, as long as nothing was passed over", () => {
		const history = new History(1);
		history.last = 5;
		let window = applyLeftEnd(applyWindowBatch(null, history.end(10), { at: "end" }));
		history.last = 30;
		window = applyTailBatch(window, history.tail(5, 40), LIMITS);
		expect(window.rows).toHaveLength(30);
		expect(window.reachesEnd).toBe(true);
		history.last = 100;
		window = applyTailBatch(window, history.tail(30, 40), LIMITS);
		expect(window.rows).toHaveLength(30);
		expect(window.reachesEnd).toBe(false);
	});

	it("holds only what the viewport shows while rows are passed over", () => {
		const history = new History(1);
		history.last = 5;
		let window = applyWindowBatch(null, history.end(10), { at: "end" });
		history.last = 1000;
		window = applyTailBatch(window, history.tail(5, 10), LIMITS);
		expect(window.rows.map((row) => row.seq)).toEqual([997, 998, 999, 1000]);
		expect(window.isFlooded).toBe(true);
	});

	it("puts a delivery that moved into its row, and leaves the others the same objects", () => {
		const waiting: ConversationRow = {
			...createRow(2),
			kind: "published",
			delivery: { state: "waiting", ticks: [{ step: "queued", at: 1 }] },
		} as ConversationRow;
		const history = new History(1);
		history.last = 2;
		const first = history.end(10);
		const window = applyWindowBatch(null, { ...first, rows: packRows([createRow(1), waiting]) }, { at: "end" });
		const done = { ...waiting, delivery: { state: "done", ticks: [{ step: "puback", at: 3 }] } } as ConversationRow;
		const after = applyTailBatch(window, { ...history.batch("tail", []), changed: packRows([done]), reachesEnd: true }, LIMITS);
		expect(after.rows[1]).toMatchObject({ delivery: { state: "done" } });
		expect(after.rows[0]).toBe(window.rows[0]);
	});

	it("shows a delivery that moved while its own row was being read", () => {
		const waiting = {
			...createRow(2),
			kind: "published",
			delivery: { state: "waiting", ticks: [{ step: "sent", at: 1 }] },
		} as ConversationRow;
		const done = { ...waiting, delivery: { state: "done", ticks: [{ step: "puback", at: 3 }] } } as ConversationRow;
		const history = new History(1);
		history.last = 1;
		const window = applyWindowBatch(null, history.end(10), { at: "end" });
		history.last = 2;
		const both = { ...history.batch("tail", [2]), rows: packRows([waiting]), changed: packRows([done]) };
		expect(applyTailBatch(window, both, LIMITS).rows[1]).toMatchObject({ delivery: { state: "done" } });
	});

	it("lets go of rows that are gone from the history", () => {
		const history = new History(1);
		history.last = 5;
		const left = applyLeftEnd(applyWindowBatch(null, history.end(10), { at: "end" }));
		const cleared = { ...history.batch("window", []), totals: { ...left.totals, firstSeq: 0, lastSeq: 0 } };
		expect(applyWindowAgain(left, cleared, { at: "end" })).toMatchObject({ rows: [], follows: true });
	});
});
