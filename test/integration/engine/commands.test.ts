/** What is saved, and what is refused, without a broker. */

import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Vault } from "../../../electron/engine/ports.ts";
import { createMemoryVault } from "../../../electron/web/memory-vault.ts";
import { SUBSCRIPTION_DEFAULTS } from "../../../shared/model/subscription.ts";
import { createDraft, openTestEngine, type TestEngine } from "../../support/open-test-engine.ts";

let engine: TestEngine;
let vault: Vault;
const nowhere = { port: 1 };
const subscriptionOf = (filter: string) => ({ ...SUBSCRIPTION_DEFAULTS, filter, qos: 0 }) as const;
const create = (change: Parameters<typeof createDraft>[1] = {}) =>
	engine.ask("connection.create", { draft: createDraft(nowhere, change) });
const refusal = async (name: Parameters<TestEngine["ask"]>[0], input: never) => {
	const answer = await engine.link.request(name, input);
	return answer.ok ? "accepted" : answer.failure;
};
const savedNames = async () =>
	JSON.parse(await readFile(join(engine.folder, "profiles.json"), "utf8")).connections.map(
		(connection: { profile: { name: string } }) => connection.profile.name,
	);

beforeEach(async () => {
	vault = createMemoryVault();
	engine = await openTestEngine({ vault });
});
afterEach(() => engine.close());

test("a name is taken once, whatever stands around it, also when two ask in the same moment", async () => {
	const answers = await Promise.all(
		["Same", "Same ", "Other"].map((name) => engine.link.request("connection.create", { draft: createDraft(nowhere, { name }) })),
	);
	expect(answers.map((answer) => (answer.ok ? "ok" : answer.failure.code))).toEqual(["ok", "name-taken", "ok"]);
	expect(await savedNames()).toEqual(["Same", "Other"]);
	const { id } = await create({ name: "Third" });
	expect(await refusal("connection.update", { id, draft: createDraft(nowhere, { name: "Same" }) } as never)).toMatchObject({
		code: "name-taken",
		detail: { name: "Same" },
	});
	await engine.ask("connection.update", { id, draft: createDraft(nowhere, { name: "Third", host: "example.org" }) });
});

test("what cannot be saved is refused, and neither the list nor the vault has it", async () => {
	const { id } = await create({ name: "Before", username: "u", secrets: { password: "old" } });
	const list = engine.followConnections();
	await list.waitUntil((shown) => shown.size === 1);
	const obstacle = join(engine.folder, "profiles.json.new", "in-the-way");
	await mkdir(obstacle, { recursive: true });
	const failed = { code: "profiles-write-failed" };
	expect(await refusal("connection.create", { draft: createDraft(nowhere, { name: "New" }) } as never)).toMatchObject(failed);
	const changed = createDraft(nowhere, { name: "After", username: "u", secrets: { password: "new" } });
	expect(await refusal("connection.update", { id, draft: changed } as never)).toMatchObject(failed);
	expect(await refusal("subscription.add", { connectionId: id, drafts: [subscriptionOf("a")] } as never)).toMatchObject(failed);
	expect(await refusal("connection.remove", { id } as never)).toMatchObject(failed);
	expect(await vault.read(`connection/${id}/password`)).toBe("old");
	await engine.follow("program", {}).waitUntil((batches) => batches.at(-1)?.troubles[0]?.code === "profiles-write-failed");

	await rm(obstacle, { recursive: true });
	await rm(join(engine.folder, "profiles.json.new"), { recursive: true });
	expect([...list.shown.values()].map(({ profile }) => profile?.name)).toEqual(["Before"]);
	expect((await engine.followSubscriptions(id).waitUntil(() => true)).size).toBe(0);
	await engine.ask("connection.update", { id, draft: changed });
	expect(await vault.read(`connection/${id}/password`)).toBe("new");
	await engine.follow("program", {}).waitUntil((batches) => batches.at(-1)?.troubles.length === 0);
});

test("a vault that refuses leaves nothing half saved", async () => {
	await engine.close();
	const refusing: Vault = { ...createMemoryVault(), write: () => Promise.reject(new Error("keychain is locked")) };
	engine = await openTestEngine({ vault: refusing });
	const draft = createDraft(nowhere, { username: "u", secrets: { password: "p" } });
	expect(await refusal("connection.create", { draft } as never)).toMatchObject({ code: "secret-not-kept" });
	expect((await engine.followConnections().waitUntil(() => true)).size).toBe(0);
});

test("a removed connection takes its password, its subscriptions and its history with it", async () => {
	const { id } = await create({ username: "u", secrets: { password: "p" } });
	await engine.ask("subscription.add", { connectionId: id, drafts: [subscriptionOf("a")] });
	const list = engine.followConnections();
	const chat = engine.followConversation(id);
	await list.waitUntil((shown) => shown.size === 1);
	await engine.ask("connection.remove", { id });
	await list.waitUntil((shown) => shown.size === 0);
	expect(await vault.read(`connection/${id}/password`)).toBeNull();
	expect(await savedNames()).toEqual([]);
	expect(await refusal("connection.remove", { id } as never)).toMatchObject({
		code: "not-found",
		detail: { what: "connection" },
	});
	expect(engine.log.filter((line) => line.includes(" bug "))).toEqual([]);
	chat.close();
});

