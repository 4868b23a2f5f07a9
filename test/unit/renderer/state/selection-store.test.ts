import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addRange, cutRange, isSelected } from "../../../../renderer/state/selected-ranges.ts";
import {
	applyAllSelected,
	applyExtended,
	applyLetGo,
	applyToggled,
	createSelectionStore,
	type SelectionState,
} from "../../../../renderer/state/selection-store.ts";
import { type ConversationFilter, NO_FILTER } from "../../../../shared/model/conversation.ts";
import type { Message } from "../../../../shared/model/message.ts";
import type { MessageSelection } from "../../../../shared/model/selection.ts";

const RECEIVED: ConversationFilter = { ...NO_FILTER, direction: "received" };
const TOPIC: ConversationFilter = { ...NO_FILTER, topicFilter: "a/+" };
const FILTERS = [NO_FILTER, RECEIVED, TOPIC];

/** Odd seqs were published, and every third stands in another topic. */
function createMessage(seq: number): Message {
	const topic = seq % 3 === 0 ? "b" : "a/1";
	const common = { seq, at: seq, topic, payload: new Uint8Array(), payloadBytes: 0, qos: 0, retain: false, dup: false } as const;
	if (seq % 2 === 0) return { kind: "received", ...common };
	return { kind: "published", ...common, delivery: { state: "done", ticks: [] } };
}

const passes = (seq: number, filter: ConversationFilter) =>
	filter === NO_FILTER || (filter === RECEIVED ? seq % 2 === 0 : seq % 3 !== 0);

const seqs = (selection: MessageSelection) =>
	Array.from({ length: 40 }, (_, seq) => seq).filter((seq) => isSelected(selection, createMessage(seq), NO_FILTER));

describe("ranges", () => {
	test("whatever is added and cut, the ranges stay in order and apart, and mean the same as a set of seqs", () => {
		const step = fc.record({
			isCut: fc.boolean(),
			from: fc.nat(39),
			length: fc.nat(12),
			filter: fc.constantFrom(...FILTERS),
		});
		fc.assert(
			fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
				let selection: MessageSelection = [];
				const model = new Set<number>();
				for (const { isCut, from, length, filter } of steps) {
					const to = from + length;
					selection = isCut ? cutRange(selection, from, to) : addRange(selection, { from, to, filter });
					for (let seq = from; seq <= to; seq++) {
						if (!isCut && passes(seq, filter)) model.add(seq);
						else model.delete(seq);
					}
				}
				for (const [index, { from, to }] of selection.entries()) {
					expect(from).toBeLessThanOrEqual(to);
					expect(from).toBeGreaterThan(selection[index - 1]?.to ?? -1);
				}
				expect(seqs(selection)).toEqual([...model].filter((seq) => seq < 40).sort((one, other) => one - other));
			}),
			{ numRuns: 500 },
		);
	});

	test("neighbours one by one become one range", () => {
		let selection: MessageSelection = [];
		for (const seq of [5, 7, 6, 4]) selection = addRange(selection, { from: seq, to: seq, filter: NO_FILTER });
		expect(selection).toEqual([{ from: 4, to: 7, filter: NO_FILTER }]);
	});
});

describe("selecting", () => {
	const empty = createSelectionStore().getState();
	const of = (state: SelectionState) => seqs(state.ranges);

	test("a range grows and shrinks from where it began, and leaves alone what was selected before", () => {
		let state = applyToggled(empty, "one", 2, false);
		state = applyToggled(state, "one", 10, false);
		state = applyExtended(state, "one", { from: 10, to: 14, filter: NO_FILTER });
		expect(of(state)).toEqual([2, 10, 11, 12, 13, 14]);
		state = applyExtended(state, "one", { from: 14, to: 11, filter: NO_FILTER });
		expect(of(state)).toEqual([2, 10, 11]);
		state = applyExtended(state, "one", { from: 11, to: 8, filter: NO_FILTER });
		expect(of(state)).toEqual([2, 8, 9, 10]);
		expect(of(applyToggled(state, "one", 9, true))).toEqual([2, 8, 10]);
	});

	test("a million messages are one range, and one of them can be left out", () => {
		const all = applyAllSelected(empty, "one", 1_000_000, RECEIVED);
		expect(all.ranges).toHaveLength(1);
		expect(applyToggled(all, "one", 500_000, true).ranges).toMatchObject([{ to: 499_999 }, { from: 500_001, to: 1_000_000 }]);
	});

	test("another conversation's selection takes the place of this one's, and the last message let go ends it", () => {
		const state = applyToggled(applyToggled(empty, "one", 2, false), "two", 3, false);
		expect(state).toMatchObject({ connectionId: "two", ranges: [{ from: 3, to: 3 }] });
		expect(applyToggled(state, "two", 3, true)).toMatchObject({ connectionId: null, ranges: [] });
		expect(applyLetGo(state)).toMatchObject({ connectionId: null, ranges: [], count: null });
	});
});
