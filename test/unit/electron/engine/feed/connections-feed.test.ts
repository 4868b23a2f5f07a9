/** How much is told, and how often: the feed on a list whose connections move as the test says. */
import { afterEach, expect, test } from "vitest";
import type { ConnectionChange, ConnectionList, LiveConnection } from "../../../../../electron/engine/connection-list.ts";
import { openConnectionsFeed } from "../../../../../electron/engine/feed/open-connections-feed.ts";
import type { ConnectionsBatch } from "../../../../../shared/contract/connection.ts";
import { createStoredConnection } from "../profiles/create-stored-connection.ts";

function createMovingList(count: number) {
	const listeners = new Set<(change: ConnectionChange) => void>();
	let reads = 0;
	const create = (id: string): LiveConnection => ({
		...createStoredConnection({ id }),
		get conversation() {
			reads++;
			return { activity: { unread: reads } } as never;
		},
		session: { state: { kind: "idle" } } as never,
	});
	const connections = new Map(Array.from({ length: count }, (_, index) => [`c${index}`, create(`c${index}`)]));
	const list = {
		get all() {
			return connections.values();
		},
		folders: [],
		get ids() {
			return [...connections.keys()];
		},
		find: (id: string) => connections.get(id),
		onChange(listener: (change: ConnectionChange) => void) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	} as unknown as ConnectionList;
	return {
		list,
		connections,
		readCount: () => reads,
		isWatched: () => listeners.size > 0,
		move: (id: string, what: Exclude<ConnectionChange["what"], "arrangement">) => {
			for (const listener of listeners) listener({ id, what });
		},
	};
}

/** Takes whenever it is woken, as a page that pays at once. */
function follow(list: ConnectionList) {
	const batches: { readonly at: number; readonly batch: ConnectionsBatch }[] = [];
	const feed = openConnectionsFeed(list, { wake: () => queueMicrotask(take) });
	function take() {
		const batch = feed.take() as ConnectionsBatch | null;
		if (batch !== null) batches.push({ at: performance.now(), batch });
	}
	closers.push(() => feed.close());
	return { batches, feed };
}

const closers: (() => void)[] = [];
afterEach(() => {
	for (const close of closers.splice(0)) close();
});

test("the first batch is whole, in the list's order, and nothing follows while nothing moves", async () => {
	const { list } = createMovingList(3);
	const { batches, feed } = follow(list);
	await expect.poll(() => batches.length).toBe(1);
	expect(batches[0]?.batch).toMatchObject({ reset: true, order: ["c0", "c1", "c2"] });
	expect(batches[0]?.batch.profiles).toHaveLength(3);
	expect(batches[0]?.batch.states).toHaveLength(3);
	expect(batches[0]?.batch.activities).toHaveLength(3);
	expect(feed.take()).toBeNull();
});

test("a connection that moves 10,000 times in a second is told about ten times, and read only then", async () => {
	const moving = createMovingList(200);
	const { batches } = follow(moving.list);
	await expect.poll(() => batches.length).toBe(1);
	const readBefore = moving.readCount();
	const startedAt = performance.now();
	await new Promise<void>((resolve) => {
		const step = () => {
			for (let count = 0; count < 100; count++) moving.move("c7", "activity");
			if (performance.now() - startedAt > 1000) resolve();
			else setImmediate(step);
		};
		step();
	});
	const told = batches.slice(1);
	expect(told.length).toBeGreaterThanOrEqual(5);
	expect(told.length).toBeLessThanOrEqual(12);
	for (const { batch } of told) expect(batch.activities.map(({ id }) => id)).toEqual(["c7"]);
	expect(moving.readCount() - readBefore).toBe(told.length);
});

test("of a thousand that move at once all are told, in steps that a page takes between two frames", async () => {
	const moving = createMovingList(1000);
	const { batches } = follow(moving.list);
	await expect.poll(() => batches.length).toBe(4);
	expect(batches[0]?.batch.profiles).toHaveLength(1000);
	batches.length = 0;
	for (let index = 0; index < 1000; index++) moving.move(`c${index}`, "activity");
	await expect.poll(() => batches.length).toBe(4);
	const told = batches.flatMap(({ batch }) => batch.activities.map(({ id }) => id));
	expect(told).toHaveLength(1000);
	expect(new Set(told).size).toBe(1000);
});

test("a state is told at once, and does not take a busy activity with it before its time", async () => {
	const moving = createMovingList(5);
	const { batches } = follow(moving.list);
	await expect.poll(() => batches.length).toBe(1);
	moving.move("c1", "activity");
	await expect.poll(() => batches.length).toBe(2);
	moving.move("c1", "activity");
	moving.move("c2", "state");
	const movedAt = performance.now();
	await expect.poll(() => batches.length, { interval: 1 }).toBe(3);
	expect((batches[2]?.at ?? Number.POSITIVE_INFINITY) - movedAt).toBeLessThan(80);
	expect(batches[2]?.batch).toMatchObject({ reset: false, order: null, profiles: [], states: [{ id: "c2" }], activities: [] });
	await expect.poll(() => batches.length).toBe(4);
	expect(batches[3]?.batch.activities.map(({ id }) => id)).toEqual(["c1"]);
});

test("one that came is told with all it has, one that went by the order alone", async () => {
	const moving = createMovingList(2);
	const { batches } = follow(moving.list);
	await expect.poll(() => batches.length).toBe(1);
	moving.connections.delete("c0");
	moving.move("c0", "list");
	await expect.poll(() => batches.length).toBe(2);
	expect(batches[1]?.batch).toEqual({
		reset: false,
		order: ["c1"],
		folders: null,
		places: [],
		profiles: [],
		states: [],
		activities: [],
	});
	moving.connections.set("new", createMovingList(1).connections.get("c0") as LiveConnection);
	moving.move("new", "list");
	await expect.poll(() => batches.length).toBe(3);
	expect(batches[2]?.batch).toMatchObject({ order: ["c1", "new"], states: [{ id: "new" }], activities: [{ id: "new" }] });
});

test("a closed feed listens no more", () => {
	const moving = createMovingList(1);
	const { feed } = follow(moving.list);
	feed.close();
	expect(moving.isWatched()).toBe(false);
});
