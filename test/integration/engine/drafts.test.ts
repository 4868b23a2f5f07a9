/** What stands in the composers: kept in memory, told to other pages, and never on disk. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { MOST_DRAFT_BYTES, MOST_DRAFTS_BYTES, type WrittenDraft } from "../../../shared/model/written-draft.ts";
import { createDraft, openTestEngine, type TestEngine } from "../../support/open-test-engine.ts";

let engine: TestEngine;
let connectionId: string;

beforeEach(async () => {
	engine = await openTestEngine();
	connectionId = await createConnection("First");
});
afterEach(() => engine.close());

const WRITTEN: WrittenDraft = {
	topic: "plant/hall",
	format: "hex",
	text: "a payload like no other",
	hex: "00 ff",
	base64: "AP8=",
	qos: 1,
	retain: true,
	resolvesVariables: true,
	properties: {
		payloadFormat: "unset",
		messageExpiry: "soon",
		topicAlias: "",
		contentType: "text/plain",
		responseTopic: "",
		correlation: "",
		correlationSyntax: "text",
		userProperties: [{ key: "k", value: "v" }],
	},
};

async function createConnection(name: string): Promise<string> {
	return (await engine.ask("connection.create", { draft: createDraft({ port: 1 }, { name }) })).id;
}

const keep = (draft: WrittenDraft, writer = "one", basedOn = 0, id = connectionId) =>
	engine.ask("draft.keep", { connectionId: id, writer, basedOn, draft });
const refusal = async (draft: WrittenDraft, id = connectionId) => {
	const answer = await engine.link.request("draft.keep", { connectionId: id, writer: "one", basedOn: 0, draft });
	return answer.ok ? "kept" : answer.failure;
};
const follow = (writer: string, id = connectionId) => engine.follow("draft", { connectionId: id, writer });

test("a draft comes back whole to whoever opens it next, and to nobody else's connection", async () => {
	expect(await follow("one").waitUntil((batches) => batches.length === 1)).toEqual([{ draft: null, revision: 0 }]);
	await keep(WRITTEN);
	expect(await follow("two").waitUntil((batches) => batches.length === 1)).toEqual([{ draft: WRITTEN, revision: 1 }]);
	const other = await createConnection("Other");
	expect(await follow("two", other).waitUntil((batches) => batches.length === 1)).toEqual([{ draft: null, revision: 0 }]);
});

test("others hear what one writes, and the writer does not hear it back", async () => {
	const own = follow("one");
	const others = follow("two");
	await others.waitUntil((batches) => batches.length === 1);
	await keep(WRITTEN, "one", 0);
	await others.waitUntil((batches) => batches.at(-1)?.draft?.topic === "plant/hall");
	const first = await keep({ ...WRITTEN, topic: "mine" }, "one", 0);
	await keep({ ...WRITTEN, topic: "theirs" }, "two", first?.revision ?? 0);
	const heard = await own.waitUntil((batches) => batches.at(-1)?.draft?.topic === "theirs");
	expect(heard.map(({ draft }) => draft?.topic)).toEqual([undefined, "theirs"]);
});

test("who has not seen the last draft does not replace it", async () => {
	await keep(WRITTEN, "one", 0);
	expect(await keep({ ...WRITTEN, topic: "blind" }, "two", 0)).toBeNull();
	const batches = await follow("three").waitUntil((shown) => shown.length === 1);
	expect(batches[0]?.draft?.topic).toBe("plant/hall");
});

test("a draft that is too large is refused with its size, and the one before stays", async () => {
	await keep(WRITTEN);
	const large = { ...WRITTEN, text: "é".repeat(MOST_DRAFT_BYTES / 2) };
	expect(await refusal(large)).toMatchObject({ code: "draft-too-large", detail: { most: MOST_DRAFT_BYTES } });
	const batches = await follow("two").waitUntil((shown) => shown.length === 1);
	expect(batches[0]?.draft?.text).toBe(WRITTEN.text);
});

test("all drafts together have a limit, and a connection that goes makes room", async () => {
	const nearly = { ...WRITTEN, text: "x".repeat(MOST_DRAFT_BYTES - 100) };
	const ids: string[] = [];
	for (let index = 0; index < MOST_DRAFTS_BYTES / MOST_DRAFT_BYTES; index++) {
		const id = await createConnection(`Number ${index}`);
		ids.push(id);
		await keep(nearly, "one", 0, id);
	}
	const last = { ...WRITTEN, text: "x".repeat(MOST_DRAFT_BYTES - 1000) };
	expect(await refusal(last)).toMatchObject({ code: "drafts-too-large", detail: { most: MOST_DRAFTS_BYTES } });
	await engine.ask("connection.remove", { id: ids[0] ?? "" });
	expect(await refusal(last)).toBe("kept");
});

test("a draft goes with its connection, and with the engine", async () => {
	await keep(WRITTEN);
	await engine.ask("connection.remove", { id: connectionId });
	expect(await refusal(WRITTEN)).toMatchObject({ code: "not-found" });
	connectionId = await createConnection("Second");
	await keep(WRITTEN);
	const { folder } = engine;
	engine = await engine.restart();
	expect(await follow("one").waitUntil((batches) => batches.length === 1)).toEqual([{ draft: null, revision: 0 }]);
	expect(engine.folder).toBe(folder);
});

test("nothing of a draft is in the data folder or in the log", async () => {
	await keep(WRITTEN);
	const { folder, log } = engine;
	engine = await engine.restart();
	const names = await readdir(folder, { recursive: true, withFileTypes: true });
	const contents = await Promise.all(
		names.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name), "latin1")),
	);
	const all = [...contents, ...log].join("\n");
	expect(contents.length).toBeGreaterThan(0);
	expect(all).toContain("First");
	for (const part of ["a payload like no other", "plant/hall"]) expect(all).not.toContain(part);
});
