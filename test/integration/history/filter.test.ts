import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Conversation, History, RowDraft } from "../../../electron/engine/history/history.ts";
import type { WindowPlace } from "../../../shared/contract/message.ts";
import { type ConversationFilter, NO_FILTER } from "../../../shared/model/conversation.ts";
import { matchesTopic } from "../../../shared/topic/match-topic.ts";
import { createTestFolder, DONE, published, received, type TestFolder, waitUntilStored } from "./open-test-history.ts";

let folder: TestFolder;
let history: History;
let opened = 0;
beforeAll(async () => {
	folder = createTestFolder();
	history = await folder.open();
});
afterAll(() => folder.end());

async function fill(drafts: readonly RowDraft[]): Promise<Conversation> {
	const conversation = history.openConversation(`conversation ${opened++}`);
	for (const draft of drafts) conversation.append(draft);
	await waitUntilStored(conversation, drafts.length);
	return conversation;
}

const textFilter = (text: string): ConversationFilter => ({ ...NO_FILTER, text });
const seqsOf = async (conversation: Conversation, filter: ConversationFilter) =>
	(await conversation.readWindow({ filter, place: { at: "end", limit: 500 } })).rows.map((row) => row.seq);

/** What passes, said as plainly as can be: byte by byte, A to Z in either case. */
function passes(draft: RowDraft, { direction, topicFilter, text }: ConversationFilter): boolean {
	if (direction === "all" && topicFilter === null && text === null) return true;
	if (draft.kind === "event" || (direction !== "all" && draft.kind !== direction)) return false;
	if (topicFilter !== null && !matchesTopic(topicFilter, draft.topic)) return false;
	return text === null || holds(Buffer.from(draft.topic), text) || holds(draft.payload, text);
}

function holds(bytes: Uint8Array, text: string): boolean {
	const fold = (byte: number) => (byte >= 65 && byte <= 90 ? byte + 32 : byte);
	const needle = [...Buffer.from(text)].map(fold);
	const hay = [...bytes].map(fold);
	return hay.some((_, start) => needle.every((byte, index) => hay[start + index] === byte));
}

const level = fc.constantFrom("a", "b", "c", "", "é", "$sys", "A%_");
const topic = fc.array(level, { minLength: 1, maxLength: 4 }).map((levels) => levels.join("/") || "/");
const filterLevel = fc.constantFrom("a", "b", "", "+", "é", "$sys", "A%_");
const topicFilter = fc
	.tuple(fc.array(filterLevel, { minLength: 1, maxLength: 4 }), fc.boolean())
	.map(([levels, isOpen]) => (isOpen ? [...levels, "#"] : levels).join("/") || "+");
// Few letters, so that texts are found; bytes that are no UTF-8, and NUL, among them.
const piece = fc.constantFrom("a", "B", "b", "%", "_", "\\", "'", '"', "é", "É", "\0", "日", "ab", "\ufffd");
const bytes = fc
	.array(
		fc.oneof(
			piece.map((part) => [...Buffer.from(part)]),
			fc.constantFrom([0xff], [0xc3], [0xa9], [0xe6, 0x97], [0xc1, 0xa1]),
		),
		{ maxLength: 12 },
	)
	.map((parts) => Uint8Array.from(parts.flat()));
const padded = fc
	.tuple(bytes, fc.constantFrom(0, 0, 0, 2040, 6000))
	.map(([own, pad]) => Uint8Array.from([...new Uint8Array(pad).fill(46), ...own]));
const draft: fc.Arbitrary<RowDraft> = fc.oneof(
	{ weight: 5, arbitrary: fc.tuple(topic, padded).map(([name, payload]) => received(name, payload)) },
	{
		weight: 3,
		arbitrary: fc
			.tuple(topic, padded)
			.map(([name, payload]) => ({ ...published(name, ""), payload, delivery: DONE }) as RowDraft),
	},
	{ weight: 1, arbitrary: fc.constant<RowDraft>({ kind: "event", at: 1, event: { type: "disconnected" } }) },
);
const text = fc.array(piece, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(""));
const filter: fc.Arbitrary<ConversationFilter> = fc.record({
	direction: fc.constantFrom("all", "all", "received", "published"),
	topicFilter: fc.option(topicFilter, { nil: null, freq: 2 }),
	text: fc.option(text, { nil: null, freq: 2 }),
	pinned: fc.constant(false),
});
const place = (length: number): fc.Arbitrary<WindowPlace> =>
	fc.oneof(
		fc.record({ at: fc.constant("end" as const), limit: fc.integer({ min: 1, max: 12 }) }),
		fc.record({ at: fc.constant("seq" as const), seq: fc.nat(length + 3), before: fc.nat(6), after: fc.nat(6) }),
		fc.record({
			at: fc.constant("fraction" as const),
			fraction: fc.double({ min: 0, max: 1, noNaN: true }),
			before: fc.nat(6),
			after: fc.nat(6),
		}),
	);

const situation = fc
	.array(draft, { maxLength: 60 })
	.chain((drafts) =>
		fc.tuple(fc.constant(drafts), fc.array(fc.tuple(filter, place(drafts.length)), { minLength: 1, maxLength: 12 })),
	);

