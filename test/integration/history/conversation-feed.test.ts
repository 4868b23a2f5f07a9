import { afterEach, beforeEach, expect, test } from "vitest";
import { type ConversationView, openConversationFeed } from "../../../electron/engine/feed/open-conversation-feed.ts";
import type { Conversation, History } from "../../../electron/engine/history/history.ts";
import type { ConversationBatch } from "../../../shared/contract/message.ts";
import { unpackRows } from "../../../shared/contract/row-columns.ts";
import { type ConversationFilter, NO_FILTER } from "../../../shared/model/conversation.ts";
import {
	createTestFolder,
	DONE,
	published,
	received,
	type TestFolder,
	WAITING,
	waitUntil,
	waitUntilStored,
} from "./open-test-history.ts";

let folder: TestFolder;
let history: History;
let conversation: Conversation;
const open: { close(): void }[] = [];
beforeEach(async () => {
	folder = createTestFolder();
	history = await folder.open();
	conversation = history.openConversation("one");
});
afterEach(async () => {
	for (const feed of open.splice(0)) feed.close();
	await folder.end();
});

/** The link's part: takes when it was woken and somebody has credit, that is, waits in `next`. */
function openFeed(view: ConversationView) {
	let isAwake = false;
	let takes = 0;
	let onWake = () => {};
	const source = openConversationFeed(conversation, view, {
		wake: () => {
			isAwake = true;
			onWake();
		},
	});
	open.push(source);
	async function next(): Promise<ConversationBatch> {
		for (;;) {
			if (!isAwake) {
				await new Promise<void>((resolve) => {
					onWake = resolve;
				});
			}
			isAwake = false;
			takes++;
			const batch = await source.take();
			if (batch !== null) return batch;
		}
	}
	return {
		next,
		get takes() {
			return takes;
		},
		async nextThat(isIt: (batch: ConversationBatch) => boolean): Promise<ConversationBatch> {
			for (;;) {
				const batch = await next();
				if (isIt(batch)) return batch;
			}
		},
	};
}

const seqsOf = (batch: ConversationBatch) => batch.rows.seq;
const atEnd = (limit: number, filter: ConversationFilter = NO_FILTER): ConversationView => ({
	filter,
	place: { at: "end", limit },
});

async function fill(count: number, topic = "t"): Promise<number> {
	let seq = 0;
	for (let index = 0; index < count; index++) seq = conversation.append(received(topic, `message ${index}`));
	await waitUntilStored(conversation, seq);
	return seq;
}

test("at the end: a window first, then what arrives, put behind it", async () => {
	await fill(10);
	const feed = openFeed(atEnd(4));
	const window = await feed.next();
	expect(window).toMatchObject({
		kind: "window",
		reachesStart: false,
		reachesEnd: true,
		matches: null,
		totals: { received: 10 },
	});
	expect(seqsOf(window)).toEqual([7, 8, 9, 10]);
	const seq = conversation.append(received("t/new", "hello"));
	const tail = await feed.next();
	expect(tail).toMatchObject({ kind: "tail", skipped: 0, totals: { received: 11, lastSeq: seq } });
	expect(unpackRows(tail.rows)).toMatchObject([{ seq, topic: "t/new" }]);
});

test("each message that comes alone is a step of its own", async () => {
	const feed = openFeed(atEnd(10));
	await feed.next();
	for (let index = 0; index < 9; index++) {
		const seq = conversation.append(received("t", "x"));
		const step = await feed.nextThat((batch) => seqsOf(batch).includes(seq));
		expect(seqsOf(step)).toEqual([seq]);
	}
});

test("a page that pays no credit gets one larger step, which says what it passed over", async () => {
	await fill(3);
	const feed = openFeed(atEnd(5));
	await feed.next();
	expect(feed.takes).toBe(1);
	const last = await fill(5000);
	// Nothing was read for it meanwhile: taking is the only way.
	expect(feed.takes).toBe(1);
	const tail = await feed.next();
	expect(seqsOf(tail)).toEqual([last - 4, last - 3, last - 2, last - 1, last]);
	expect(tail).toMatchObject({ skipped: 4995, reachesStart: false, totals: { received: 5003 } });
});

