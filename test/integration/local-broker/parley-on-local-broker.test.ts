/** Parley's own sessions, which hang up on whatever MQTT forbids, on the built-in broker: what the walkthroughs do with it. */

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ConversationRow } from "../../../shared/model/message.ts";
import { SUBSCRIPTION_DEFAULTS } from "../../../shared/model/subscription.ts";
import { createDraft, openTestEngine, type TestEngine } from "../../support/open-test-engine.ts";

let engine: TestEngine;
let list: ReturnType<TestEngine["followConnections"]>;
let ports = { port: 0, webSocketPort: 0 };

beforeEach(async () => {
	engine = await openTestEngine();
	list = engine.followConnections();
	const { tcpPort, webSocketPort } = await engine.ask("broker.start", {});
	ports = { port: tcpPort, webSocketPort };
});
afterEach(() => engine.close());

const payloadOf = (text: string) => new TextEncoder().encode(text);
const texts = (rows: readonly ConversationRow[]) =>
	rows.flatMap((row) => (row.kind === "received" ? [Buffer.from(row.payload).toString()] : []));
const reaches = (id: string, kind: string) => list.waitUntil((shown) => shown.get(id)?.state?.kind === kind);

async function connect(name: string, change: Parameters<typeof createDraft>[1] = {}): Promise<string> {
	const { id } = await engine.ask("connection.create", { draft: createDraft(ports, { name, ...change }) });
	await engine.ask("connection.connect", { id });
	await reaches(id, "connected");
	return id;
}

async function subscribe(id: string, filter: string, qos: 0 | 1 | 2): Promise<void> {
	await engine.ask("subscription.add", { connectionId: id, drafts: [{ ...SUBSCRIPTION_DEFAULTS, filter, qos }] });
	const feed = engine.followSubscriptions(id);
	await feed.waitUntil((shown) =>
		[...shown.values()].some((one) => one.subscription.filter === filter && one.status.kind === "granted"),
	);
	feed.close();
}

async function publish(id: string, topic: string, text: string, qos: 0 | 1 | 2, retain = false): Promise<void> {
	const message = { connectionId: id, topic, payload: payloadOf(text), qos, retain, properties: {} };
	const { seq } = await engine.ask("message.publish", message);
	const feed = engine.followConversation(id);
	await feed.waitUntil((rows) =>
		rows.some((row) => row.kind === "published" && row.seq === seq && row.delivery.state === "done"),
	);
	feed.close();
}

