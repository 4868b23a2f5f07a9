/** The whole engine with its real parts, asked over a link as a page asks, against a real mosquitto. */

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createMemoryVault } from "../../../electron/web/memory-vault.ts";
import { createMemoryWires } from "../../../shared/link/create-memory-wires.ts";
import type { ConversationRow } from "../../../shared/model/message.ts";
import { DEFAULT_PREFERENCES } from "../../../shared/model/preferences.ts";
import { SUBSCRIPTION_DEFAULTS } from "../../../shared/model/subscription.ts";
import { launchMosquitto, type Mosquitto } from "../../support/launch-mosquitto.ts";
import { launchMosquittoSub, runMosquittoPub } from "../../support/launch-mqtt-peers.ts";
import { launchProgram } from "../../support/launch-program.ts";
import { createDraft, openTestEngine, type TestEngine, type TestEngineOptions } from "../../support/open-test-engine.ts";

let broker: Mosquitto;
const opened: TestEngine[] = [];

beforeAll(async () => {
	broker = await launchMosquitto({ config: ["max_queued_messages 0"] });
});
afterAll(() => broker.close());
afterEach(async () => {
	for (const engine of opened.splice(0).reverse()) await engine.close();
});

async function open(options: TestEngineOptions = {}): Promise<TestEngine> {
	const engine = await openTestEngine(options);
	opened.push(engine);
	return engine;
}

async function restart(engine: TestEngine): Promise<TestEngine> {
	const next = await engine.restart();
	opened.push(next);
	return next;
}

const texts = (rows: readonly ConversationRow[]) =>
	rows.flatMap((row) => (row.kind === "event" ? [] : [`${row.kind} ${Buffer.from(row.payload).toString()}`]));
const subscriptionOf = (filter: string, qos: 0 | 1 | 2 = 0) => ({ ...SUBSCRIPTION_DEFAULTS, filter, qos }) as const;

test("connections are made, subscribe, publish and receive, and after a restart all of it is still there", async () => {
	let engine = await open();
	const { id: reader } = await engine.ask("connection.create", { draft: createDraft(broker, { name: "Simple Demo" }) });
	const { id: sensor } = await engine.ask("connection.create", {
		draft: createDraft(broker, { name: "Sensor 1", version: "3.1.1" }),
	});
	const list = engine.followConnections();
	for (const id of [reader, sensor]) await engine.ask("connection.connect", { id });
	await list.waitUntil((shown) => [...shown.values()].every(({ state }) => state?.kind === "connected") && shown.size === 2);

	const drafts = [subscriptionOf("sensor/+/temperature"), subscriptionOf("other/#", 2)];
	const { ids } = await engine.ask("subscription.add", { connectionId: reader, drafts });
	const subscriptions = engine.followSubscriptions(reader);
	await subscriptions.waitUntil(
		(shown) => [...shown.values()].every(({ status }) => status.kind === "granted") && shown.size === 2,
	);

	const chat = engine.followConversation(reader);
	const payload = new TextEncoder().encode('{"msg": "17.2"}');
	const common = { connectionId: sensor, payload, retain: false, properties: {} };
	await engine.ask("message.publish", { ...common, topic: "sensor/1/temperature", qos: 0 });
	await engine.ask("message.publish", { ...common, topic: "sensor/1/humidity", qos: 1 });
	await engine.ask("message.publish", { ...common, topic: "other/deep/down", qos: 2 });
	await chat.waitUntil((rows) => texts(rows).length === 2);
	await list.waitUntil((shown) => shown.get(reader)?.activity?.unread === 2);
	await subscriptions.waitUntil((shown) => shown.get(ids[0] ?? "")?.received === 1);
	const sent = engine.followConversation(sensor);
	await sent.waitUntil((rows) => rows.filter((row) => row.kind === "published" && row.delivery.state === "done").length === 3);

	const lastSeq = chat.shown.at(-1)?.seq ?? 0;
	const whole = await engine.ask("message.read", { connectionId: reader, seq: lastSeq });
	expect(Buffer.from(whole.payload).toString()).toBe('{"msg": "17.2"}');
	await engine.ask("connection.markRead", { id: reader, seq: lastSeq });
	await list.waitUntil((shown) => shown.get(reader)?.activity?.unread === 0);
	await engine.ask("preferences.update", { preferences: { ...DEFAULT_PREFERENCES, theme: "dark", keepMessages: 5000 } });

	engine = await restart(engine);
	const after = engine.followConnections();
	await after.waitUntil((shown) => shown.size === 2);
	expect([...after.shown.values()].map(({ profile }) => profile?.name)).toEqual(["Simple Demo", "Sensor 1"]);
	expect(after.shown.get(reader)).toMatchObject({ state: { kind: "idle" }, activity: { unread: 0, totals: { received: 2 } } });
	const wished = await engine.followSubscriptions(reader).waitUntil((shown) => shown.size === 2);
	expect([...wished.values()].map(({ subscription, status }) => [subscription.id, subscription.filter, status.kind])).toEqual([
		[ids[0], "sensor/+/temperature", "pending"],
		[ids[1], "other/#", "pending"],
	]);
	const rows = await engine.followConversation(reader).waitUntil((shown) => texts(shown).length === 2);
	expect(rows.some((row) => row.kind === "event" && row.event.type === "connected")).toBe(true);
	const [program] = await engine.follow("program", {}).waitUntil((batches) => batches.length > 0);
	expect(program?.preferences).toMatchObject({ theme: "dark", keepMessages: 5000 });
	expect(program?.troubles).toEqual([]);
});

