import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packRows, unpackRows } from "../../../../shared/contract/row-columns.ts";
import type { ConversationRow, QoS } from "../../../../shared/model/message.ts";

const message = fc.record({
	topic: fc.string({ unit: "grapheme", maxLength: 12 }),
	payload: fc.uint8Array({ maxLength: 40 }),
	more: fc.nat(1_000_000),
	qos: fc.constantFrom<QoS>(0, 1, 2),
	retain: fc.boolean(),
	dup: fc.boolean(),
	own: fc.option(fc.record({ contentType: fc.string() }), { nil: undefined }),
});

const row = fc
	.tuple(fc.constantFrom("received", "published", "event"), message, fc.double({ min: 0, max: 4e12, noNaN: true }))
	.map(([kind, { more, own, ...common }, at]): ((seq: number) => ConversationRow) => (seq) => {
		if (kind === "event") return { kind: "event", seq, at, event: { type: "connected", sessionPresent: common.retain } };
		const properties = own === undefined ? {} : { properties: own };
		const whole = { seq, at, ...common, ...properties, payloadBytes: common.payload.byteLength + more };
		if (kind === "received") return { kind: "received", ...whole };
		return { kind: "published", ...whole, delivery: { state: "waiting", ticks: [{ step: "queued", at }] } };
	});

describe("rows that cross the border", () => {
	it("come out of their columns as they went in", () => {
		fc.assert(
			fc.property(fc.array(row, { maxLength: 30 }), (makers) => {
				const rows = makers.map((make, index) => make(index + 1));
				expect(unpackRows(packRows(rows))).toEqual(rows);
			}),
		);
	});

	it("carry each distinct topic once", () => {
		const received = (seq: number, topic: string): ConversationRow => ({
			kind: "received",
			seq,
			at: 1,
			topic,
			payload: new Uint8Array(),
			payloadBytes: 0,
			qos: 0,
			retain: false,
			dup: false,
		});
		expect(packRows([received(1, "a"), received(2, "b"), received(3, "a")]).topics).toEqual(["a", "b"]);
	});
});
