import { expect, test } from "vitest";
import type { ConnectionChange, ConnectionList } from "../../../../../electron/engine/connection-list.ts";
import { createSystemClock } from "../../../../../electron/engine/create-system-clock.ts";
import { openSubscriptionsFeed } from "../../../../../electron/engine/feed/open-subscriptions-feed.ts";
import type { SubscriptionEntry, SubscriptionsBatch } from "../../../../../shared/contract/subscription.ts";
import { SUBSCRIPTION_DEFAULTS } from "../../../../../shared/model/subscription.ts";

const entryOf = (index: number): SubscriptionEntry => ({
	subscription: { ...SUBSCRIPTION_DEFAULTS, id: `s${index}`, filter: `f/${index}`, qos: 0 },
	status: { kind: "pending" },
	received: 0,
	lastAt: null,
	rate: 0,
});

function open(count: number) {
	let entries: readonly SubscriptionEntry[] = Array.from({ length: count }, (_, index) => entryOf(index));
	const listeners = new Set<(change: ConnectionChange) => void>();
	const list = {
		find: (id: string) => (id === "c" ? { session: { entries } } : undefined),
		onChange(listener: (change: ConnectionChange) => void) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	} as unknown as ConnectionList;
	const batches: SubscriptionsBatch[] = [];
	const opened = openSubscriptionsFeed(list, "c", createSystemClock(), { wake: () => queueMicrotask(take) });
	function take() {
		const batch = opened.ok ? (opened.value.take() as SubscriptionsBatch | null) : null;
		if (batch !== null) batches.push(batch);
	}
	return {
		batches,
		list,
		close: () => opened.ok && opened.value.close(),
		change(next: (before: readonly SubscriptionEntry[]) => readonly SubscriptionEntry[]) {
			entries = next(entries);
			for (const listener of listeners) listener({ id: "c", what: "subscriptions" });
		},
	};
}

test("10,000 entries are told in steps that a page takes between two frames, the order first", async () => {
	const { batches, close } = open(10_000);
	await expect.poll(() => batches.length).toBe(20);
	expect(batches[0]?.order).toHaveLength(10_000);
	expect(batches.slice(1).every(({ reset, order }) => !reset && order === null)).toBe(true);
	expect(batches.flatMap(({ entries }) => entries.map(({ subscription }) => subscription.id))).toEqual(batches[0]?.order);
	close();
});

test("of 10,000 entries only those that moved are sent after that", async () => {
	const { batches, change, close } = open(10_000);
	await expect.poll(() => batches.length).toBe(20);
	batches.length = 1;
	change((before) => before.with(77, { ...entryOf(77), status: { kind: "granted", qos: 1, resumed: false } }));
	await expect.poll(() => batches.length).toBe(2);
	expect(batches[1]).toMatchObject({ reset: false, order: null });
	expect(batches[1]?.entries.map(({ subscription }) => subscription.id)).toEqual(["s77"]);
	change((before) => before.slice(1));
	await expect.poll(() => batches.length).toBe(3);
	expect(batches[2]?.entries).toEqual([]);
	expect(batches[2]?.order).toHaveLength(9999);
	close();
});

test("counts that move all the time are sent at most four times a second, what the broker granted at the next step", async () => {
	const { batches, change, close } = open(10);
	await expect.poll(() => batches.length).toBe(1);
	const startedAt = performance.now();
	let received = 0;
	while (performance.now() - startedAt < 1000) {
		received++;
		change((before) =>
			before.with(3, {
				...entryOf(3),
				subscription: before[3]?.subscription ?? entryOf(3).subscription,
				received,
				status: before[3]?.status ?? { kind: "pending" },
			}),
		);
		await new Promise((resolve) => setImmediate(resolve));
	}
	expect(batches.length - 1).toBeLessThanOrEqual(5);
	expect(batches.length - 1).toBeGreaterThanOrEqual(2);
	const count = batches.length;
	change((before) => before.with(5, { ...entryOf(5), status: { kind: "requested" } }));
	await expect.poll(() => batches.length, { interval: 5, timeout: 200 }).toBeGreaterThan(count);
	close();
});

test("a connection that is not there is not found", () => {
	const { list, close } = open(1);
	expect(openSubscriptionsFeed(list, "gone", createSystemClock(), { wake: () => {} })).toMatchObject({
		ok: false,
		failure: { code: "not-found" },
	});
	close();
});
