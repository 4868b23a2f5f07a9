import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { NO_FILTER } from "../../../shared/model/conversation.ts";
import { createTestFolder, received, type TestFolder, waitUntilStored } from "./open-test-history.ts";

let folder: TestFolder;
let file: string;
beforeEach(() => {
	folder = createTestFolder();
	file = join(folder.folder, "history.sqlite");
});
afterEach(() => folder.end());

const END = { filter: NO_FILTER, place: { at: "end", limit: 500 } } as const;

async function fill(count: number): Promise<void> {
	const history = await folder.open();
	const conversation = history.openConversation("one");
	for (let index = 0; index < count; index++) conversation.append(received(`t/${index % 10}`, `message ${index}`));
	await history.close();
}

const setAside = () => readdirSync(folder.folder).filter((name) => name.startsWith("history-set-aside-"));
const digest = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

const DAMAGES: Readonly<Record<string, (path: string) => void>> = {
	"random bytes": (path) =>
		writeFileSync(
			path,
			Uint8Array.from({ length: 20_000 }, (_, index) => (index * 7919 + 13) % 251),
		),
	"a file that was cut in the middle": (path) => truncateSync(path, Math.floor(statSync(path).size / 2 / 4096) * 4096),
	"a file that was cut within a page": (path) => truncateSync(path, 5000),
	"an empty file": (path) => truncateSync(path, 0),
	"a text": (path) => writeFileSync(path, "this is not a database at all\n".repeat(300)),
	"a damaged header": (path) => {
		const bytes = readFileSync(path);
		bytes.fill(0xff, 16, 60);
		writeFileSync(path, bytes);
	},
	"another program's database": (path) => {
		writeFileSync(path, "");
		const other = new DatabaseSync(path);
		other.exec("CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1); PRAGMA user_version = 1");
		other.close();
	},
};

for (const [name, damage] of Object.entries(DAMAGES)) {
	test(`${name}: set aside unchanged, said, and a new history begun`, async () => {
		await fill(5000);
		damage(file);
		const before = digest(file);
		const history = await folder.open();
		expect(history.troubles).toMatchObject([{ code: "history-set-aside" }]);
		const aside = setAside();
		expect(aside).toContain(history.troubles[0]?.detail?.["file"]);
		expect(digest(join(folder.folder, String(history.troubles[0]?.detail?.["file"])))).toBe(before);
		const conversation = history.openConversation("one");
		expect(conversation.append(received("t", "new"))).toBe(1);
		await waitUntilStored(conversation, 1);
		await history.close();
		const again = await folder.open();
		expect(again.troubles).toEqual([]);
		expect((await again.openConversation("one").readWindow(END)).rows).toHaveLength(1);
	});
}

test("damage that shows only while in use: the file is set aside, seqs go on, and what comes is kept", async () => {
	await fill(60_000);
	// Every page in the middle of the file: the ends, which are looked at when it is opened, stay sound.
	const bytes = readFileSync(file);
	bytes.fill(0xa5, 40 * 4096, bytes.length - 400 * 4096);
	writeFileSync(file, bytes);
	const history = await folder.open();
	expect(history.troubles).toEqual([]);
	const conversation = history.openConversation("one");
	expect(conversation.storedSeq).toBe(60_000);
	const told = new Promise<void>((resolve) => history.onTroubles(resolve));
	const counted = conversation.countMatches({ ...NO_FILTER, text: "message" }, 60_000, () => {}, new AbortController().signal);
	const seq = conversation.append(received("t", "during"));
	expect(seq).toBe(60_001);
	await told;
	expect(history.troubles).toMatchObject([{ code: "history-set-aside" }]);
	// The question is answered from what there is now.
	expect(await counted).toBeLessThanOrEqual(1);
	const last = conversation.append(received("t", "after"));
	await waitUntilStored(conversation, last);
	const { rows } = await conversation.readWindow(END);
	expect(rows.at(-1)).toMatchObject({ seq: 60_002, topic: "t" });
	await history.close();
	const again = await folder.open();
	expect(again.openConversation("one").storedSeq).toBe(60_002);
});

test("a file that a newer Parley wrote is not touched; messages go on being kept for this run", async () => {
	await fill(100);
	const newer = new DatabaseSync(file);
	newer.exec("PRAGMA user_version = 99");
	newer.close();
	const before = digest(file);
	const history = await folder.open();
	expect(history.troubles).toMatchObject([{ code: "history-newer", detail: { version: 99 } }]);
	const conversation = history.openConversation("one");
	expect(conversation.append(received("t", "x"))).toBe(1);
	await waitUntilStored(conversation, 1);
	expect((await conversation.readWindow(END)).rows).toHaveLength(1);
	await history.close();
	expect(digest(file)).toBe(before);
	expect(setAside()).toEqual([]);
});

test("a newer file whose log was never copied into it keeps its log as well", async () => {
	await fill(100);
	const newer = new DatabaseSync(file);
	newer.exec("PRAGMA wal_autocheckpoint = 0; PRAGMA user_version = 99; UPDATE run SET batch = 7");
	const copy = new Map(["", "-wal"].map((suffix) => [suffix, readFileSync(file + suffix)]));
	newer.close();
	for (const [suffix, bytes] of copy) writeFileSync(file + suffix, bytes);
	const history = await folder.open();
	expect(history.troubles).toMatchObject([{ code: "history-newer" }]);
	await history.close();
	for (const [suffix, bytes] of copy) expect(readFileSync(file + suffix).equals(bytes)).toBe(true);
});

test("40 seeded damages: it always starts, and always takes messages", async () => {
	await fill(3000);
	const sound = readFileSync(file);
	let seed = 12_345;
	const random = (below: number) => {
		seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
		return seed % below;
	};
	for (let round = 0; round < 40; round++) {
		const bytes = Buffer.from(sound);
		for (let hit = 0; hit <= random(4); hit++) {
			const start = random(3) === 0 ? random(8192) : random(bytes.length);
			const length = 1 + random(300);
			for (let index = start; index < Math.min(bytes.length, start + length); index++) bytes[index] = random(256);
		}
		const cut = random(5) === 0 ? random(bytes.length) : bytes.length;
		for (const suffix of ["-wal", "-shm"]) if (existsSync(file + suffix)) truncateSync(file + suffix, 0);
		writeFileSync(file, bytes.subarray(0, cut));
		const history = await folder.open();
		const conversation = history.openConversation("one");
		const seq = conversation.append(received("t", `round ${round}`));
		await waitUntilStored(conversation, seq);
		expect(await conversation.readMessage(seq), `round ${round}`).toMatchObject({ topic: "t" });
		await conversation.readWindow(END);
		await history.close();
	}
}, 120_000);
