import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openProfiles } from "../../../../../electron/engine/profiles/open-profiles.ts";
import type { StoredConnection } from "../../../../../electron/engine/profiles/profiles.ts";
import { DEFAULT_PREFERENCES } from "../../../../../shared/model/preferences.ts";
import { SUBSCRIPTION_DEFAULTS } from "../../../../../shared/model/subscription.ts";
import { createStoredConnection } from "./create-stored-connection.ts";

const log = { write: () => {} };
let folder = "";
const folderPath = () => folder;
const path = () => join(folder, "profiles.json");
const setAside = async () => (await readdir(folder)).filter((name) => name.startsWith("profiles.damaged-"));

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "parley-profiles-"));
});
afterEach(async () => {
	await rm(folder, { recursive: true, force: true });
});

async function saveAll(connections: readonly StoredConnection[]): Promise<void> {
	const profiles = await openProfiles({ folder, log });
	for (const connection of connections) await profiles.saveConnection(connection);
	await profiles.close();
}

async function edit(change: (document: { version: unknown; connections: { profile: Record<string, unknown> }[] }) => void) {
	const document = JSON.parse(await readFile(path(), "utf8"));
	change(document);
	await writeFile(path(), JSON.stringify(document));
}

describe("what was saved", () => {
	test("is there after opening again, bytes of the will and the order of the list included", async () => {
		const will = {
			topic: "gone",
			payload: new Uint8Array([0, 255, 128, 7]),
			qos: 1,
			retain: true,
			delaySeconds: 3,
			payloadSyntax: "hex",
			properties: { correlationData: new Uint8Array([0, 255]), userProperties: [{ key: "a", value: "" }] },
		} as const;
		const subscription = {
			...SUBSCRIPTION_DEFAULTS,
			id: "s1",
			filter: "a/#",
			qos: 2,
			colour: "teal",
			alias: "everything",
		} as const;
		const first = createStoredConnection({ id: "b", name: "Second", will });
		const second = { ...createStoredConnection({ id: "a", name: "First" }), subscriptions: [subscription] };
		await saveAll([first, second]);
		const profiles = await openProfiles({ folder, log });
		expect(profiles.connections).toEqual([first, second]);
		expect(profiles.trouble).toBeNull();
	});

	test("is replaced in its place, removed, and the preferences with it", async () => {
		await saveAll([
			createStoredConnection({ id: "a" }),
			createStoredConnection({ id: "b" }),
			createStoredConnection({ id: "c" }),
		]);
		const profiles = await openProfiles({ folder, log });
		await profiles.saveConnection(createStoredConnection({ id: "b", name: "Renamed" }));
		await profiles.removeConnection("a");
		await profiles.savePreferences({ ...DEFAULT_PREFERENCES, theme: "dark", keepMessages: 500 });
		const again = await openProfiles({ folder, log });
		expect(again.connections.map(({ profile }) => [profile.id, profile.name])).toEqual([
			["b", "Renamed"],
			["c", "Connection c"],
		]);
		expect(again.preferences).toEqual({
			theme: "dark",
			contrast: "system",
			density: "comfortable",
			language: "system",
			keepMessages: 500,
		});
	});

	test("is on disk when the answer comes, with a thousand changes at once in a handful of writes", async () => {
		const profiles = await openProfiles({ folder, log });
		let writes = 0;
		profiles.onChange(() => writes++);
		const answers = await Promise.all(
			Array.from({ length: 1000 }, (_, index) => profiles.saveConnection(createStoredConnection({ id: `c${index}` }))),
		);
		expect(answers.every((answer) => answer.ok)).toBe(true);
		expect(JSON.parse(await readFile(path(), "utf8")).connections).toHaveLength(1000);
		expect(writes).toBeLessThan(5);
	});

	test("can be read by its owner alone", async () => {
		await saveAll([createStoredConnection({ id: "a" })]);
		expect((await stat(path())).mode & 0o777).toBe(0o600);
		expect(await readdir(folder)).toEqual(["profiles.json"]);
	});
});

