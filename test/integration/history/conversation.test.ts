import { afterEach, beforeEach, expect, test } from "vitest";
import { NO_FILTER } from "../../../shared/model/conversation.ts";
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
beforeEach(() => {
	folder = createTestFolder();
});
afterEach(() => folder.end());

const END = { filter: NO_FILTER, place: { at: "end", limit: 500 } } as const;

test("a published message's delivery moves on in order with what is appended, and is told", async () => {
	const conversation = (await folder.open()).openConversation("one");
	const changed: number[] = [];
	conversation.onChange(({ changedSeqs }) => changed.push(...changedSeqs));
	const seq = conversation.append(published("t", "x"));
	conversation.updateDelivery(seq, { state: "waiting", ticks: [...WAITING.ticks, { step: "sent", at: 2001 }] }, 7);
	expect(await conversation.readUnfinished()).toEqual([
		{
			seq,
			topic: "t",
			payload: new Uint8Array([120]),
			qos: 1,
			retain: false,
			properties: undefined,
			delivery: { state: "waiting", ticks: [...WAITING.ticks, { step: "sent", at: 2001 }] },
			packetId: 7,
		},
	]);
	conversation.updateDelivery(seq, DONE, 7);
	expect(await conversation.readUnfinished()).toEqual([]);
	expect(await conversation.readMessage(seq)).toMatchObject({ delivery: DONE });
	expect(changed).toEqual([seq, seq]);
});

test("what the outgoing queue needs after a restart is there: unfinished messages whole, held packets, held subscriptions", async () => {
	const history = await folder.open();
	const conversation = history.openConversation("one");
	const payload = new Uint8Array(100_000).fill(7);
	conversation.append(received("t", "x", { qos: 2, heldPacketId: 10 }));
	conversation.append(received("t", "x", { qos: 2, heldPacketId: 65_535 }));
	conversation.append({
		kind: "published",
		at: 5,
		topic: "big",
		payload,
		qos: 2,
		retain: true,
		properties: { contentType: "x" },
		delivery: WAITING,
	});
	conversation.append(published("t", "finished", { delivery: DONE }));
	conversation.append(published("t", "QoS 0 is nothing to repeat", { qos: 0 }));
	conversation.releasePacket(10);
	conversation.setHeldSubscriptions([{ filter: "a/#", requestedQos: 2, grantedQos: 1 }]);
	const other = history.openConversation("other");
	other.append(received("t", "x", { qos: 2, heldPacketId: 10 }));
	other.releaseAllPackets();
	other.append(received("t", "x", { qos: 2, heldPacketId: 11 }));
	await history.close();

	const again = await folder.open();
	const reopened = again.openConversation("one");
	expect([...reopened.heldPacketIds]).toEqual([65_535]);
	expect([...again.openConversation("other").heldPacketIds]).toEqual([11]);
	expect(reopened.heldSubscriptions).toEqual([{ filter: "a/#", requestedQos: 2, grantedQos: 1 }]);
	const unfinished = await reopened.readUnfinished();
	expect(unfinished).toMatchObject([{ seq: 3, qos: 2, retain: true, packetId: null, properties: { contentType: "x" } }]);
	expect(unfinished[0]?.payload).toEqual(payload);
});

test("counters, unread and the last message follow what is stored, and outlive a restart", async () => {
	const history = await folder.open();
	const conversation = history.openConversation("one");
	for (let index = 0; index < 10; index++) conversation.append(received("t", `message ${index}`));
	conversation.append(published("mine", "hello"));
	conversation.append({ kind: "event", at: 3, event: { type: "dropped" } });
	await waitUntilStored(conversation, 12);
	const totals = { firstSeq: 1, lastSeq: 12, received: 10, published: 1, events: 1, evicted: 0 };
	expect(conversation.activity).toMatchObject({
		totals,
		unread: 10,
		lastReadSeq: 0,
		last: { seq: 11, kind: "published", topic: "mine", payloadBytes: 5 },
	});
	conversation.markRead(4);
	await waitUntil(conversation, () => conversation.activity.lastReadSeq === 4);
	expect(conversation.activity.unread).toBe(6);
	conversation.markRead(11);
	await waitUntil(conversation, () => conversation.activity.lastReadSeq === 11);
	conversation.markRead(2);
	conversation.append(received("t", "late"));
	await waitUntilStored(conversation, 13);
	const { activity } = conversation;
	expect(activity).toMatchObject({ unread: 1, lastReadSeq: 11, last: { seq: 13 } });
	await history.close();
	expect((await folder.open()).openConversation("one").activity).toEqual(activity);
});

