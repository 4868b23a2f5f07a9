import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Conversation, RowDraft } from "../../../electron/engine/history/history.ts";
import { NO_FILTER } from "../../../shared/model/conversation.ts";
import { type ConversationRow, type MessageProperties, PREVIEW_BYTES, type QoS } from "../../../shared/model/message.ts";
import { createTestFolder, received, type TestFolder, waitUntilStored } from "./open-test-history.ts";

let folder: TestFolder;
beforeEach(() => {
	folder = createTestFolder();
});
afterEach(() => folder.end());

const text = fc.string({ unit: "grapheme", maxLength: 30 }).filter((value) => value.isWellFormed());
const topic = fc
	.string({ unit: "grapheme", minLength: 1, maxLength: 60 })
	.filter((name) => name.isWellFormed() && !name.includes("\0"));
const at = fc.double({ min: 0, max: 4e12, noNaN: true });
const qos = fc.constantFrom<QoS>(0, 1, 2);
const payload = fc.oneof(
	{ weight: 8, arbitrary: fc.uint8Array({ maxLength: 300 }) },
	{ weight: 1, arbitrary: fc.uint8Array({ minLength: PREVIEW_BYTES - 1, maxLength: PREVIEW_BYTES + 1, size: "max" }) },
	{ weight: 1, arbitrary: fc.uint8Array({ minLength: 5000, maxLength: 12_000, size: "max" }) },
);
const properties: fc.Arbitrary<MessageProperties> = fc.record(
	{
		payloadIsUtf8: fc.boolean(),
		messageExpirySeconds: fc.nat(0xffff_ffff),
		topicAlias: fc.integer({ min: 1, max: 65_535 }),
		responseTopic: topic,
		correlationData: fc.uint8Array({ maxLength: 40 }),
		subscriptionIdentifiers: fc.array(fc.integer({ min: 1, max: 268_435_455 }), { maxLength: 4 }),
		contentType: text,
		userProperties: fc.array(fc.record({ key: text, value: text }), { maxLength: 4 }),
	},
	{ requiredKeys: [] },
);
const step = fc.constantFrom("queued", "sent", "resent", "puback", "pubrec", "pubcomp", "refused", "withdrawn" as const);
const tick = fc.record({ step, at, reasonCode: fc.nat(255), reasonString: text }, { requiredKeys: ["step", "at"] });
const delivery = fc.record({
	state: fc.constantFrom("waiting", "done", "failed" as const),
	ticks: fc.array(tick, { maxLength: 5 }),
});
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

const draft: fc.Arbitrary<RowDraft> = fc.oneof(
	fc.record({
		kind: fc.constant("received" as const),
		at,
		topic,
		payload,
		qos,
		retain: fc.boolean(),
		dup: fc.boolean(),
		properties: maybe(properties),
	}),
	fc.record({
		kind: fc.constant("published" as const),
		at,
		topic,
		payload,
		qos,
		retain: fc.boolean(),
		properties: maybe(properties),
		delivery,
	}),
	fc.record({
		kind: fc.constant("event" as const),
		at,
		event: fc.oneof(
			fc.record({ type: fc.constant("connected" as const), sessionPresent: fc.boolean() }),
			fc.constant({ type: "disconnected" as const }),
			fc.record({
				type: fc.constant("lost" as const),
				failure: fc.record({
					code: fc.constant("connection-lost" as const),
					message: text,
					hint: text,
					detail: fc.dictionary(fc.constantFrom("cause", "seconds"), text),
				}),
			}),
		),
	}),
);

/** The row as it has to come back: everything exactly, the payload cut to its preview in a window. */
function expectRow(row: ConversationRow | undefined, seq: number, given: RowDraft): void {
	if (given.kind === "event") {
		expect(row).toEqual({ kind: "event", seq, at: given.at, event: { ...given.event } });
		return;
	}
	if (row === undefined || row.kind === "event") throw new Error(`row ${seq} is no message`);
	const { properties: own, payload: bytes, ...rest } = given;
	const { payload: preview, ...other } = row;
	expect(other).toEqual({
		...rest,
		...(given.kind === "published" ? { dup: false } : {}),
		seq,
		payloadBytes: bytes.length,
		...(own === undefined ? {} : { properties: own }),
	});
	expectBytes(preview, bytes.subarray(0, PREVIEW_BYTES));
}

