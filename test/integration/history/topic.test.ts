import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Conversation, History, RowDraft } from "../../../electron/engine/history/history.ts";
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
	for (const [index, draft] of drafts.entries()) conversation.append({ ...draft, at: index + 1 });
	await waitUntilStored(conversation, drafts.length);
	return conversation;
}

// Names that differ in one character, in case, by a wildcard's place, and one that a shared filter would begin with.
const topic = fc.constantFrom("a", "A", "a/b", "a/", "/a", "é", "$share/g/a", "__proto__");
const draft: fc.Arbitrary<RowDraft> = fc.oneof(
	{ weight: 5, arbitrary: topic.map((name) => received(name, name)) },
	{ weight: 3, arbitrary: topic.map((name) => published(name, "", { delivery: DONE })) },
	{ weight: 1, arbitrary: fc.constant<RowDraft>({ kind: "event", at: 1, event: { type: "disconnected" } }) },
);
const question = fc.record({
	topic: fc.oneof(topic, fc.constant("absent")),
	before: fc.nat(70),
	limit: fc.integer({ min: 1, max: 6 }),
	reach: fc.constantFrom(1, 3, 10, 1000),
});

test("the messages of a topic before a seq agree with a naive model, page by page", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(draft, { maxLength: 60 }), fc.array(question, { maxLength: 8 }), async (drafts, questions) => {
			const conversation = await fill(drafts);
			const isOf = (seq: number, name: string) => {
				const one = drafts[seq - 1];
				return one !== undefined && one.kind !== "event" && one.topic === name;
			};
			for (const asked of questions) {
				const all = drafts.map((_, index) => index + 1).filter((seq) => seq < asked.before && isOf(seq, asked.topic));
				const wanted = all.toReversed();
				const seen: number[] = [];
				let before = asked.before;
				for (let pages = 0; pages < 100; pages++) {
					const page = await conversation.readTopic({ ...asked, before });
					const seqs = page.messages.map((message) => message.seq);
					expect(seqs.length).toBeLessThanOrEqual(asked.limit);
					expect(page.messages.every((message) => message.topic === asked.topic)).toBe(true);
					// All that there is from where it says it has searched to, and nothing else.
					expect(seqs).toEqual(all.filter((seq) => seq >= page.searchedTo && seq < before).toReversed());
					expect(page.searchedToAt).toBe(drafts[page.searchedTo - 1] === undefined ? null : page.searchedTo);
					seen.push(...seqs);
					if (page.reachesStart) break;
					expect(page.searchedTo).toBeLessThan(before);
					before = page.searchedTo;
				}
				expect(seen).toEqual(wanted);
			}
		}),
		{ numRuns: 40 },
	);
});

test("one question looks no further than it reaches, and says when it got to", async () => {
	const conversation = await fill([
		received("rare", "1"),
		...Array.from({ length: 500 }, (_, index) => received(`busy/${index % 3}`, "x")),
		received("rare", "2"),
	]);
	const asked = { topic: "rare", before: 502, limit: 1, reach: 300 };
	const first = await conversation.readTopic(asked);
	expect(first).toEqual({ messages: [], searchedTo: 202, searchedToAt: 202, reachesStart: false });
	const second = await conversation.readTopic({ ...asked, before: first.searchedTo });
	expect(second).toMatchObject({ messages: [{ seq: 1 }], searchedTo: 1, reachesStart: true });
});

test("a search for a topic can be withdrawn", async () => {
	const conversation = history.openConversation("large");
	for (let index = 0; index < 200_000; index++) conversation.append(received(`t/${index % 500}`, "x".repeat(40)));
	await waitUntilStored(conversation, 200_000);
	const search = new AbortController();
	const found = conversation.readTopic({ topic: "absent", before: 200_001, limit: 1, reach: 200_000 }, search.signal);
	search.abort();
	await expect(found).rejects.toBe(search.signal.reason);
	const page = await conversation.readTopic({ topic: "t/7", before: 200_001, limit: 50, reach: 200_000 });
	expect(page.messages.map((message) => message.seq).slice(0, 2)).toEqual([199_508, 199_008]);
	expect(page.messages).toHaveLength(50);
});