test("under load no row is lost between batches: rows and skipped add up, and batches come at a pace", async () => {
	const feed = openFeed(atEnd(50));
	let sum = (await feed.next()).rows.seq.length;
	const startedAt = performance.now();
	let batches = 0;
	let seq = 0;
	const timer = setInterval(() => {
		for (let index = 0; index < 100 && seq < 20_000; index++) seq = conversation.append(received("t", "x"));
	}, 2);
	while (sum < 20_000) {
		const batch = await feed.next();
		sum += batch.rows.seq.length + batch.skipped;
		batches++;
		expect(batch.rows.seq.length).toBeLessThanOrEqual(50);
	}
	clearInterval(timer);
	expect(sum).toBe(20_000);
	expect(batches).toBeLessThanOrEqual((performance.now() - startedAt) / 40 + 2);
});

test("what becomes of a delivery is told for rows that the page has, and for no others", async () => {
	const old = conversation.append(published("t", "old"));
	await fill(10);
	const shown = conversation.append(published("t", "shown"));
	await waitUntilStored(conversation, shown);
	const feed = openFeed(atEnd(3));
	await feed.next();
	conversation.updateDelivery(old, DONE, 1);
	conversation.updateDelivery(shown, { state: "waiting", ticks: [...WAITING.ticks, { step: "sent", at: 3 }] }, 2);
	const sent = await feed.nextThat((batch) => batch.changed.seq.length > 0);
	expect(unpackRows(sent.changed)).toMatchObject([{ seq: shown, delivery: { state: "waiting", ticks: [{}, { step: "sent" }] } }]);
	conversation.updateDelivery(shown, DONE, 2);
	const done = await feed.nextThat((batch) => batch.changed.seq.length > 0);
	expect(unpackRows(done.changed)).toMatchObject([{ seq: shown, delivery: DONE }]);
});

test("elsewhere: rows stay as they are while messages arrive, totals move, and the end is no longer reached", async () => {
	await fill(100);
	const feed = openFeed({ filter: NO_FILTER, place: { at: "seq", seq: 50, before: 2, after: 2 } });
	expect(seqsOf(await feed.next())).toEqual([48, 49, 50, 51, 52]);
	await fill(10);
	const batch = await feed.next();
	expect(batch).toMatchObject({ kind: "tail", reachesEnd: false, skipped: 0, totals: { received: 110 } });
	expect(seqsOf(batch)).toEqual([]);
});

test("elsewhere, near the end: arriving rows fill the window up, in order and without a hole, and no further", async () => {
	await fill(20);
	const feed = openFeed({ filter: NO_FILTER, place: { at: "seq", seq: 18, before: 2, after: 5 } });
	const window = await feed.next();
	expect(seqsOf(window)).toEqual([16, 17, 18, 19, 20]);
	expect(window.reachesEnd).toBe(true);
	await fill(1);
	const first = await feed.next();
	expect(seqsOf(first)).toEqual([21]);
	expect(first.reachesEnd).toBe(true);
	await fill(100);
	const second = await feed.next();
	expect(seqsOf(second)).toEqual([22, 23]);
	expect(second.reachesEnd).toBe(false);
});

test("with a filter: only what passes, matches are counted in the background and kept up to date", async () => {
	for (let index = 0; index < 50_000; index++) conversation.append(received(`t/${index % 10}`, "x"));
	await waitUntilStored(conversation, 50_000);
	const filter: ConversationFilter = { ...NO_FILTER, topicFilter: "t/3" };
	const feed = openFeed(atEnd(2, filter));
	const window = await feed.next();
	expect(seqsOf(window)).toEqual([49_984, 49_994]);
	const counted = await feed.nextThat((batch) => batch.matches?.complete === true);
	expect(counted.matches).toEqual({ count: 5000, complete: true });
	conversation.append(received("t/4", "x"));
	const seq = conversation.append(received("t/3", "x"));
	const tail = await feed.nextThat((batch) => batch.rows.seq.length > 0);
	expect(seqsOf(tail)).toEqual([seq]);
	expect(tail.matches).toEqual({ count: 5001, complete: true });
	const elsewhere = openFeed({ filter, place: { at: "fraction", fraction: 0, before: 0, after: 1 } });
	expect(seqsOf(await elsewhere.next())).toEqual([4, 14]);
	await elsewhere.nextThat((batch) => batch.matches?.complete === true);
	await fill(3, "t/3");
	const moved = await elsewhere.nextThat((batch) => batch.matches?.count === 5004);
	expect(moved.reachesEnd).toBe(false);
});