/** Much faster than a deep comparison. */
function expectBytes(bytes: Uint8Array | undefined, given: Uint8Array): void {
	expect(Buffer.compare(bytes ?? Buffer.from("none"), given)).toBe(0);
}

test("every row comes back exactly as it was given, before and after closing", async () => {
	const history = await folder.open();
	const filled: (readonly RowDraft[])[] = [];
	const expectAll = async (conversation: Conversation, drafts: readonly RowDraft[]) => {
		const { rows } = await conversation.readWindow({ filter: NO_FILTER, place: { at: "end", limit: 100 } });
		expect(rows).toHaveLength(drafts.length);
		for (const [index, given] of drafts.entries()) {
			expectRow(rows[index], index + 1, given);
			const whole = await conversation.readMessage(index + 1);
			if (given.kind === "event") expect(whole).toBeNull();
			else expectBytes(whole?.payload, given.payload);
		}
	};
	await fc.assert(
		fc.asyncProperty(fc.array(draft, { minLength: 1, maxLength: 30 }), async (drafts) => {
			const conversation = history.openConversation(String(filled.push(drafts)));
			expect(drafts.map((one) => conversation.append(one))).toEqual(drafts.map((_, index) => index + 1));
			await waitUntilStored(conversation, drafts.length);
			await expectAll(conversation, drafts);
		}),
		{ numRuns: 60 },
	);
	await history.close();
	const again = await folder.open();
	for (const [index, drafts] of filled.entries()) await expectAll(again.openConversation(String(index + 1)), drafts);
}, 60_000);

test("a payload is copied when it is appended: the buffer it lay in may be used again at once", async () => {
	const conversation = (await folder.open()).openConversation("one");
	const buffer = new Uint8Array([1, 2, 3, 4, 5]);
	conversation.append(received("a", buffer.subarray(1, 4)));
	buffer.fill(9);
	await waitUntilStored(conversation, 1);
	expect((await conversation.readMessage(1))?.payload).toEqual(new Uint8Array([2, 3, 4]));
});

test("a payload of many megabytes is kept whole, and a window carries its preview only", async () => {
	const conversation = (await folder.open()).openConversation("one");
	const huge = new Uint8Array(9 << 20).map((_, index) => index * 31);
	conversation.append(received("a", "before"));
	conversation.append(received("a", huge));
	conversation.append(received("a", "after"));
	await waitUntilStored(conversation, 3);
	const { rows } = await conversation.readWindow({ filter: NO_FILTER, place: { at: "end", limit: 3 } });
	expect(rows[1]).toMatchObject({ payloadBytes: huge.length, payload: huge.slice(0, PREVIEW_BYTES) });
	const whole = await conversation.readMessage(2);
	expect(Buffer.compare(whole?.payload ?? new Uint8Array(), huge)).toBe(0);
});

test("a new topic in each of 300,000 messages, and topics of every length, come back right", async () => {
	const conversation = (await folder.open()).openConversation("one");
	const name = (index: number) => `t/${index}/${"x".repeat(index % 50)}`;
	for (let index = 0; index < 300_000; index++) {
		conversation.append(received(name(index), "x"));
		if (index % 5000 === 0) await waitUntilStored(conversation, Math.max(0, index - 20_000));
	}
	// Known from an earlier epoch, and long ones.
	conversation.append(received(name(7), "x"));
	conversation.append(received("y".repeat(65_535), "x"));
	await waitUntilStored(conversation, 300_002);
	const rows = await conversation.readRows([1, 8, 100_000, 262_144, 262_145, 300_000, 300_001, 300_002]);
	expect(rows.map((row) => (row.kind === "event" ? "" : row.topic))).toEqual([
		name(0),
		name(7),
		name(99_999),
		name(262_143),
		name(262_144),
		name(299_999),
		name(7),
		"y".repeat(65_535),
	]);
	const found = await conversation.readWindow({
		filter: { direction: "all", topicFilter: name(7), text: null, pinned: false },
		place: { at: "end", limit: 10 },
	});
	expect(found.rows.map((row) => row.seq)).toEqual([8, 300_001]);
}, 30_000);
