/**
 * Every command with inputs that no honest page sends: sound ones, broken in one place by a seeded generator, and plain nonsense. Each
 * is answered with a Failure, nothing is thrown, and the engine goes on.
 */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CommandName, commands } from "../../../shared/contract/contract.ts";
import { SUBSCRIPTION_DEFAULTS } from "../../../shared/model/subscription.ts";
import { createDraft, openTestEngine, type TestEngine } from "../../support/open-test-engine.ts";

const INPUTS_EACH = 200;

let engine: TestEngine;
let connectionId = "";
let savedBefore = "";

const subscription = { ...SUBSCRIPTION_DEFAULTS, filter: "a/#", qos: 1 };
const filter = { direction: "all", topicFilter: null, text: null, pinned: false };
const selection = [{ from: 1, to: 2, filter }];

/** A sound input for each command, as the ground to break. */
const sound = (): Readonly<Record<CommandName, unknown>> => {
	const will = {
		...{ topic: "w", payload: new Uint8Array([1]), qos: 1, retain: false, delaySeconds: 0 },
		payloadSyntax: "text",
		properties: {},
	};
	const draft = createDraft({ port: 1 }, { name: "Another", username: "u", secrets: { password: "p" }, will: will as never });
	const one = { id: connectionId };
	const written = {
		topic: "t",
		format: "text",
		payload: "p",
		file: null,
		qos: 1,
		retain: false,
		resolvesVariables: false,
		properties: {
			payloadFormat: "unset",
			messageExpiry: "",
			topicAlias: "",
			contentType: "",
			responseTopic: "",
			correlation: "",
			correlationSyntax: "text",
			userProperties: [],
		},
	};
	const { payload: _payload, file: _file, ...typed } = written;
	const publish = { topic: "t", payload: new Uint8Array([1]), qos: 1, retain: false, properties: { contentType: "x" } };
	return {
		"connection.create": { draft },
		"connection.update": { id: connectionId, draft },
		"connection.duplicate": one,
		"connection.move": { id: connectionId, folderId: null, beforeId: null },
		"connection.disconnectWithWill": one,
		"folder.create": { parentId: "f", name: "Folder" },
		"folder.rename": { id: "f", name: "Folder" },
		"folder.move": { id: "f", parentId: null, beforeId: null },
		"folder.remove": { id: "f" },
		"connection.remove": one,
		"connection.setSecrets": { id: connectionId, secrets: { password: "p" } },
		"connection.pinCertificate": { id: connectionId, fingerprint: null },
		"certificate.read": { content: new Uint8Array([1]) },
		"connection.connect": one,
		"connection.disconnect": one,
		"connection.drop": one,
		"connection.clearHistory": one,
		"connection.markRead": { id: connectionId, seq: 1 },
		"subscription.add": { connectionId, drafts: [subscription] },
		"subscription.update": { connectionId, id: "s", draft: subscription },
		"subscription.remove": { connectionId, ids: ["s"] },
		"message.publish": { connectionId, ...publish },
		"message.read": { connectionId, seq: 1 },
		"message.readTopic": { connectionId, topic: "t", before: 1, limit: 1 },
		"message.find": { connectionId, filter, from: 1, towards: "older" },
		"draft.keep": { connectionId, writer: "w", basedOn: 0, draft: { ...typed, text: "p", hex: "", base64: "" } },
		"message.preview": { connectionId, order: { ...publish, variables: "text" } },
		"repeat.start": { connectionId, order: publish, intervalMs: 1000, count: 1 },
		"request.send": { connectionId, ...publish },
		"request.awaitAnswer": { connectionId, seq: 1 },
		"savedMessage.save": { id: null, name: "n", folder: "f", connectionId: null, message: written },
		"savedMessage.remove": { id: "s" },
		"savedMessage.import": { text: "{}" },
		"repeat.stop": { connectionId, id: "r" },
		"repeat.dismiss": { connectionId, id: "r" },
		"queue.withdraw": { connectionId, seqs: [1] },
		"selection.count": { connectionId, selection },
		"selection.read": { connectionId, selection, after: 0 },
		"selection.remove": { connectionId, selection, after: 0 },
		"selection.setPinned": { connectionId, selection, after: 0, pinned: true },
		"preferences.update": {
			preferences: { theme: "dark", contrast: "system", density: "compact", language: "en", keepMessages: 1000 },
		},
		"broker.start": {},
		"broker.stop": {},
	};
};