test("a history that is cleared begins a new window", async () => {
	await fill(10);
	const feed = openFeed(atEnd(5));
	await feed.next();
	await conversation.clear();
	const empty = await feed.nextThat((batch) => batch.kind === "window");
	expect(seqsOf(empty)).toEqual([]);
	expect(empty).toMatchObject({ reachesStart: true, reachesEnd: true, totals: { received: 0, lastSeq: 0 } });
	const seq = await fill(1);
	expect(seqsOf(await feed.nextThat((batch) => batch.rows.seq.length > 0))).toEqual([seq]);
});

test("matches that retention takes away are counted anew", async () => {
	history.setKeepMessages(1000);
	await fill(1000, "t/a");
	const feed = openFeed(atEnd(5, { ...NO_FILTER, topicFilter: "t/a" }));
	await feed.nextThat((batch) => batch.matches?.complete === true);
	await fill(600, "t/b");
	await waitUntil(conversation, () => conversation.activity.totals.evicted === 600);
	const recounted = await feed.nextThat((batch) => (batch.matches?.count ?? 0) < 1000);
	expect(recounted.matches?.count).toBe(400);
}, 20_000);

const deleteRange = (from: number, to: number) => conversation.dropSelected([{ from, to, filter: NO_FILTER }], 0);

test("what is deleted leaves the window at once, and older rows fill it up", async () => {
	await fill(20);
	const feed = openFeed(atEnd(4));
	expect(seqsOf(await feed.next())).toEqual([17, 18, 19, 20]);
	await deleteRange(18, 19);
	const window = await feed.nextThat((batch) => batch.kind === "window");
	expect(seqsOf(window)).toEqual([15, 16, 17, 20]);
	expect(window).toMatchObject({ totals: { received: 18, deleted: 2, evicted: 0 }, skipped: 0 });
});

test("elsewhere, rows deleted before and in a window leave it where it stands", async () => {
	await fill(1000);
	const feed = openFeed({ filter: NO_FILTER, place: { at: "fraction", fraction: 0.5, before: 2, after: 2 } });
	const [, , target = 0] = seqsOf(await feed.next());
	await deleteRange(1, 400);
	const before = await feed.nextThat((batch) => batch.kind === "window");
	expect(seqsOf(before)).toEqual([target - 2, target - 1, target, target + 1, target + 2]);
	await deleteRange(target, target);
	const within = await feed.nextThat((batch) => batch.kind === "window");
	expect(seqsOf(within)).toEqual([target - 2, target - 1, target + 1, target + 2, target + 3]);
});

test("matches that are deleted or unpinned are counted anew while others arrive", async () => {
	await fill(3000, "t/a");
	const feed = openFeed(atEnd(2, { ...NO_FILTER, topicFilter: "t/a" }));
	const pinned = openFeed(atEnd(2, { ...NO_FILTER, pinned: true }));
	await feed.nextThat((batch) => batch.matches?.complete === true);
	await pinned.nextThat((batch) => batch.matches?.complete === true);
	const selection = [{ from: 1, to: 2000, filter: NO_FILTER }];
	await conversation.pinSelected(selection, 0, true);
	await pinned.nextThat((batch) => batch.matches?.count === 2000);
	await Promise.all([deleteRange(101, 1100), fill(50, "t/a")]);
	expect((await feed.nextThat((batch) => batch.matches?.count === 2050)).matches?.complete).toBe(true);
	await pinned.nextThat((batch) => batch.matches?.count === 1000);
});
