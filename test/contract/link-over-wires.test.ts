/** What the two sides of a link promise each other, over every kind of wire. */
import { afterEach, describe, expect, test } from "vitest";
import { createLink, type LinkOptions } from "../../shared/link/create-link.ts";
import type { FeedSource } from "../../shared/link/feed-source.ts";
import type { Link } from "../../shared/link/link.ts";
import { type LinkDispatch, serveLink } from "../../shared/link/serve-link.ts";
import type { Frame, LinkFailure, Outcome } from "../../shared/link/wire.ts";
import { WIRE_KINDS, type WireKind, type WirePair } from "./wire-pairs.ts";

const OPTIONS: LinkOptions = { version: "1", describe: (trouble) => createFailure(trouble.code) };

function createFailure(code: string): LinkFailure {
	return { code, message: "What happened.", hint: "What to do." };
}

/** An answering side of which a test names what matters to it. */
function createDispatch(part: Partial<LinkDispatch> = {}): LinkDispatch {
	return {
		version: "1",
		request: (_name, input) => ({ ok: true, value: input }),
		openFeed: () => ({ ok: false, failure: createFailure("unknown-command") }),
		onBug: () => createFailure("internal-error"),
		...part,
	};
}

const disposals: (() => void)[] = [];
afterEach(() => {
	for (const dispose of disposals.splice(0)) dispose();
});

async function openPair(kind: WireKind): Promise<WirePair> {
	const pair = await kind.open();
	disposals.push(() => pair.dispose());
	return pair;
}

async function openLink(kind: WireKind, part: Partial<LinkDispatch> = {}): Promise<{ link: Link; pair: WirePair }> {
	const pair = await openPair(kind);
	const link = createLink(OPTIONS);
	disposals.push(() => link.close());
	serveLink(pair.engine, createDispatch(part));
	link.attach(pair.page);
	return { link, pair };
}

function untilState(link: Link, kind: Link["state"]["kind"]): Promise<void> {
	return new Promise((resolve) => {
		if (link.state.kind === kind) resolve();
		link.onState((state) => {
			if (state.kind === kind) resolve();
		});
	});
}

/** A feed whose batches a test takes one by one. */
function listen(link: Link, input: unknown = null) {
	const batches: unknown[] = [];
	const waiting: ((batch: unknown) => void)[] = [];
	const ended = Promise.withResolvers<LinkFailure>();
	const feed = link.openFeed("numbers", input, {
		onBatch: (batch) => {
			const next = waiting.shift();
			if (next === undefined) batches.push(batch);
			else next(batch);
		},
		onEnd: ended.resolve,
	});
	const next = () => {
		if (batches.length > 0) return Promise.resolve(batches.shift());
		return new Promise<unknown>((resolve) => waiting.push(resolve));
	};
	return { feed, next, ended: ended.promise, batches };
}

/** A source that counts up at each `grow` and folds what was not taken yet into one batch. */
function createCounter() {
	let wake = () => {};
	let from = 0;
	let to = 0;
	let takes = 0;
	let closed = 0;
	const source: FeedSource<unknown> = {
		take: () => {
			takes += 1;
			if (from === to) return null;
			const batch = { from, to };
			from = to;
			return batch;
		},
		close: () => {
			closed += 1;
		},
	};
	return {
		open: (_name: string, _input: unknown, wakeUp: () => void): Outcome<FeedSource<unknown>> => {
			wake = wakeUp;
			return { ok: true, value: source };
		},
		grow: () => {
			to += 1;
			wake();
		},
		get takes() {
			return takes;
		},
		get closed() {
			return closed;
		},
	};
}

