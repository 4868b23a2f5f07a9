import { spawn } from "node:child_process";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Conversation } from "../../../electron/engine/history/history.ts";
import { type ConversationFilter, NO_FILTER } from "../../../shared/model/conversation.ts";
import type { MessageSelection } from "../../../shared/model/selection.ts";
import { createTestFolder, DONE, published, received, type TestFolder, waitUntil, waitUntilStored } from "./open-test-history.ts";

let folder: TestFolder;
beforeEach(() => {
	folder = createTestFolder();
});
afterEach(() => folder.end());

const END = { filter: NO_FILTER, place: { at: "end", limit: 500 } } as const;
const select = (from: number, to: number, filter: ConversationFilter = NO_FILTER): MessageSelection => [{ from, to, filter }];

/** All steps; what they did, added up. */
async function drop(conversation: Conversation, selection: MessageSelection) {
	const sum = { changed: 0, waiting: 0, steps: 0 };
	for (let after: number | null = 0; after !== null; ) {
		const step = await conversation.dropSelected(selection, after);
		sum.changed += step.changed;
		sum.waiting += step.waiting;
		sum.steps++;
		after = step.next;
	}
	return sum;
}

async function pin(conversation: Conversation, selection: MessageSelection, isPinned = true): Promise<number> {
	let changed = 0;
	for (let after: number | null = 0; after !== null; ) {
		const step = await conversation.pinSelected(selection, after, isPinned);
		changed += step.changed;
		after = step.next;
	}
	return changed;
}

async function readSeqs(conversation: Conversation, filter: ConversationFilter = NO_FILTER): Promise<readonly number[]> {
	const seqs: number[] = [];
	for (let from = 0; ; ) {
		const place = { at: "seq", seq: from, before: 0, after: 499 } as const;
		const { rows, reachesEnd } = await conversation.readWindow({ filter, place });
		seqs.push(...rows.map(({ seq }) => seq));
		if (reachesEnd) return seqs;
		from = (rows.at(-1)?.seq ?? 0) + 1;
	}
}

async function fill(conversation: Conversation, count: number, topics = 7): Promise<number> {
	let seq = 0;
	for (let index = 0; index < count; index++) seq = conversation.append(received(`t/${index % topics}`, `message ${index}`));
	await waitUntilStored(conversation, seq);
	return seq;
}

test("while messages arrive, ranges and whatever a filter shows are deleted; what is left and every count is as it should be", async () => {
	const history = await folder.open();
	const conversation = history.openConversation("one");
	const large = "x".repeat(3000);
	const model = new Map<number, string>();
	const append = (index: number) => {
		if (index % 100 === 99) {
			conversation.append({ kind: "event", at: 1, event: { type: "disconnected" } });
			return;
		}
		const topic = `t/${index % 7}`;
		model.set(conversation.append(received(topic, index % 50 === 0 ? large : `message ${index}`)), topic);
	};
	for (let index = 0; index < 30_000; index++) append(index);
	await waitUntilStored(conversation, 30_000);
	let arrived = 30_000;
	const arriving = setInterval(() => {
		for (let more = 0; more < 200; more++) append(arrived++);
	}, 1);
	const selection: MessageSelection = [
		{ from: 10, to: 20, filter: NO_FILTER },
		{ from: 1000, to: 12_000, filter: { ...NO_FILTER, topicFilter: "t/3" } },
		{ from: 20_000, to: 29_999, filter: { ...NO_FILTER, text: "message 2" } },
		{ from: 29_990 + 10, to: 29_990 + 10, filter: NO_FILTER },
	];
	const doomed = [...model].filter(
		([seq, topic]) =>
			(seq >= 10 && seq <= 20) ||
			(seq >= 1000 && seq <= 12_000 && topic === "t/3") ||
			(seq >= 20_000 && seq <= 29_999 && (seq - 1) % 50 !== 0 && String(seq - 1).startsWith("2")),
	);
	const counted = await conversation.countSelected(selection);
	expect(counted.messages).toBe(doomed.length);
	const done = await drop(conversation, selection);
	clearInterval(arriving);
	expect(done).toMatchObject({ changed: doomed.length, waiting: 0 });
	expect(done.steps).toBeGreaterThan(1);
	for (const [seq] of doomed) model.delete(seq);
	await waitUntilStored(conversation, arrived);
	const events = Math.floor(arrived / 100);
	expect(conversation.activity).toMatchObject({
		totals: { firstSeq: 1, lastSeq: arrived, received: model.size, events, evicted: 0, deleted: doomed.length },
		unread: model.size,
	});
	const kept = await readSeqs(conversation, { ...NO_FILTER, direction: "received" });
	expect(kept).toEqual([...model.keys()]);
	expect(await conversation.countSelected(selection)).toEqual({ messages: 0, payloadBytes: 0, pinned: 0, waiting: 0 });
	await history.close();
	const file = new DatabaseSync(join(folder.folder, "history.sqlite"));
	expect(file.prepare("SELECT count(*) AS rows FROM entry").get()).toEqual({ rows: model.size + events });
	expect(file.prepare("SELECT count(*) AS rows FROM large WHERE id NOT IN (SELECT id FROM entry)").get()).toEqual({ rows: 0 });
	file.close();
	const again = await folder.open();
	expect(again.openConversation("one").activity.totals).toEqual(conversation.activity.totals);
}, 30_000);

