/** The gate: names and inputs as a page that wishes ill would send them. */
import { describe, expect, test } from "vitest";
import {
	type CommandName,
	commands,
	type FeedName,
	type FeedOpeners,
	feeds,
	type Handlers,
} from "../../shared/contract/contract.ts";
import { ENGINE_LINK_OPTIONS, openEngineLink } from "../../shared/contract/open-engine-link.ts";
import { serveContract } from "../../shared/contract/serve-contract.ts";
import { createLink } from "../../shared/link/create-link.ts";
import { createMemoryWires } from "../../shared/link/create-memory-wires.ts";
import { createFailure } from "../../shared/model/create-failure.ts";

function openContract(handlers: Partial<Handlers> = {}) {
	const reached: string[] = [];
	const bugs: string[] = [];
	const reach = (name: string) => () => {
		reached.push(name);
		return { ok: false as const, failure: createFailure("not-found", { what: "connection" }) };
	};
	const all = {
		...Object.fromEntries(Object.keys(commands).map((name) => [name, reach(name)])),
		...handlers,
	} as unknown as Handlers;
	const openers = Object.fromEntries(Object.keys(feeds).map((name) => [name, reach(name)])) as unknown as FeedOpeners;
	const onBug = (error: unknown, name: string) => {
		bugs.push(`${name}: ${String(error)}`);
		return `id-${bugs.length}`;
	};
	const [page, engine] = createMemoryWires();
	serveContract(engine, { handlers: all, feeds: openers, onBug });
	const link = createLink(ENGINE_LINK_OPTIONS);
	link.attach(page);
	return { link, engineLink: openEngineLink(link), reached, bugs };
}

const FOREIGN_NAMES = [
	"__proto__",
	"constructor",
	"toString",
	"hasOwnProperty",
	"valueOf",
	"",
	"connection",
	"connection.create ",
];

test.each(FOREIGN_NAMES)("a command named “%s” is unknown", async (name) => {
	const { link, bugs } = openContract();
	expect(await link.request(name, {})).toMatchObject({ ok: false, failure: { code: "unknown-command", detail: { name } } });
	expect(bugs).toEqual([]);
});

test.each(FOREIGN_NAMES)("a feed named “%s” is unknown", async (name) => {
	const { link, bugs } = openContract();
	const ended = Promise.withResolvers<unknown>();
	link.openFeed(name, {}, { onBatch: () => {}, onEnd: ended.resolve });
	expect(await ended.promise).toMatchObject({ code: "unknown-command" });
	expect(bugs).toEqual([]);
});

const MALFORMED: readonly (readonly [string, unknown])[] = [
	["nothing", undefined],
	["null", null],
	["a number", Number.NaN],
	["a text", "id"],
	["bytes", new Uint8Array(4)],
	["an array", []],
	["a foreign member", { foreign: 1 }],
	["members of a wrong shape", { id: 1, connectionId: {}, draft: [], drafts: {}, ids: "a", seq: -1, preferences: null }],
	["a deep nest", Array.from({ length: 80 }).reduce<unknown>((inside) => ({ draft: inside }), {})],
];

describe.each(Object.keys(commands) as CommandName[])("the command %s", (name) => {
	test.each(MALFORMED)("refuses %s without reaching its handler", async (_what, input) => {
		const { link, reached, bugs } = openContract();
		expect(await link.request(name, input)).toMatchObject({ ok: false, failure: { code: "invalid-input" } });
		expect(reached).toEqual([]);
		expect(bugs).toEqual([]);
	});
});

describe.each(Object.keys(feeds) as FeedName[])("the feed %s", (name) => {
	test.each(MALFORMED)("refuses %s without reaching its opener", async (_what, input) => {
		const { link, reached } = openContract();
		const ended = Promise.withResolvers<unknown>();
		link.openFeed(name, input, { onBatch: () => {}, onEnd: ended.resolve });
		expect(await ended.promise).toMatchObject({ code: "invalid-input" });
		expect(reached).toEqual([]);
	});
});

test("an input that the schema passes reaches its handler", async () => {
	const { engineLink, reached } = openContract();
	const outcome = await engineLink.request("connection.connect", { id: "a" });
	expect(outcome).toMatchObject({ ok: false, failure: { code: "not-found" } });
	expect(reached).toEqual(["connection.connect"]);
});

test("what a handler throws is shown with the id that was noted down, and nothing of the error crosses the border", async () => {
	const { engineLink, bugs } = openContract({
		"connection.connect": () => {
			throw new Error("a secret detail");
		},
	});
	const outcome = await engineLink.request("connection.connect", { id: "a" });
	expect(outcome).toMatchObject({ ok: false, failure: { code: "internal-error", detail: { id: "id-1" } } });
	expect(JSON.stringify(outcome)).not.toContain("secret");
	expect(bugs).toEqual(["connection.connect: Error: a secret detail"]);
});

test("the link's own trouble speaks the product's words", async () => {
	const { engineLink } = openContract();
	engineLink.close();
	expect(await engineLink.request("broker.stop", {})).toEqual({ ok: false, failure: createFailure("link-closed") });
});