describe.each(WIRE_KINDS)("over $name", (kind) => {
	test("answers arrive each at its own request, in the order in which they were given", async () => {
		const order: number[] = [];
		const { link } = await openLink(kind);
		const inputs = Array.from({ length: 500 }, (_, index) => index);
		const outcomes = await Promise.all(
			inputs.map(async (input) => {
				const outcome = await link.request("echo", input);
				order.push(input);
				return outcome.ok ? outcome.value : null;
			}),
		);
		expect(outcomes).toEqual(inputs);
		expect(order).toEqual(inputs);
	});

	test("a slow answer does not hold up a quick one", async () => {
		const slow = Promise.withResolvers<Outcome<unknown>>();
		const { link } = await openLink(kind, {
			request: (name) => (name === "slow" ? slow.promise : { ok: true, value: "quick" }),
		});
		const first = link.request("slow", null);
		expect(await link.request("quick", null)).toEqual({ ok: true, value: "quick" });
		slow.resolve({ ok: true, value: "slow" });
		expect(await first).toEqual({ ok: true, value: "slow" });
	});

	test("expected trouble arrives as data", async () => {
		const failure = { ...createFailure("refused"), detail: { host: "example" } };
		const { link } = await openLink(kind, { request: () => ({ ok: false, failure }) });
		expect(await link.request("connect", null)).toEqual({ ok: false, failure });
	});

	test("a thrown error is noted down once and answers internal-error, and the link goes on", async () => {
		const bugs: unknown[] = [];
		const { link } = await openLink(kind, {
			request: (name) => {
				if (name === "bug") throw new Error("broken");
				return { ok: true, value: null };
			},
			onBug: (error, name) => {
				bugs.push([name, String(error)]);
				return createFailure("internal-error");
			},
		});
		expect(await link.request("bug", null)).toMatchObject({ ok: false, failure: { code: "internal-error" } });
		expect(bugs).toEqual([["bug", "Error: broken"]]);
		expect(await link.request("fine", null)).toMatchObject({ ok: true });
	});

	test("an answer that no wire can carry is a bug of the answering side, and the link goes on", async () => {
		const { link } = await openLink(kind, { request: (name) => ({ ok: true, value: name === "bug" ? () => {} : 1 }) });
		expect(await link.request("bug", null)).toMatchObject({ ok: false, failure: { code: "internal-error" } });
		expect(await link.request("fine", null)).toEqual({ ok: true, value: 1 });
	});

	test("an aborted request answers at once, and the other side is told by its signal", async () => {
		const begun = Promise.withResolvers<void>();
		const aborted = Promise.withResolvers<void>();
		const { link } = await openLink(kind, {
			request: (_name, _input, signal) => {
				signal.addEventListener("abort", () => aborted.resolve());
				begun.resolve();
				return new Promise(() => {});
			},
		});
		const controller = new AbortController();
		const outcome = link.request("slow", null, controller.signal);
		await begun.promise;
		controller.abort();
		expect(await outcome).toMatchObject({ ok: false, failure: { code: "aborted" } });
		await aborted.promise;
	});

	test("a request that is aborted before a wire is there is never sent", async () => {
		const names: string[] = [];
		const link = createLink(OPTIONS);
		const controller = new AbortController();
		const outcome = link.request("withdrawn", null, controller.signal);
		controller.abort();
		expect(await outcome).toMatchObject({ ok: false, failure: { code: "aborted" } });
		const pair = await openPair(kind);
		serveLink(pair.engine, createDispatch({ request: (name) => ({ ok: true, value: names.push(name) }) }));
		link.attach(pair.page);
		await link.request("wanted", null);
		expect(names).toEqual(["wanted"]);
	});

	test("a wire that ends in mid-call answers link-closed, and tells the handler", async () => {
		const begun = Promise.withResolvers<void>();
		const aborted = Promise.withResolvers<void>();
		const { link, pair } = await openLink(kind, {
			request: (_name, _input, signal) => {
				signal.addEventListener("abort", () => aborted.resolve());
				begun.resolve();
				return new Promise(() => {});
			},
		});
		const outcome = link.request("slow", null);
		await begun.promise;
		pair.engine.close();
		expect(await outcome).toMatchObject({ ok: false, failure: { code: "link-closed" } });
		await aborted.promise;
		expect(link.state).toEqual({ kind: "closed" });
		expect(await link.request("later", null)).toMatchObject({ ok: false, failure: { code: "link-closed" } });
	});

	test("a request that was under way is not sent again on the next wire", async () => {
		const names: string[] = [];
		const { link } = await openLink(kind, { request: () => new Promise(() => {}) });
		await untilState(link, "open");
		const outcome = link.request("once", null);
		const pair = await openPair(kind);
		serveLink(pair.engine, createDispatch({ request: (name) => ({ ok: true, value: names.push(name) }) }));
		link.attach(pair.page);
		expect(await outcome).toMatchObject({ ok: false, failure: { code: "link-closed" } });
		await link.request("later", null);
		expect(names).toEqual(["later"]);
	});

	test("without credit no batch is taken, and what happened in between is folded into the next", async () => {
		const counter = createCounter();
		const { link } = await openLink(kind, { openFeed: counter.open });
		const { feed, next, batches } = listen(link);
		await untilState(link, "open");
		await link.request("feed is open", null);
		counter.grow();
		expect(await next()).toEqual({ from: 0, to: 1 });
		for (let count = 0; count < 1000; count += 1) counter.grow();
		await link.request("everything before this has arrived", null);
		expect(batches).toEqual([]);
		expect(counter.takes).toBe(1);
		feed.pay();
		expect(await next()).toEqual({ from: 1, to: 1001 });
	});

	test("paying twice for one batch lets only one more come", async () => {
		const counter = createCounter();
		const { link } = await openLink(kind, { openFeed: counter.open });
		const { feed, next, batches } = listen(link);
		await link.request("feed is open", null);
		counter.grow();
		await next();
		feed.pay();
		feed.pay();
		await link.request("credit has arrived", null);
		counter.grow();
		await next();
		counter.grow();
		await link.request("everything before this has arrived", null);
		expect(batches).toEqual([]);
	});

	test("a source is never asked again before it has answered", async () => {
		let underWay = 0;
		let most = 0;
		let wake = () => {};
		const source: FeedSource<unknown> = {
			take: async () => {
				underWay += 1;
				most = Math.max(most, underWay);
				wake();
				await new Promise((resolve) => setImmediate(resolve));
				underWay -= 1;
				return "batch";
			},
			close: () => {},
		};
		const { link } = await openLink(kind, {
			openFeed: (_name, _input, wakeUp) => {
				wake = wakeUp;
				wakeUp();
				return { ok: true, value: source };
			},
		});
		const { feed, next } = listen(link);
		for (let count = 0; count < 5; count += 1) {
			expect(await next()).toBe("batch");
			feed.pay();
		}
		expect(most).toBe(1);
	});

	test("a feed that is left closes its source once and hears nothing more", async () => {
		const counter = createCounter();
		const { link, pair } = await openLink(kind, { openFeed: counter.open });
		const { feed, batches } = listen(link);
		await link.request("feed is open", null);
		feed.close();
		feed.close();
		await link.request("the leave has arrived", null);
		counter.grow();
		await link.request("a batch would have arrived", null);
		expect(batches).toEqual([]);
		pair.engine.close();
		await untilState(link, "closed");
		expect(counter.closed).toBe(1);
	});

	test("a feed that cannot be opened ends with the reason", async () => {
		const { link } = await openLink(kind);
		expect(await listen(link).ended).toMatchObject({ code: "unknown-command" });
	});

	test("a feed whose source throws ends with internal-error, and its source is closed", async () => {
		let closed = 0;
		const { link } = await openLink(kind, {
			openFeed: (_name, _input, wake) => {
				wake();
				const take = () => {
					throw new Error("broken");
				};
				return { ok: true, value: { take, close: () => (closed += 1) } };
			},
		});
		expect(await listen(link).ended).toMatchObject({ code: "internal-error" });
		expect(closed).toBe(1);
	});

	test("open feeds are asked for again on the next wire, and credit begins anew", async () => {
		const first = createCounter();
		const { link, pair } = await openLink(kind, { openFeed: first.open });
		const { feed, next, batches } = listen(link, { topic: "a" });
		await link.request("feed is open", null);
		first.grow();
		await next();
		pair.engine.close();
		await untilState(link, "closed");
		expect(first.closed).toBe(1);

		const inputs: unknown[] = [];
		const second = createCounter();
		const nextPair = await openPair(kind);
		serveLink(
			nextPair.engine,
			createDispatch({
				openFeed: (name, input, wake) => {
					inputs.push(input);
					return second.open(name, input, wake);
				},
			}),
		);
		link.attach(nextPair.page);
		await link.request("feed is open again", null);
		expect(inputs).toEqual([{ topic: "a" }]);
		// The earlier wire's batch is painted only now; that must not count for this one.
		feed.pay();
		second.grow();
		expect(await next()).toEqual({ from: 0, to: 1 });
		second.grow();
		await link.request("everything before this has arrived", null);
		expect(batches).toEqual([]);
	});

	test("a page of another version is told so, and nothing that it asks is carried out", async () => {
		const names: string[] = [];
		const pair = await openPair(kind);
		serveLink(pair.engine, createDispatch({ version: "2", request: (name) => ({ ok: true, value: names.push(name) }) }));
		const link = createLink(OPTIONS);
		const outcome = link.request("anything", null);
		const { ended } = listen(link);
		link.attach(pair.page);
		expect(await outcome).toMatchObject({ ok: false, failure: { code: "stale-page" } });
		expect(await ended).toMatchObject({ code: "stale-page" });
		expect(link.state).toEqual({ kind: "stale", own: "1", other: "2" });
		expect(names).toEqual([]);
	});

	test("frames that come before the hello are not carried out", async () => {
		const names: string[] = [];
		const pair = await openPair(kind);
		serveLink(pair.engine, createDispatch({ request: (name) => ({ ok: true, value: names.push(name) }) }));
		pair.page.send({ type: "request", id: 1, name: "too early", input: null });
		const link = createLink(OPTIONS);
		link.attach(pair.page);
		await link.request("in time", null);
		expect(names).toEqual(["in time"]);
	});

	test("8 MB of bytes go both ways unchanged", async () => {
		const bytes = Uint8Array.from({ length: 8 * 1024 * 1024 }, (_, index) => (index * 31) % 251);
		const { link } = await openLink(kind);
		const outcome = await link.request("echo", { bytes });
		if (!outcome.ok) throw new Error(outcome.failure.code);
		const { bytes: echoed } = outcome.value as { bytes: Uint8Array };
		expect(Object.getPrototypeOf(echoed)).toBe(Uint8Array.prototype);
		expect(Buffer.compare(echoed, bytes)).toBe(0);
	});

	test("every kind of plain value arrives as it was", async () => {
		const value = {
			texts: ["", "\0", "温度", "\u{1F321}"],
			numbers: [0, -1, 0.5, 255, 65_536, 2 ** 32, Number.MAX_SAFE_INTEGER, 1_763_640_000_000.123],
			others: [null, true, false, [], {}],
			bytes: [new Uint8Array(0), new Uint8Array([0, 255])],
		};
		const { link } = await openLink(kind);
		expect(await link.request("echo", value)).toEqual({ ok: true, value });
	});

	test("an absent member does not arrive as null", async () => {
		const { link } = await openLink(kind);
		expect(await link.request("echo", { absent: undefined })).toEqual({ ok: true, value: {} });
	});

	test.each([
		["an unknown type", { type: "launch", id: 1 }],
		["no type", {}],
		["a number", 7],
		["null", null],
		["an array", [{ type: "hello", version: "1" }]],
		["an id that is no number", { type: "request", id: "1", name: "a", input: null }],
		["a fractional id", { type: "abort", id: 1.5 }],
		["a negative credit", { type: "credit", id: 1, amount: -1 }],
		["an endless credit", { type: "feed", id: 1, name: "a", input: null, credit: Number.POSITIVE_INFINITY }],
		["a name without an end", { type: "request", id: 1, name: "x".repeat(100_000), input: null }],
		["an outcome that is none", { type: "reply", id: 1, outcome: { ok: "yes" } }],
		["a failure without words", { type: "end", id: 1, failure: { code: 1 } }],
	])("a frame with %s ends the wire and nothing else", async (_what, frame) => {
		const { link, pair } = await openLink(kind);
		await link.request("first", null);
		pair.page.send(frame as unknown as Frame);
		await untilState(link, "closed");
	});

	test.each<[string, Frame]>([
		["an answer", { type: "reply", id: 1, outcome: { ok: true, value: null } }],
		["a batch", { type: "batch", id: 1, batch: null }],
		["an end", { type: "end", id: 1, failure: createFailure("aborted") }],
		["a second hello", { type: "hello", version: "1" }],
	])("%s from the side that asks ends the wire", async (_what, frame) => {
		const { link, pair } = await openLink(kind);
		await link.request("first", null);
		pair.page.send(frame);
		await untilState(link, "closed");
	});

	test.each<[string, Frame]>([
		["a request", { type: "request", id: 1, name: "a", input: null }],
		["a credit", { type: "credit", id: 1, amount: 1 }],
	])("%s from the side that answers ends the wire", async (_what, frame) => {
		const { link, pair } = await openLink(kind);
		await link.request("first", null);
		pair.engine.send(frame);
		await untilState(link, "closed");
	});

	test.each<[string, Frame]>([
		["an abort", { type: "abort", id: 99 }],
		["a credit", { type: "credit", id: 99, amount: 1 }],
		["a leave", { type: "leave", id: 99 }],
	])("%s for what is not there any more is no trouble", async (_what, frame) => {
		const { link, pair } = await openLink(kind);
		pair.page.send(frame);
		expect(await link.request("after it", null)).toMatchObject({ ok: true });
	});
});