test("mosquitto's clients and Parley see each other's messages", async () => {
	const engine = await open();
	const { id } = await engine.ask("connection.create", { draft: createDraft(broker) });
	await engine.ask("subscription.add", { connectionId: id, drafts: [subscriptionOf("from/mosquitto", 1)] });
	await engine.ask("connection.connect", { id });
	await engine.followSubscriptions(id).waitUntil((shown) => [...shown.values()].some(({ status }) => status.kind === "granted"));
	await runMosquittoPub(broker, ["-t", "from/mosquitto", "-m", "abc", "-q", "2"]);
	const rows = await engine.followConversation(id).waitUntil((shown) => texts(shown).length === 1);
	expect(rows.find((row) => row.kind === "received")).toMatchObject({ topic: "from/mosquitto", qos: 1, retain: false });
	const peer = await launchMosquittoSub(broker, ["-t", "from/parley", "-v"]);
	const payload = new TextEncoder().encode("xyz");
	await engine.ask("message.publish", { connectionId: id, topic: "from/parley", payload, qos: 1, retain: false, properties: {} });
	await peer.waitForLine(/^from\/parley xyz$/);
	await peer.kill();
});

test("of two connections with one client id the older one says that it was taken over, and does not fight", async () => {
	const engine = await open();
	const twin = { clientId: "twin", version: "3.1.1" } as const;
	const { id: older } = await engine.ask("connection.create", { draft: createDraft(broker, { ...twin, name: "Older" }) });
	const { id: newer } = await engine.ask("connection.create", { draft: createDraft(broker, { ...twin, name: "Newer" }) });
	const list = engine.followConnections();
	await engine.ask("connection.connect", { id: older });
	await list.waitUntil((shown) => shown.get(older)?.state?.kind === "connected");
	await engine.ask("connection.connect", { id: newer });
	await list.waitUntil((shown) => shown.get(newer)?.state?.kind === "connected" && shown.get(older)?.state?.kind === "failed");
	expect(list.shown.get(older)?.state).toMatchObject({ failure: { code: "taken-over" } });
});

test("two engines live in one process without hearing of each other", async () => {
	const [left, right] = [await open(), await open()];
	await left.ask("connection.create", { draft: createDraft(broker, { name: "Left" }) });
	await right.ask("connection.create", { draft: createDraft(broker, { name: "Right" }) });
	for (const [engine, name] of [
		[left, "Left"],
		[right, "Right"],
	] as const) {
		const shown = await engine.followConnections().waitUntil((connections) => connections.size > 0);
		expect([...shown.values()].map(({ profile }) => profile?.name)).toEqual([name]);
	}
});

