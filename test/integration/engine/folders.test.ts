/** Folders and what stands in them, by the commands of the contract. */

import { afterEach, beforeEach, expect, test } from "vitest";
import type { Vault } from "../../../electron/engine/ports.ts";
import { createMemoryVault } from "../../../electron/web/memory-vault.ts";
import type { CommandInput, CommandName } from "../../../shared/contract/contract.ts";
import { SUBSCRIPTION_DEFAULTS } from "../../../shared/model/subscription.ts";
import { createDraft, openTestEngine, type TestEngine } from "../../support/open-test-engine.ts";

let engine: TestEngine;
let vault: Vault;
const nowhere = { port: 1 };
const create = async (name: string, folderId: string | null = null) =>
	(await engine.ask("connection.create", { draft: createDraft(nowhere, { name }), folderId })).id;
const createFolder = async (name: string, parentId: string | null = null) =>
	(await engine.ask("folder.create", { parentId, name })).id;
const answer = async <Name extends CommandName>(name: Name, input: CommandInput<Name>) => {
	const result = await engine.link.request(name, input);
	return result.ok ? "accepted" : result.failure.code;
};

/** The list as a page has it: of each folder its name and, in their order, the names in it. */
async function readTree(of: TestEngine = engine): Promise<unknown> {
	const feed = of.follow("connections", {});
	const [batch] = await feed.waitUntil((batches) => batches.length > 0);
	feed.close();
	const names = new Map(batch?.profiles.map(({ id, name }) => [id, name]));
	const places = new Map(batch?.places.map(({ id, folderId }) => [id, folderId]));
	const read = (within: string | null): unknown => [
		...(batch?.folders ?? []).filter(({ parentId }) => parentId === within).map(({ id, name }) => ({ [name]: read(id) })),
		...(batch?.order ?? []).filter((id) => (places.get(id) ?? null) === within).map((id) => names.get(id)),
	];
	return read(null);
}

beforeEach(async () => {
	vault = createMemoryVault();
	engine = await openTestEngine({ vault });
});
afterEach(() => engine.close());

test("folders stand in folders, are renamed, ordered and moved, and all of it is there after a restart", async () => {
	const hall = await createFolder("Hall");
	const line = await createFolder("Line", hall);
	await createFolder("Empty");
	const first = await create("First", line);
	const second = await create("Second", line);
	const third = await create("Third");
	await engine.ask("connection.move", { id: third, folderId: line, beforeId: second });
	await engine.ask("connection.move", { id: first, folderId: line, beforeId: null });
	await engine.ask("folder.rename", { id: line, name: "Line 1" });
	expect(await readTree()).toEqual([{ Hall: [{ "Line 1": ["Third", "Second", "First"] }] }, { Empty: [] }]);
	await engine.ask("folder.move", { id: line, parentId: null, beforeId: hall });
	const moved = [{ "Line 1": ["Third", "Second", "First"] }, { Hall: [] }, { Empty: [] }];
	expect(await readTree()).toEqual(moved);
	engine = await engine.restart();
	expect(await readTree()).toEqual(moved);
});

test("a name is taken once in a folder and free in every other one", async () => {
	const folder = await createFolder("Folder");
	const own = await create("Same");
	await create("Same", folder);
	expect(await answer("connection.create", { draft: createDraft(nowhere, { name: " Same" }), folderId: folder })).toBe(
		"name-taken",
	);
	expect(await answer("connection.move", { id: own, folderId: folder, beforeId: null })).toBe("name-taken");
	expect(await answer("connection.update", { id: own, draft: createDraft(nowhere, { name: "Same" }), folderId: folder })).toBe(
		"name-taken",
	);
	expect(await answer("folder.create", { parentId: null, name: "Folder " })).toBe("folder-name-taken");
	const inner = await createFolder("Folder", folder);
	expect(await answer("folder.move", { id: inner, parentId: null, beforeId: null })).toBe("folder-name-taken");
	expect(await readTree()).toEqual([{ Folder: [{ Folder: [] }, "Same"] }, "Same"]);
});

