/** Saved messages on disk: kept over a restart, and taken in from a file whole or not at all. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { SavedMessage } from "../../../shared/model/saved-message.ts";
import type { WrittenMessage } from "../../../shared/model/written-message.ts";
import { openTestEngine, type TestEngine } from "../../support/open-test-engine.ts";

let engine: TestEngine;

beforeEach(async () => {
	engine = await openTestEngine();
});
afterEach(() => engine.close());

const MESSAGE: WrittenMessage = {
	topic: "plant/{{clientId}}",
	format: "file",
	payload: "",
	file: { name: "a.bin", base64: "AP8=" },
	qos: 2,
	retain: true,
	resolvesVariables: true,
	properties: {
		payloadFormat: "bytes",
		messageExpiry: "60",
		topicAlias: "",
		contentType: "text/plain",
		responseTopic: "r",
		correlation: "00",
		correlationSyntax: "hex",
		userProperties: [
			{ key: "k", value: "1" },
			{ key: "k", value: "2" },
		],
	},
};

function readSaved(): Promise<readonly SavedMessage[]> {
	return new Promise((resolve) => {
		const feed = engine.link.openFeed(
			"savedMessages",
			{},
			{
				onBatch(batch) {
					resolve(batch.messages);
					feed.close();
				},
				onEnd: () => {},
			},
		);
	});
}

const place = { name: "Start", folder: "plant/a", connectionId: null } as const;

test("a message comes back as it was written, after a restart too; saved over it keeps its place", async () => {
	const { id } = await engine.ask("savedMessage.save", { id: null, ...place, message: MESSAGE });
	const other = await engine.ask("savedMessage.save", { id: null, ...place, name: "Stop", message: MESSAGE });
	await engine.ask("savedMessage.save", { id, ...place, name: "Begin", message: { ...MESSAGE, qos: 0 } });
	engine = await engine.restart();
	expect(await readSaved()).toEqual([
		{ ...place, id, name: "Begin", message: { ...MESSAGE, qos: 0 } },
		{ ...place, id: other.id, name: "Stop", message: MESSAGE },
	]);
	await engine.ask("savedMessage.remove", { id });
	expect((await readSaved()).map(({ name }) => name)).toEqual(["Stop"]);
});

test("a file is taken in whole", async () => {
	const carried = [
		{ name: "One", folder: "", message: MESSAGE },
		{ name: "Two", folder: "f", message: { ...MESSAGE, format: "text", payload: "x", file: null } },
	];
	const text = JSON.stringify({ format: "parley-saved-messages", version: 1, messages: carried });
	expect(await engine.ask("savedMessage.import", { text })).toEqual({ added: 2 });
	expect(await readSaved()).toMatchObject(carried.map((each) => ({ ...each, connectionId: null })));
});

test.each([
	["no JSON at all", "{", "saved-messages-unreadable"],
	["another program's file", '{"format":"other","version":1,"messages":[]}', "saved-messages-unreadable"],
	["a newer file", '{"format":"parley-saved-messages","version":2}', "saved-messages-newer"],
	[
		"one bad message among good ones",
		JSON.stringify({
			format: "parley-saved-messages",
			version: 1,
			messages: [
				{ name: "Good", folder: "", message: MESSAGE },
				{ name: "Bad", folder: "", message: { ...MESSAGE, topic: "a/#" } },
			],
		}),
		"saved-messages-unreadable",
	],
])("%s adds nothing, and says why", async (_what, text, code) => {
	await engine.ask("savedMessage.save", { id: null, ...place, message: MESSAGE });
	const refused = await engine.link.request("savedMessage.import", { text });
	expect(refused.ok ? "taken" : refused.failure.code).toBe(code);
	expect(await readSaved()).toHaveLength(1);
});