test("a password is in the vault alone, in no file of the data folder and in no log, and asked for again where the vault forgot it", async () => {
	const first = await open({ vault: createMemoryVault() });
	const secret = "correct horse battery staple";
	const draft = createDraft(broker, { name: "Locked", username: "someone", secrets: { password: secret } });
	const { id } = await first.ask("connection.create", { draft });
	await first.ask("connection.connect", { id });
	const list = first.followConnections();
	await list.waitUntil((shown) => shown.get(id)?.state?.kind === "connected");
	expect(list.shown.get(id)?.profile?.secrets).toEqual(["password"]);
	expect(JSON.stringify([...list.shown.values()])).not.toContain(secret);
	await first.engine.close();
	for (const file of await readdir(first.folder, { recursive: true, withFileTypes: true })) {
		if (!file.isFile()) continue;
		const content = await readFile(join(file.parentPath, file.name));
		for (const encoding of ["utf8", "base64", "hex", "utf16le"] as const) {
			const needle = encoding === "utf16le" ? Buffer.from(secret, encoding) : Buffer.from(Buffer.from(secret).toString(encoding));
			expect(content.includes(needle), file.name).toBe(false);
		}
	}
	expect(first.log.join("\n")).not.toContain(secret);

	const second = await open({ folder: first.folder, vault: createMemoryVault() });
	expect(await second.link.request("connection.connect", { id })).toMatchObject({
		ok: false,
		failure: { code: "secrets-needed", detail: { name: "Locked", secretNames: "password" } },
	});
	await second.ask("connection.setSecrets", { id, secrets: { password: secret } });
	await second.ask("connection.connect", { id });
	await second.followConnections().waitUntil((shown) => shown.get(id)?.state?.kind === "connected");
	await second.ask("connection.update", { id, draft: { ...createDraft(broker), secrets: { password: null } } });
	await second.followConnections().waitUntil((shown) => shown.get(id)?.profile?.secrets.length === 0);
});

test("an engine on a damaged folder starts, says what was set aside, and works", async () => {
	const first = await open();
	const { id } = await first.ask("connection.create", { draft: createDraft(broker) });
	await first.engine.close();
	await writeFile(join(first.folder, "profiles.json"), "{ not json");
	for (const name of await readdir(first.folder)) {
		if (name.endsWith(".db") || name.endsWith(".sqlite")) await writeFile(join(first.folder, name), Buffer.alloc(100_000, 7));
	}
	const second = await open({ folder: first.folder });
	const [program] = await second.follow("program", {}).waitUntil((batches) => batches.length > 0);
	expect(program?.troubles.map(({ code }) => code).sort()).toEqual(["history-set-aside", "profiles-set-aside"]);
	expect(await second.link.request("connection.connect", { id })).toMatchObject({ ok: false, failure: { code: "not-found" } });
	const { id: fresh } = await second.ask("connection.create", { draft: createDraft(broker) });
	await second.ask("connection.connect", { id: fresh });
	await second.followConnections().waitUntil((shown) => shown.get(fresh)?.state?.kind === "connected");
});