test("clearing removes every row but those still to be sent; counters begin anew, and seqs go on", async () => {
	const history = await folder.open();
	const conversation = history.openConversation("one");
	for (let index = 0; index < 25_000; index++) conversation.append(received(`t/${index}`, "x"));
	const waiting = conversation.append(published("t/waiting", "keep me"));
	for (let index = 0; index < 100; index++) conversation.append(received("t", "x"));
	let hasCleared = false;
	conversation.onChange(({ cleared }) => {
		hasCleared ||= cleared;
	});
	const clearing = conversation.clear();
	const later = conversation.append(received("t/5", "later"));
	await clearing;
	await waitUntilStored(conversation, later);
	expect(hasCleared).toBe(true);
	expect(later).toBe(25_102);
	expect(conversation.activity).toMatchObject({
		totals: { firstSeq: waiting, lastSeq: later, received: 1, published: 1, events: 0, evicted: 0, deleted: 0, pinned: 0 },
		unread: 1,
		last: { seq: later, topic: "t/5" },
	});
	const { rows } = await conversation.readWindow(END);
	expect(rows.map((row) => (row.kind === "event" ? "" : row.topic))).toEqual(["t/waiting", "t/5"]);
	conversation.updateDelivery(waiting, DONE, 1);
	await conversation.clear();
	expect(conversation.activity.totals).toEqual({
		firstSeq: 0,
		lastSeq: 0,
		received: 0,
		published: 0,
		events: 0,
		evicted: 0,
		deleted: 0,
		pinned: 0,
	});
	expect((await conversation.readWindow(END)).rows).toEqual([]);
	await history.close();
	expect((await folder.open()).openConversation("one").append(received("t", "x"))).toBe(later + 1);
});

test("a conversation that is removed takes everything with it, and another of the same name begins empty", async () => {
	const history = await folder.open();
	const conversation = history.openConversation("one");
	const neighbour = history.openConversation("two");
	for (let index = 0; index < 15_000; index++)
		conversation.append(received(`t/${index}`, "x", { qos: 2, heldPacketId: (index % 100) + 1 }));
	neighbour.append(received("t", "untouched"));
	await history.removeConversation("one");
	const fresh = history.openConversation("one");
	expect(fresh).not.toBe(conversation);
	expect(fresh.heldPacketIds.size).toBe(0);
	expect(fresh.append(received("t", "first"))).toBe(1);
	// What the former one still gets, from a session that is just being closed, is nowhere.
	conversation.append(received("t", "too late"));
	await history.close();
	const again = await folder.open();
	expect((await again.openConversation("one").readWindow(END)).rows).toMatchObject([{ seq: 1, topic: "t" }]);
	expect((await again.openConversation("two").readWindow(END)).rows).toHaveLength(1);
});

test("several conversations can be removed and begun again in the same moment", async () => {
	const history = await folder.open();
	const names = ["a", "b", "c"];
	for (const name of names)
		for (let index = 0; index < 12_000; index++) history.openConversation(name).append(received("t", "old"));
	const removals = names.map((name) => history.removeConversation(name));
	for (const name of names) history.openConversation(name).append(received("t", "new"));
	await Promise.all(removals);
	for (const name of names) {
		const conversation = history.openConversation(name);
		await waitUntilStored(conversation, 1);
		expect((await conversation.readWindow(END)).rows).toMatchObject([{ seq: 1, payloadBytes: 3 }]);
	}
	expect(folder.logged.filter((line) => line.startsWith("error"))).toEqual([]);
});

test("the writer says when it is behind by more than 64 MB, and when it has caught up", async () => {
	const conversation = (await folder.open()).openConversation("one");
	const payload = new Uint8Array(1 << 20);
	let appended = 0;
	while (!conversation.isCongested && appended < 300) {
		conversation.append(received("t", payload));
		appended++;
	}
	expect(appended).toBeGreaterThan(60);
	expect(appended).toBeLessThan(80);
	await new Promise<void>((resolve) => conversation.onDrained(resolve));
	expect(conversation.isCongested).toBe(false);
	await waitUntilStored(conversation, appended);
	expect(conversation.activity.totals.received).toBe(appended);
});

test("a row that comes alone is stored without another one behind it", async () => {
	const conversation = (await folder.open()).openConversation("one");
	for (let index = 0; index < 50; index++) {
		const seq = conversation.append(received("t", "x", { qos: index % 2 === 0 ? 0 : 1 }));
		await waitUntilStored(conversation, seq);
		expect(conversation.storedSeq).toBe(seq);
	}
});

test("a history that stops in the middle of an open connection says so when it is opened again", async () => {
	const at = 5;
	const connected = { kind: "event", at, event: { type: "connected", sessionPresent: false } } as const;
	const disconnected = { kind: "event", at, event: { type: "disconnected" } } as const;
	const restarted = { kind: "event", at, event: { type: "restarted" } } as const;
	const cases = {
		empty: [],
		open: [connected],
		receiving: [connected, received("t", "x")],
		publishing: [connected, published("t", "x"), published("t", "y")],
		ended: [connected, received("t", "x"), disconnected],
		"offline since": [connected, disconnected, published("t", "waits")],
		told: [connected, restarted, published("t", "waits")],
	};
	const history = await folder.open();
	for (const [name, rows] of Object.entries(cases)) for (const row of rows) history.openConversation(name).append(row);
	expect(history.openConversation("open").endedOpen).toBe(false);
	await history.close();
	const again = await folder.open();
	const told = Object.keys(cases).filter((name) => again.openConversation(name).endedOpen);
	expect(told).toEqual(["open", "receiving", "publishing"]);
});