test("the newest messages deleted: the list of connections shows the one before, and what comes next has a seq of its own", async () => {
	const history = await folder.open();
	const conversation = history.openConversation("one");
	await fill(conversation, 10);
	conversation.markRead(4);
	await drop(conversation, select(8, 10));
	expect(conversation.activity).toMatchObject({ totals: { lastSeq: 7, received: 7, deleted: 3 }, unread: 3, last: { seq: 7 } });
	expect(conversation.append(received("t", "next"))).toBe(11);
	await waitUntilStored(conversation, 11);
	expect(await readSeqs(conversation)).toEqual([1, 2, 3, 4, 5, 6, 7, 11]);
	const tail = await conversation.readTail(NO_FILTER, 5, 1);
	expect(tail).toMatchObject({ rows: [{ seq: 11 }], skipped: 2 });
	await drop(conversation, select(0, 100));
	expect(conversation.activity).toMatchObject({
		totals: { firstSeq: 0, lastSeq: 0, received: 0, deleted: 11 },
		unread: 0,
		last: null,
	});
});

test("a message that waits in the outgoing queue is not deleted, and is counted; once it is delivered it can be", async () => {
	const history = await folder.open();
	const conversation = history.openConversation("one");
	const waiting = conversation.append(published("t", "on its way"));
	await fill(conversation, 3);
	expect(await conversation.countSelected(select(1, 10))).toMatchObject({ messages: 4, waiting: 1 });
	expect(await drop(conversation, select(1, 10))).toMatchObject({ changed: 3, waiting: 1 });
	expect(await conversation.readUnfinished()).toMatchObject([{ seq: waiting, topic: "t" }]);
	conversation.updateDelivery(waiting, DONE, null);
	expect(await drop(conversation, select(1, 10))).toMatchObject({ changed: 1, waiting: 0 });
	expect(await conversation.readUnfinished()).toEqual([]);
	expect(conversation.activity.totals).toMatchObject({ published: 0, received: 0, deleted: 4 });
});

test("what is pinned survives retention and a restart, besides what is kept; taken off, it goes like any other", async () => {
	const history = await folder.open(100);
	const conversation = history.openConversation("one");
	await fill(conversation, 100);
	expect(await pin(conversation, [...select(3, 4), ...select(50, 50)])).toBe(3);
	expect(await pin(conversation, select(3, 3))).toBe(0);
	await fill(conversation, 1000);
	await waitUntil(conversation, () => conversation.activity.totals.evicted === 997);
	expect(conversation.activity.totals).toMatchObject({ firstSeq: 3, received: 103, pinned: 3 });
	expect(await conversation.readMessage(50)).toMatchObject({ seq: 50, pinned: true });
	await history.close();
	const again = (await folder.open(100)).openConversation("one");
	expect(again.activity.totals).toMatchObject({ firstSeq: 3, received: 103, pinned: 3, evicted: 997 });
	expect(await readSeqs(again, { ...NO_FILTER, pinned: true })).toEqual([3, 4, 50]);
	expect(await pin(again, select(1, 10), false)).toBe(2);
	await waitUntil(again, () => again.activity.totals.evicted === 999);
	expect(await readSeqs(again, { ...NO_FILTER, pinned: true })).toEqual([50]);
	expect(again.activity.totals).toMatchObject({ firstSeq: 50, received: 101, pinned: 1 });
	await again.clear();
	expect(again.activity.totals).toMatchObject({ firstSeq: 0, received: 0, pinned: 0, evicted: 0, deleted: 0 });
});