describe("folders", () => {
	const inside = (id: string, folderId: string | null) => ({ id, folderId });
	const folder = (id: string, parentId: string | null, name = `Folder ${id}`) => ({ id, parentId, name });

	test("are there after opening again, empty ones too, with the order of what stands in them", async () => {
		await saveAll([createStoredConnection({ id: "a" }), createStoredConnection({ id: "b" })]);
		const profiles = await openProfiles({ folder: folderPath(), log });
		const folders = [folder("f", null), folder("g", "f"), folder("empty", null)];
		await profiles.saveArrangement({ folders, places: [inside("b", "g"), inside("a", null)] });
		await profiles.saveConnection({ ...createStoredConnection({ id: "c" }) }, { folderId: "g", afterId: "b" });
		await profiles.saveConnection(createStoredConnection({ id: "b", name: "Renamed in its place" }));
		const again = await openProfiles({ folder: folderPath(), log });
		expect(again.folders).toEqual(folders);
		expect(again.connections.map(({ profile, folderId }) => [profile.id, folderId])).toEqual([
			["b", "g"],
			["c", "g"],
			["a", null],
		]);
		expect(again.trouble).toBeNull();
	});

	test("go with everything that stands in them, however deep", async () => {
		await saveAll(["a", "b", "c"].map((id) => createStoredConnection({ id })));
		const profiles = await openProfiles({ folder: folderPath(), log });
		const folders = [folder("f", null), folder("g", "f"), folder("h", "g"), folder("other", null)];
		await profiles.saveArrangement({ folders, places: [inside("a", "h"), inside("b", "other")] });
		await profiles.removeFolder("f");
		expect(profiles.folders.map(({ id }) => id)).toEqual(["other"]);
		expect(profiles.connections.map(({ profile }) => profile.id)).toEqual(["b", "c"]);
	});

	test("that are damaged lose no connection: a circle is opened, a double name told apart, a missing folder is none", async () => {
		await saveAll(["a", "b", "c"].map((id) => createStoredConnection({ id })));
		await edit((document) => {
			const [first, second, third] = document.connections;
			Object.assign(first ?? {}, { folderId: "missing" });
			Object.assign(second ?? {}, { folderId: "circle-2" });
			Object.assign(third ?? {}, { folderId: "f" });
			Object.assign(document, {
				folders: [
					folder("circle-1", "circle-2"),
					folder("circle-2", "circle-1"),
					folder("f", null, "Same"),
					folder("g", null, "Same"),
					7,
				],
			});
		});
		const profiles = await openProfiles({ folder: folderPath(), log });
		expect(profiles.trouble?.code).toBe("profiles-partly-damaged");
		expect(profiles.folders).toEqual([
			folder("circle-1", null),
			folder("circle-2", "circle-1"),
			folder("f", null, "Same"),
			folder("g", null, "Same (2)"),
		]);
		expect(profiles.connections.map(({ folderId }) => folderId)).toEqual([null, "circle-2", "f"]);
	});
});