describe.each(["3.1", "3.1.1", "5.0"] as const)("on MQTT %s", (version) => {
	const change = { version };

	test("each QoS arrives, at the lower of published and subscribed, each message once", async () => {
		const writer = await connect("writer", change);
		for (const subscribed of [0, 1, 2] as const) {
			const reader = await connect(`reader ${subscribed}`, change);
			await subscribe(reader, "all/#", subscribed);
			await subscribe(reader, "all/+", subscribed);
		}
		for (const qos of [0, 1, 2] as const) await publish(writer, "all/x", `as ${qos}`, qos);
		for (const [id, { profile }] of list.shown) {
			const subscribed = Number(profile?.name.split(" ")[1] ?? Number.NaN);
			if (Number.isNaN(subscribed)) continue;
			const rows = await engine.followConversation(id).waitUntil((shown) => texts(shown).length === 3);
			const got = rows.flatMap((row) =>
				row.kind === "received" ? [`${Buffer.from(row.payload).toString()} is ${row.qos}`] : [],
			);
			expect(got.sort()).toEqual([0, 1, 2].map((qos) => `as ${qos} is ${Math.min(qos, subscribed)}`));
		}
	});

	test("a retained message comes to who subscribes later, marked, until it is cleared", async () => {
		const writer = await connect("writer", change);
		await publish(writer, "kept", "first", 1, true);
		await publish(writer, "kept", "second", 1, true);
		const reader = await connect("reader", change);
		await subscribe(reader, "kept", 1);
		const chat = engine.followConversation(reader);
		await chat.waitUntil((rows) => texts(rows).length === 1);
		await publish(writer, "kept", "", 1, true);
		await chat.waitUntil((rows) => texts(rows).length === 2);
		expect(
			chat.shown.flatMap((row) => (row.kind === "received" ? [[Buffer.from(row.payload).toString(), row.retain]] : [])),
		).toEqual([
			["second", true],
			["", false],
		]);
	});

	test("a session that survives brings what was missed, in order, without subscribing again", async () => {
		const reader = await connect("reader", { ...change, cleanStart: false, sessionExpirySeconds: 60 });
		await subscribe(reader, "missed/+", 1);
		await engine.ask("connection.disconnect", { id: reader });
		await reaches(reader, "idle");
		const writer = await connect("writer", change);
		for (const text of ["1", "2", "3"]) await publish(writer, "missed/x", text, 1);
		await engine.ask("connection.connect", { id: reader });
		const rows = await engine.followConversation(reader).waitUntil((shown) => texts(shown).length === 3);
		expect(texts(rows)).toEqual(["1", "2", "3"]);
		if (version !== "3.1") {
			expect(rows.findLast((row) => row.kind === "event")).toMatchObject({ event: { type: "connected", sessionPresent: true } });
		}
	});

	test("a dropped connection leaves its will, a disconnected one does not", async () => {
		const will = {
			topic: "last_will",
			payload: payloadOf("offline"),
			qos: 1,
			retain: true,
			delaySeconds: 0,
			payloadSyntax: "text",
			properties: {},
		} as const;
		const polite = await connect("polite", { ...change, will });
		await engine.ask("connection.disconnect", { id: polite });
		const dropped = await connect("dropped", { ...change, will: { ...will, payload: payloadOf("dropped") } });
		await engine.ask("connection.drop", { id: dropped });
		const reader = await connect("reader", change);
		await subscribe(reader, "last_will", 1);
		const rows = await engine.followConversation(reader).waitUntil((shown) => texts(shown).length === 1);
		expect(rows.find((row) => row.kind === "received")).toMatchObject({ retain: true });
		expect(texts(rows)).toEqual(["dropped"]);
	});

	test("over WebSocket, a hundred kilobytes come back as they went", async () => {
		const id = await connect("web", { ...change, protocol: "ws", port: ports.webSocketPort });
		await subscribe(id, "large", 1);
		const payload = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) % 256);
		await engine.ask("message.publish", { connectionId: id, topic: "large", payload, qos: 1, retain: false, properties: {} });
		const rows = await engine.followConversation(id).waitUntil((shown) => texts(shown).length === 1);
		const seq = rows.find((row) => row.kind === "received")?.seq ?? 0;
		expect(Buffer.compare((await engine.ask("message.read", { connectionId: id, seq })).payload, payload)).toBe(0);
	});

	test("a restart of the broker brings every connection back by itself, its subscriptions in force", async () => {
		const reader = await connect("reader", change);
		await subscribe(reader, "back", 1);
		const writer = await connect("writer", change);
		await engine.ask("broker.stop", {});
		await list.waitUntil((shown) => shown.size > 0 && [...shown.values()].every(({ state }) => state?.kind === "waiting"));
		await engine.ask("broker.start", {});
		await list.waitUntil(
			(shown) => shown.size > 0 && [...shown.values()].every(({ state }) => state?.kind === "connected"),
			15_000,
		);
		const granted = engine.followSubscriptions(reader);
		await granted.waitUntil((shown) => shown.size > 0 && [...shown.values()].every(({ status }) => status.kind === "granted"));
		await publish(writer, "back", "again", 1);
		await engine.followConversation(reader).waitUntil((rows) => texts(rows).includes("again"));
	});
});

test("on MQTT 5 a will comes after its delay, and not at all when its client is back before", async () => {
	const reader = await connect("reader");
	await subscribe(reader, "will/#", 1);
	const will = {
		topic: "will/late",
		payload: payloadOf("late"),
		qos: 1,
		retain: false,
		delaySeconds: 1,
		payloadSyntax: "text",
		properties: {},
	} as const;
	const change = { will, cleanStart: false, sessionExpirySeconds: 60 };
	const back = await connect("back", { ...change, will: { ...will, topic: "will/back", payload: payloadOf("back") } });
	const late = await connect("late", change);
	await engine.ask("connection.drop", { id: back });
	await engine.ask("connection.connect", { id: back });
	await reaches(back, "connected");
	const droppedAt = performance.now();
	await engine.ask("connection.drop", { id: late });
	const rows = await engine.followConversation(reader).waitUntil((shown) => texts(shown).length > 0);
	expect(performance.now() - droppedAt).toBeGreaterThan(900);
	expect(texts(rows)).toEqual(["late"]);
});

test("on MQTT 5 properties arrive as they were sent", async () => {
	const id = await connect("five");
	await subscribe(id, "five", 1);
	const properties = {
		payloadIsUtf8: true,
		messageExpirySeconds: 100,
		responseTopic: "answers/here",
		correlationData: new Uint8Array([0, 1, 255]),
		contentType: "text/plain",
		userProperties: [
			{ key: "k", value: "one" },
			{ key: "k", value: "two" },
			{ key: "__proto__", value: "three" },
		],
	};
	await engine.ask("message.publish", {
		connectionId: id,
		topic: "five",
		payload: payloadOf("x"),
		qos: 1,
		retain: false,
		properties,
	});
	const rows = await engine.followConversation(id).waitUntil((shown) => texts(shown).length === 1);
	expect(rows.find((row) => row.kind === "received")?.properties).toMatchObject(properties);
});