test("twenty thousand messages are counted exactly, and the list is told of them in a few steps", async () => {
	const engine = await open();
	const { id } = await engine.ask("connection.create", { draft: createDraft(broker) });
	await engine.ask("subscription.add", { connectionId: id, drafts: [subscriptionOf("flood", 1)] });
	await engine.ask("connection.connect", { id });
	const subscriptions = engine.followSubscriptions(id);
	await subscriptions.waitUntil((shown) => [...shown.values()].some(({ status }) => status.kind === "granted"));
	const list = engine.followConnections();
	const address = ["-h", broker.host, "-p", String(broker.port)];
	const startedAt = performance.now();
	const writer = launchProgram("mosquitto_pub", [...address, "-t", "flood", "-q", "1", "-l"]);
	writer.write("message\n".repeat(20_000));
	await list.waitUntil((shown) => (shown.get(id)?.activity?.totals.received ?? 0) >= 20_000, 60_000);
	const seconds = (performance.now() - startedAt) / 1000;
	expect(list.batchCount).toBeLessThanOrEqual(4 + seconds * 12);
	expect(subscriptions.batchCount).toBeLessThanOrEqual(6 + seconds * 5);
	await subscriptions.waitUntil((shown) => [...shown.values()].some(({ received }) => received === 20_000));
	await runMosquittoPub(broker, ["-t", "flood", "-m", "last"]);
	await list.waitUntil(
		(shown) => shown.get(id)?.activity?.totals.received === 20_001 && shown.get(id)?.activity?.unread === 20_001,
	);
	await writer.kill();
}, 90_000);

test("it closes in time though a broker has gone deaf, and stores what was received until then", async () => {
	const deaf = await launchMosquitto();
	const engine = await open();
	const { id } = await engine.ask("connection.create", { draft: createDraft(deaf) });
	await engine.ask("subscription.add", { connectionId: id, drafts: [subscriptionOf("last", 1)] });
	await engine.ask("connection.connect", { id });
	await engine.followSubscriptions(id).waitUntil((shown) => [...shown.values()].some(({ status }) => status.kind === "granted"));
	await runMosquittoPub(deaf, ["-t", "last", "-m", "words", "-q", "1"]);
	await engine.followConversation(id).waitUntil((rows) => texts(rows).length === 1);
	deaf.signal("SIGSTOP");
	const startedAt = performance.now();
	const next = await restart(engine);
	expect(performance.now() - startedAt).toBeLessThan(5000);
	await next.followConversation(id).waitUntil((rows) => texts(rows).includes("received words"));
	await deaf.close();
});

test("a page that comes when the engine is closing is turned away, and one that is there hears the end", async () => {
	const engine = await open();
	const states: string[] = [];
	await engine.ask("broker.stop", {});
	engine.link.onState(({ kind }) => states.push(kind));
	await engine.engine.close();
	await expect.poll(() => states).toContain("closed");
	const [page, late] = createMemoryWires();
	const ended = Promise.withResolvers<void>();
	page.onClose(ended.resolve);
	engine.engine.serve(late);
	await ended.promise;
});

test("the built-in broker is started, talked to and stopped with the engine", async () => {
	const engine = await open();
	const states = engine.follow("broker", {});
	const { tcpPort, webSocketPort } = await engine.ask("broker.start", {});
	await states.waitUntil((batches) => batches.at(-1)?.kind === "running");
	const { id: tcp } = await engine.ask("connection.create", { draft: createDraft({ port: tcpPort }, { name: "tcp" }) });
	const overWeb = createDraft({ port: webSocketPort }, { name: "web", protocol: "ws", version: "3.1.1" });
	const { id: web } = await engine.ask("connection.create", { draft: overWeb });
	for (const id of [tcp, web]) {
		await engine.ask("subscription.add", { connectionId: id, drafts: [subscriptionOf("hello", 1)] });
		await engine.ask("connection.connect", { id });
		await engine
			.followSubscriptions(id)
			.waitUntil((shown) => [...shown.values()].some(({ status }) => status.kind === "granted"));
	}
	await states.waitUntil((batches) => batches.some((state) => state.kind === "running" && state.clients === 2));
	const payload = new TextEncoder().encode("hi");
	await engine.ask("message.publish", { connectionId: web, topic: "hello", payload, qos: 1, retain: false, properties: {} });
	for (const id of [tcp, web]) await engine.followConversation(id).waitUntil((rows) => texts(rows).includes("received hi"));
	await engine.ask("broker.stop", {});
	await engine.followConnections().waitUntil((shown) => ["waiting", "connecting"].includes(shown.get(tcp)?.state?.kind ?? ""));
});