describe("a file that cannot be read", () => {
	test.each([
		["is empty", Buffer.alloc(0)],
		["was cut", Buffer.from('{"version":1,"connections":[{"prof')],
		["is no object", Buffer.from("[1,2,3]")],
		["has no version", Buffer.from('{"connections":[]}')],
		["has a version that is none", Buffer.from('{"version":"1","connections":[]}')],
		["has no connections", Buffer.from('{"version":1,"connections":{}}')],
		["has a byte that is no UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])],
		["is full of zeros", Buffer.alloc(4096)],
	])("because it %s is set aside unchanged, and Parley starts with none", async (_why, content) => {
		await writeFile(path(), content);
		const profiles = await openProfiles({ folder, log });
		expect(profiles.trouble?.code).toBe("profiles-set-aside");
		const [file = ""] = await setAside();
		expect(profiles.trouble?.detail?.["file"]).toBe(file);
		expect(await readFile(join(folder, file))).toEqual(content);
		expect(profiles.connections).toEqual([]);
		expect((await profiles.saveConnection(createStoredConnection({ id: "a" }))).ok).toBe(true);
		expect((await openProfiles({ folder, log })).connections).toHaveLength(1);
	});

	test("because it is a folder is set aside too", async () => {
		await mkdir(path());
		const profiles = await openProfiles({ folder, log });
		expect(profiles.trouble?.code).toBe("profiles-set-aside");
		expect((await profiles.saveConnection(createStoredConnection({ id: "a" }))).ok).toBe(true);
	});
});

describe("a file that is damaged in part", () => {
	test.each([
		["a port out of range", (profile: Record<string, unknown>) => Object.assign(profile, { port: 70_000 })],
		["a missing host", (profile: Record<string, unknown>) => delete profile["host"]],
		["a field nobody knows", (profile: Record<string, unknown>) => Object.assign(profile, { extra: 1 })],
		["a password in clear", (profile: Record<string, unknown>) => Object.assign(profile, { password: "secret" })],
		["a will that is no base64", (profile: Record<string, unknown>) => Object.assign(profile, { will: { payload: "%" } })],
		["another's id", (profile: Record<string, unknown>) => Object.assign(profile, { id: "a" })],
		["no id", (profile: Record<string, unknown>) => Object.assign(profile, { id: 7 })],
	])("by %s is copied, and the sound connections stay", async (_what, damage) => {
		await saveAll([
			createStoredConnection({ id: "a" }),
			createStoredConnection({ id: "b" }),
			createStoredConnection({ id: "c" }),
		]);
		await edit((document) => damage(document.connections[1]?.profile ?? {}));
		const before = await readFile(path());
		const profiles = await openProfiles({ folder, log });
		expect(profiles.connections.map(({ profile }) => profile.id)).toEqual(["a", "c"]);
		expect(profiles.trouble?.code).toBe("profiles-partly-damaged");
		const [file = ""] = await setAside();
		expect(profiles.trouble?.detail?.["file"]).toBe(file);
		expect(await readFile(join(folder, file))).toEqual(before);
	});

	test("by a subscription that is none names the connection it belongs to", async () => {
		await saveAll([createStoredConnection({ id: "a" })]);
		await edit((document) => Object.assign(document.connections[0] ?? {}, { subscriptions: [{ id: "s", filter: "a#" }] }));
		const profiles = await openProfiles({ folder, log });
		expect(profiles.trouble?.message).toContain("connection 1");
	});
});

test("a file of a newer Parley is never touched, and changes hold until the end of this run", async () => {
	await saveAll([createStoredConnection({ id: "a" })]);
	await edit((document) => Object.assign(document, { version: 99 }));
	const before = await readFile(path());
	const profiles = await openProfiles({ folder, log });
	expect(profiles.trouble).toMatchObject({ code: "profiles-newer", detail: { version: 99 } });
	expect((await profiles.saveConnection(createStoredConnection({ id: "b" }))).ok).toBe(true);
	expect(profiles.connections).toHaveLength(1);
	await profiles.close();
	expect(await readFile(path())).toEqual(before);
	expect(await readdir(folder)).toEqual(["profiles.json"]);
});

test("a write that fails says so and changes nothing, neither here nor on disk, and the next one heals it", async () => {
	const profiles = await openProfiles({ folder, log });
	await profiles.saveConnection(createStoredConnection({ id: "a" }));
	const before = await readFile(path());
	// A folder that is not empty cannot be replaced by the neighbour file, for any user, root included.
	await mkdir(join(`${path()}.new`, "in-the-way"), { recursive: true });
	const answer = await profiles.saveConnection(createStoredConnection({ id: "b" }));
	expect(answer).toMatchObject({ ok: false, failure: { code: "profiles-write-failed" } });
	expect(profiles.connections.map(({ profile }) => profile.id)).toEqual(["a"]);
	expect(profiles.trouble?.code).toBe("profiles-write-failed");
	expect(await readFile(path())).toEqual(before);
	await rm(`${path()}.new`, { recursive: true });
	expect((await profiles.saveConnection(createStoredConnection({ id: "b" }))).ok).toBe(true);
	expect(profiles.trouble).toBeNull();
});

test("what a killed write has left behind does not hinder the next", async () => {
	await saveAll([createStoredConnection({ id: "a" })]);
	await writeFile(`${path()}.new`, '{"version":1,"conn');
	await chmod(`${path()}.new`, 0o400);
	await saveAll([createStoredConnection({ id: "b" })]);
	expect((await openProfiles({ folder, log })).connections).toHaveLength(2);
	expect(existsSync(`${path()}.new`)).toBe(false);
});

test("with five hundred damages it opens each time: every connection is there, or trouble is told and the damaged file kept", async () => {
	const will = {
		topic: "w",
		payload: new Uint8Array([1, 2, 3]),
		qos: 1,
		retain: true,
		delaySeconds: 3,
		payloadSyntax: "text",
		properties: {},
	} as const;
	const subscriptions = [{ ...SUBSCRIPTION_DEFAULTS, id: "s1", filter: "a/#", qos: 2, colour: "teal", alias: "" }] as const;
	const connections = ["a", "b", "c"].map((id) => ({ ...createStoredConnection({ id, will }), subscriptions }));
	await saveAll(connections);
	const sound = await readFile(path());
	const random = createRandom(3);
	for (let round = 0; round < 500; round++) {
		const damaged = damage(sound, random);
		await writeFile(path(), damaged);
		const profiles = await openProfiles({ folder, log });
		if (profiles.trouble === null) {
			expect(profiles.connections).toHaveLength(3);
		} else if (profiles.trouble.code !== "profiles-newer") {
			expect(await readFile(join(folder, String(profiles.trouble.detail?.["file"])))).toEqual(damaged);
			expect((await profiles.saveConnection(createStoredConnection({ id: "new" }))).ok).toBe(true);
		}
		await profiles.close();
	}
});

function damage(content: Buffer, random: (below: number) => number): Buffer {
	const at = random(content.length);
	const damaged = Buffer.from(content);
	switch (random(4)) {
		case 0:
			return damaged.subarray(0, at);
		case 1:
			return Buffer.concat([damaged.subarray(0, at), damaged.subarray(at + 1 + random(50))]);
		case 2:
			return damaged.fill(0, at, Math.min(at + 512, content.length));
		default:
			damaged[at] = random(256);
			return damaged;
	}
}

/** The same numbers for the same seed: a linear congruential generator. */
function createRandom(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}