test("a folder goes neither into itself nor to where nothing is", async () => {
	const outer = await createFolder("Outer");
	const inner = await createFolder("Inner", outer);
	expect(await answer("folder.move", { id: outer, parentId: inner, beforeId: null })).toBe("folder-into-itself");
	expect(await answer("folder.move", { id: outer, parentId: outer, beforeId: null })).toBe("folder-into-itself");
	expect(await answer("folder.move", { id: inner, parentId: "gone", beforeId: null })).toBe("not-found");
	expect(await answer("connection.move", { id: await create("One"), folderId: "gone", beforeId: null })).toBe("not-found");
	expect(await answer("folder.rename", { id: inner, name: "  " })).toBe("invalid-input");
});

test("a folder that is deleted takes along what stands in it, passwords too", async () => {
	const outer = await createFolder("Outer");
	const inner = await createFolder("Inner", outer);
	const draft = createDraft(nowhere, { name: "Deep", username: "u", secrets: { password: "secret" } });
	const { id } = await engine.ask("connection.create", { draft, folderId: inner });
	await create("Outside");
	expect(await vault.read(`connection/${id}/password`)).toBe("secret");
	await engine.ask("folder.remove", { id: outer });
	expect(await readTree()).toEqual(["Outside"]);
	expect(await vault.read(`connection/${id}/password`)).toBeNull();
	expect(await answer("folder.remove", { id: outer })).toBe("not-found");
});

test("a copy stands behind its original, with its subscriptions and password, and a client id and a name of its own", async () => {
	const folder = await createFolder("Folder");
	const draft = createDraft(nowhere, { name: "Sensor", clientId: "sensor-1", username: "u", secrets: { password: "secret" } });
	const { id } = await engine.ask("connection.create", { draft, folderId: folder });
	await create("Next", folder);
	const subscription = { ...SUBSCRIPTION_DEFAULTS, filter: "a/#", qos: 1, colour: "teal", alias: "All" } as const;
	await engine.ask("subscription.add", { connectionId: id, drafts: [subscription] });
	const copy = await engine.ask("connection.duplicate", { id });
	await engine.ask("connection.duplicate", { id: copy.id });
	expect(await readTree()).toEqual([{ Folder: ["Sensor", "Sensor (2)", "Sensor (3)", "Next"] }]);
	expect(copy.clientIdChanged).toBe(true);
	expect(await vault.read(`connection/${copy.id}/password`)).toBe("secret");
	const shown = await engine.followConnections().waitUntil((list) => list.size === 4);
	const { clientId, username, secrets } = shown.get(copy.id)?.profile ?? {};
	expect({ username, secrets }).toEqual({ username: "u", secrets: ["password"] });
	expect(clientId).toMatch(/^parley_[0-9a-z]{8}$/);
	const entries = await engine.followSubscriptions(copy.id).waitUntil((list) => list.size === 1);
	expect([...entries.values()][0]?.subscription).toMatchObject(subscription);
	const unnamed = await engine.ask("connection.create", { draft: createDraft(nowhere, { name: "Unnamed", clientId: "" }) });
	expect(await engine.ask("connection.duplicate", { id: unnamed.id })).toMatchObject({ clientIdChanged: false });
});

test("the feed tells of a move what moved, and nothing else", async () => {
	const folder = await createFolder("Folder");
	const one = await create("One");
	const two = await create("Two");
	const feed = engine.follow("connections", {});
	await feed.waitUntil((batches) => batches.length === 1);
	await engine.ask("connection.move", { id: one, folderId: folder, beforeId: null });
	const batches = await feed.waitUntil((seen) => seen.length === 2);
	expect(batches[1]).toEqual({
		reset: false,
		order: [two, one],
		folders: null,
		places: [{ id: one, folderId: folder }],
		profiles: [],
		states: [],
		activities: [],
	});
});