test("windows, counts and finds agree with a naive model, for any filter and place", async () => {
	await fc.assert(
		fc.asyncProperty(situation, async ([drafts, questions]) => {
			const conversation = await fill(drafts);
			const last = drafts.length;
			for (const [asked, where] of questions) {
				const all = drafts.flatMap((one, index) => (passes(one, asked) ? [index + 1] : []));
				const window = await conversation.readWindow({ filter: asked, place: where });
				const seqs = window.rows.map((row) => row.seq);
				if (where.at === "end") {
					expect(seqs).toEqual(all.slice(-where.limit));
					expect(window.reachesStart).toBe(all.length <= where.limit);
					expect(window.reachesEnd).toBe(true);
				} else {
					const target = where.at === "seq" ? where.seq : Math.min(1, last) + Math.round(where.fraction * Math.max(0, last - 1));
					const older = all.filter((seq) => seq < target);
					const newer = all.filter((seq) => seq >= target);
					expect(seqs).toEqual([...(where.before === 0 ? [] : older.slice(-where.before)), ...newer.slice(0, where.after + 1)]);
					expect(window.reachesStart).toBe(older.length <= where.before);
					expect(window.reachesEnd).toBe(newer.length <= where.after + 1);
				}
				expect(window.readUpTo).toBe(last);
				const upTo = Math.floor(last / 2);
				const never = new AbortController().signal;
				expect(await conversation.countMatches(asked, upTo, () => {}, never)).toBe(all.filter((seq) => seq <= upTo).length);
				expect(await conversation.findRow(asked, upTo, "older")).toBe(all.findLast((seq) => seq < upTo) ?? null);
				expect(await conversation.findRow(asked, upTo, "newer")).toBe(all.find((seq) => seq > upTo) ?? null);
				const tail = await conversation.readTail(asked, upTo, 5);
				const fresh = all.filter((seq) => seq > upTo);
				expect(tail.rows.map((row) => row.seq)).toEqual(fresh.slice(-5));
				expect(tail.skipped).toBe(Math.max(0, fresh.length - 5));
			}
		}),
		{ numRuns: 150 },
	);
}, 60_000);

test("signs that mean something to a database are found as themselves", async () => {
	const payloads = ["100 % sure", "100 x sure", "a_b", "axb", "it's", 'say "hi"', "back\\slash", "nothing"];
	const conversation = await fill(payloads.map((payload) => received("t", payload)));
	expect(await seqsOf(conversation, textFilter("100 %"))).toEqual([1]);
	expect(await seqsOf(conversation, textFilter("%"))).toEqual([1]);
	expect(await seqsOf(conversation, textFilter("a_b"))).toEqual([3]);
	expect(await seqsOf(conversation, textFilter("'"))).toEqual([5]);
	expect(await seqsOf(conversation, textFilter('"HI"'))).toEqual([6]);
	expect(await seqsOf(conversation, textFilter("k\\s"))).toEqual([7]);
});

test("a text behind a NUL, between bytes that are no text, and far into a large payload is found", async () => {
	const needle = Buffer.from("Needle");
	const conversation = await fill([
		received("t", Buffer.concat([Buffer.from([0, 0]), needle])),
		received("t", Buffer.concat([Buffer.from([0xff, 0xc3]), needle, Buffer.from([0xff])])),
		received("t", Buffer.concat([Buffer.alloc(3_000_000, 46), needle])),
		received("t", Buffer.alloc(3_000_000, 46)),
		received("the/needle/itself", "x"),
		received("t", "neeedle"),
	]);
	expect(await seqsOf(conversation, textFilter("nEEDLE"))).toEqual([1, 2, 3, 5]);
	expect(await seqsOf(conversation, textFilter("needle\0"))).toEqual([]);
});

test("letters beyond A to Z are found in their own case only, as bytes", async () => {
	const conversation = await fill([received("t", "Größe"), received("t", "GRÖSSE"), received("Größe/x", "")]);
	expect(await seqsOf(conversation, textFilter("größe"))).toEqual([1, 3]);
	expect(await seqsOf(conversation, textFilter("grÖ"))).toEqual([2]);
});

test("a search that is withdrawn ends, and a window is answered while another search runs", async () => {
	const conversation = history.openConversation("long");
	const payload = Buffer.alloc(200, 46);
	for (let index = 0; index < 400_000; index++) {
		conversation.append(received(`t/${index % 50}`, payload));
		if (index % 20_000 === 0) await waitUntilStored(conversation, Math.max(0, index - 40_000));
	}
	await waitUntilStored(conversation, 400_000);
	const counting = new AbortController();
	let hasCounted = false;
	const finding = new AbortController();
	const counted = conversation
		.countMatches(textFilter("absent"), 400_000, () => {}, counting.signal)
		.then((count) => {
			hasCounted = true;
			return count;
		});
	const found = conversation.findRow(textFilter("absent"), 400_000, "older", finding.signal);
	const window = await conversation.readWindow({ filter: NO_FILTER, place: { at: "end", limit: 200 } });
	expect(window.rows).toHaveLength(200);
	expect(hasCounted).toBe(false);
	counting.abort();
	finding.abort();
	expect(await counted).toBeNull();
	await expect(found).rejects.toMatchObject({ name: "AbortError" });
	const sums: number[] = [];
	expect(await conversation.countMatches(textFilter("..."), 400_000, (sum) => sums.push(sum), new AbortController().signal)).toBe(
		400_000,
	);
	expect(sums.every((sum, index) => sum > (sums[index - 1] ?? 0))).toBe(true);
}, 30_000);