test("a pinned message that is deleted is neither pinned nor there, and events are not pinned", async () => {
	const history = await folder.open();
	const conversation = history.openConversation("one");
	conversation.append({ kind: "event", at: 1, event: { type: "disconnected" } });
	await fill(conversation, 5);
	expect(await pin(conversation, select(1, 3))).toBe(2);
	expect(await conversation.countSelected(select(1, 6))).toMatchObject({ messages: 5, pinned: 2 });
	await drop(conversation, select(1, 2));
	expect(conversation.activity.totals).toMatchObject({ events: 1, received: 4, pinned: 1 });
	expect((await conversation.readWindow(END)).rows.map(({ kind }) => kind)).toEqual([
		"event",
		"received",
		"received",
		"received",
		"received",
	]);
});

test("whole payloads are read in pages, in order, each message once", async () => {
	const history = await folder.open();
	const conversation = history.openConversation("one");
	const sizes = [10, 900_000, 300_000, 5, 2_000_000, 7];
	for (const size of sizes) conversation.append(received("t", new Uint8Array(size).fill(65)));
	await waitUntilStored(conversation, sizes.length);
	const read: number[][] = [];
	for (let after: number | null = 0; after !== null; ) {
		const page = await conversation.readSelected(select(1, 100), after);
		read.push(page.messages.map(({ payload }) => payload.byteLength));
		after = page.next;
	}
	expect(read).toEqual([[10, 900_000, 300_000], [5, 2_000_000], [7]]);
	expect(await conversation.countSelected(select(1, 100))).toMatchObject({ messages: 6, payloadBytes: 3_200_022 });
});

test("killed while deleting, the history opens with rows and counts that agree, and the rest can be deleted", async () => {
	const history = await folder.open();
	const last = await fill(history.openConversation("one"), 60_000);
	await history.close();
	const script = fileURLToPath(new URL("./deleting-child.ts", import.meta.url));
	const child = spawn(process.execPath, [script, folder.folder], { stdio: ["ignore", "pipe", "inherit"] });
	const ended = new Promise((resolve) => child.once("exit", resolve));
	child.stdout.on("data", () => child.kill("SIGKILL"));
	await ended;
	const again = (await folder.open()).openConversation("one");
	const { totals } = again.activity;
	expect(totals.deleted).toBeGreaterThan(0);
	expect(totals.received + totals.deleted).toBe(last);
	expect((await readSeqs(again)).length).toBe(totals.received);
	await drop(again, select(1, last));
	expect(again.activity.totals).toMatchObject({ received: 0, deleted: last });
}, 30_000);

test("a history of the first schema is opened with all that is in it, and takes pins", async () => {
	const fixture = fileURLToPath(new URL("./history-schema-1.sqlite", import.meta.url));
	copyFileSync(fixture, join(folder.folder, "history.sqlite"));
	const history = await folder.open();
	expect(history.troubles).toEqual([]);
	const conversation = history.openConversation("one");
	expect(conversation.activity).toMatchObject({
		totals: { received: 20, published: 1, events: 1, deleted: 0, pinned: 0 },
		unread: 12,
	});
	expect(await pin(conversation, select(1, 5))).toBe(5);
	expect(await readSeqs(conversation, { ...NO_FILTER, pinned: true })).toEqual([1, 2, 3, 4, 5]);
});