/** None of these is allowed anywhere in any input. */
const NONSENSE: readonly unknown[] = [
	undefined,
	Number.NaN,
	Number.POSITIVE_INFINITY,
	-1,
	1.5,
	1e300,
	123n,
	"\0",
	"\ud800",
	"x".repeat(70_000),
	[[]],
	{ foreign: 1 },
	{ ["__proto__"]: { polluted: true } },
	new Map(),
	new Date(0),
	[new Uint8Array(3)],
];

type Path = readonly (string | number)[];

function listPaths(value: unknown, path: Path = []): readonly Path[] {
	if (typeof value !== "object" || value === null || value instanceof Uint8Array) return [path];
	const inner = Array.isArray(value) ? value.map((one, index) => [index, one] as const) : Object.entries(value);
	return [path, ...inner.flatMap(([key, one]) => listPaths(one, [...path, key]))];
}

function replaceAt(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
	if (key === undefined) return by;
	if (Array.isArray(value)) return value.map((one, index) => (index === key ? replaceAt(one, rest, by) : one));
	const record = value as Record<string, unknown>;
	return { ...record, [key]: replaceAt(record[key], rest, by) };
}

function* breakInput(input: unknown): Generator<unknown> {
	for (const member of ["extra", "constructor", "id2"]) yield { ...(input as object), [member]: 1 };
	for (const nonsense of [null, "text", 7, [], true, ...NONSENSE]) yield nonsense;
	const paths = listPaths(input).filter(({ length }) => length > 0);
	for (let round = 0; ; round++) {
		if (paths.length === 0) {
			yield { [`member${round}`]: NONSENSE[round % NONSENSE.length] };
			continue;
		}
		// A prime number of steps, so that paths and nonsense meet in ever new pairs.
		const path = paths[(round * 7) % paths.length] ?? [];
		yield replaceAt(input, path, NONSENSE[(round * 11 + Math.floor(round / paths.length)) % NONSENSE.length]);
	}
}

beforeAll(async () => {
	engine = await openTestEngine();
	({ id: connectionId } = await engine.ask("connection.create", { draft: createDraft({ port: 1 }, { name: "Stays" }) }));
	savedBefore = await readFile(join(engine.folder, "profiles.json"), "utf8");
});
afterAll(() => engine.close());

describe.each(Object.keys(commands) as CommandName[])("%s", (name) => {
	test(`refuses ${INPUTS_EACH} malformed inputs, does nothing, and lives on`, async () => {
		let asked = 0;
		for (const input of breakInput(sound()[name])) {
			if (asked === INPUTS_EACH) break;
			// Some breaks leave it sound: an optional member that is absent, or a free text that may hold anything.
			if (commands[name].input.safeParse(input).success) continue;
			asked++;
			const answer = await engine.link.request(name, input as never).catch((error: unknown) => error);
			expect(answer, `${name} ${String(asked)}`).toMatchObject({ ok: false, failure: { code: "invalid-input" } });
		}
		expect(await readFile(join(engine.folder, "profiles.json"), "utf8")).toBe(savedBefore);
		expect(engine.log.filter((line) => line.includes(" bug "))).toEqual([]);
		expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
	});
});

test("the sound inputs, that the malformed ones are made of, are let in", async () => {
	for (const [name, input] of Object.entries(sound())) {
		expect(commands[name as CommandName].input.safeParse(input).success, name).toBe(true);
	}
});
