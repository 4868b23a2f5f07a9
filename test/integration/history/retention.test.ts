import { statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { NO_FILTER } from "../../../shared/model/conversation.ts";
import { createTestFolder, DONE, published, received, type TestFolder, waitUntil, waitUntilStored } from "./open-test-history.ts";

let folder: TestFolder;
beforeEach(() => {
	folder = createTestFolder();
});
afterEach(() => folder.end());

const END = { filter: NO_FILTER, place: { at: "end", limit: 500 } } as const;

test("no more than the limit is kept, the newest; what goes is counted, and events are not counted as messages", async () => {
	const history = await folder.open(100);
	const conversation = history.openConversation("one");
	for (let index = 0; index < 1000; index++) {
		conversation.append(received("t", `message ${index}`));
		if (index % 10 === 0) conversation.append({ kind: "event", at: 1, event: { type: "disconnected" } });
		if (index % 97 === 0) await waitUntilStored(conversation, conversation.storedSeq + 1);
	}
	await waitUntilStored(conversation, 1100);
	await waitUntil(conversation, () => conversation.activity.totals.received === 100);
	const { totals, unread } = conversation.activity;
	expect(totals).toMatchObject({ lastSeq: 1100, received: 100, evicted: 900 });
	expect(unread).toBe(100);
	const { rows } = await conversation.readWindow(END);
	expect(rows.filter((row) => row.kind === "received")).toHaveLength(100);
	expect(rows.filter((row) => row.kind === "event")).toHaveLength(totals.events);
	expect(rows[0]?.seq).toBe(totals.firstSeq);
	expect(rows.map((row) => row.seq)).toEqual(Array.from(rows, (_, index) => totals.firstSeq + index));
});

test("messages still to be sent are never evicted, until they are finished", async () => {
	const history = await folder.open(50);
	const conversation = history.openConversation("one");
	const waiting = [conversation.append(published("t/a", "1")), conversation.append(published("t/b", "2"))];
	for (let index = 0; index < 500; index++) conversation.append(received("t", "x"));
	await waitUntil(conversation, () => conversation.activity.totals.received === 48);
	expect(conversation.activity.totals).toMatchObject({ firstSeq: 1, published: 2, received: 48, evicted: 452 });
	for (const seq of waiting) conversation.updateDelivery(seq, DONE, 1);
	conversation.append(received("t", "x"));
	conversation.append(received("t", "x"));
	await waitUntil(conversation, () => conversation.activity.totals.published === 0);
	expect(conversation.activity.totals).toMatchObject({ received: 50, evicted: 454 });
});

test("a lower limit is reached in the background, large payloads and topics included", async () => {
	const history = await folder.open();
	const conversation = history.openConversation("one");
	for (let index = 0; index < 30_000; index++)
		conversation.append(received(`t/${index}`, index % 1000 === 0 ? "x".repeat(5000) : "x"));
	await waitUntilStored(conversation, 30_000);
	history.setKeepMessages(1000);
	await waitUntil(conversation, () => conversation.activity.totals.evicted === 29_000);
	expect(conversation.activity.totals).toMatchObject({ firstSeq: 29_001, lastSeq: 30_000, received: 1000 });
	const window = await conversation.readWindow({
		filter: { ...NO_FILTER, topicFilter: "t/#" },
		place: { at: "fraction", fraction: 0, before: 0, after: 1 },
	});
	expect(window.rows.map((row) => row.seq)).toEqual([29_001, 29_002]);
	expect(window.reachesStart).toBe(true);
});

test("what clearing has freed is given back to the disk when all is quiet", async () => {
	const history = await folder.open();
	const conversation = history.openConversation("one");
	let seq = 0;
	for (let index = 0; index < 40_000; index++) seq = conversation.append(received("t", "x".repeat(1500)));
	await waitUntilStored(conversation, seq);
	const fileBytes = () => statSync(join(folder.folder, "history.sqlite")).size;
	await conversation.clear();
	await expect.poll(fileBytes, { timeout: 20_000 }).toBeLessThan(4 << 20);
	expect((await conversation.readWindow(END)).rows).toEqual([]);
}, 30_000);