test("a filter is in the list once, and a call that repeats one adds nothing", async () => {
	const { id } = await create();
	const add = (...filters: string[]) => ({ connectionId: id, drafts: filters.map(subscriptionOf) });
	const { ids } = await engine.ask("subscription.add", add("a", "b"));
	expect(await refusal("subscription.add", add("c", "a") as never)).toMatchObject({
		code: "already-subscribed",
		detail: { filter: "a" },
	});
	expect(await refusal("subscription.add", add("d", "d") as never)).toMatchObject({
		code: "already-subscribed",
		detail: { filter: "d" },
	});
	const [first = "", second = ""] = ids;
	const update = (one: string, filter: string) => ({
		connectionId: id,
		id: one,
		draft: { ...subscriptionOf(filter), alias: "named" },
	});
	expect(await refusal("subscription.update", update(second, "a") as never)).toMatchObject({ code: "already-subscribed" });
	await engine.ask("subscription.update", update(second, "b/#"));
	expect(await refusal("subscription.update", update("gone", "x") as never)).toMatchObject({ code: "not-found" });
	const subscriptions = engine.followSubscriptions(id);
	await subscriptions.waitUntil((shown) => shown.size === 2);
	expect([...subscriptions.shown.values()].map(({ subscription }) => [subscription.filter, subscription.alias])).toEqual([
		["a", ""],
		["b/#", "named"],
	]);
	await engine.ask("subscription.remove", { connectionId: id, ids: [first, "gone already"] });
	await subscriptions.waitUntil((shown) => shown.size === 1);
	expect(await refusal("subscription.remove", { connectionId: id, ids: [first] } as never)).toMatchObject({ code: "not-found" });
});

test("ten thousand subscriptions are listed, and one that changes is sent alone", async () => {
	const { id } = await create();
	for (let part = 0; part < 10; part++) {
		const drafts = Array.from({ length: 1000 }, (_, index) => subscriptionOf(`part/${part}/${index}`));
		await engine.ask("subscription.add", { connectionId: id, drafts });
	}
	const batches = engine.follow("subscriptions", { connectionId: id });
	const count = () => batches.shown.reduce((sum, { entries }) => sum + entries.length, 0);
	await batches.waitUntil(() => count() === 10_000);
	const listed = batches.shown.length;
	const changed = batches.shown[0]?.order?.[5000] ?? "";
	await engine.ask("subscription.update", { connectionId: id, id: changed, draft: subscriptionOf("another") });
	await batches.waitUntil((shown) => shown.length === listed + 1);
	expect(batches.shown[listed]).toMatchObject({ reset: false, order: null });
	expect(batches.shown[listed]?.entries.map(({ subscription }) => subscription.filter)).toEqual(["another"]);
});

test("a password kept from before is not left without a user name on 3.1.1", async () => {
	const { id } = await create({ version: "3.1.1", username: "u", secrets: { password: "p" } });
	const draft = createDraft(nowhere, { version: "3.1.1", username: "" });
	expect(await refusal("connection.update", { id, draft } as never)).toMatchObject({
		code: "invalid-input",
		problems: [{ field: "draft.username", rule: "password-without-username" }],
	});
	await engine.ask("connection.update", { id, draft: { ...draft, secrets: { password: null } } });
	expect(await vault.read(`connection/${id}/password`)).toBeNull();
});

test("what is not there is not found, by name", async () => {
	const { id } = await create();
	const filter = { direction: "all", topicFilter: null, text: null, pinned: false } as const;
	expect(await refusal("message.read", { connectionId: id, seq: 99 } as never)).toMatchObject({
		code: "not-found",
		detail: { what: "message" },
	});
	expect(await engine.ask("message.find", { connectionId: id, filter, from: 1, towards: "newer" })).toBeNull();
	for (const [name, input] of [
		["connection.connect", { id: "x" }],
		["connection.disconnect", { id: "x" }],
		["connection.drop", { id: "x" }],
		["connection.clearHistory", { id: "x" }],
		["connection.markRead", { id: "x", seq: 1 }],
		["connection.setSecrets", { id: "x", secrets: { password: "p" } }],
		["connection.pinCertificate", { id: "x", fingerprint: null }],
		["message.read", { connectionId: "x", seq: 1 }],
		["message.readTopic", { connectionId: "x", topic: "t", before: 1, limit: 1 }],
	] as const) {
		expect(await refusal(name, input as never), name).toMatchObject({ code: "not-found", detail: { what: "connection" } });
	}
	for (const name of ["subscriptions", "conversation"] as const) {
		const place = { at: "end", limit: 10 } as const;
		const input = name === "subscriptions" ? { connectionId: "x" } : { connectionId: "x", filter, place };
		const feed = engine.follow(name, input as never);
		await expect.poll(() => feed.end?.code).toBe("not-found");
	}
});

test("offline, a QoS 0 message is refused and a QoS 1 message waits, also over a restart", async () => {
	const { id } = await create();
	const message = { connectionId: id, topic: "t", payload: new Uint8Array([1]), retain: false, properties: {} };
	expect(await refusal("message.publish", { ...message, qos: 0 } as never)).toMatchObject({ code: "offline-qos-0" });
	const { seq } = await engine.ask("message.publish", { ...message, qos: 1 });
	const isWaiting = (shown: ReturnType<TestEngine["followConversation"]>["shown"]) =>
		shown.some((row) => row.kind === "published" && row.seq === seq && row.delivery.state === "waiting");
	await engine.followConversation(id).waitUntil(isWaiting);
	const next = await engine.restart();
	await next.followConversation(id).waitUntil(isWaiting);
	await next.close();
});
