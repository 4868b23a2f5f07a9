/**
 * One connection's subscriptions as a feed. The session says only that something moved; what did is found by comparing with what was
 * sent, which for 10,000 entries takes well under a millisecond, at most twenty times a second. What is true at the broker goes out
 * at the next step; mere counts wait, so that a busy connection does not repaint its list all the time.
 */
import type { Result } from "../../../shared/contract/spec.ts";
import type { SubscriptionEntry, SubscriptionsBatch } from "../../../shared/contract/subscription.ts";
import type { FeedContext, FeedSource } from "../../../shared/link/feed-source.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import type { ConnectionList } from "../connection-list.ts";
import type { Clock } from "../ports.ts";
import { createPacer } from "./create-pacer.ts";

const STEP_INTERVAL_MS = 50;
const COUNT_INTERVAL_MS = 250;
/** More in one step would keep the page from its next frame; the rest follows in the next ones, in the list's order. */
const MOST_ENTRIES = 500;
const RATE_REACH_MS = 7000;

export function openSubscriptionsFeed(
	list: ConnectionList,
	connectionId: string,
	clock: Clock,
	{ wake }: FeedContext,
): Result<FeedSource<SubscriptionsBatch>> {
	if (list.find(connectionId) === undefined) {
		return { ok: false, failure: createFailure("not-found", { what: "connection" }) };
	}
	const sent = new Map<string, SubscriptionEntry>();
	let sentOrder: readonly string[] | null = null;
	let isCountDue = true;
	const stepPacer = createPacer(STEP_INTERVAL_MS, wake);
	const countPacer = createPacer(COUNT_INTERVAL_MS, () => {
		isCountDue = true;
		wake();
	});
	const stop = list.onChange(({ id, what }) => {
		if (id !== connectionId || what === "activity" || what === "profile" || what === "outgoing") return;
		stepPacer.mark();
		countPacer.mark();
	});
	wake();

	const take = (): SubscriptionsBatch | null => {
		const entries = list.find(connectionId)?.session.entries ?? [];
		const order = entries.map(({ subscription }) => subscription.id);
		const isReset = sentOrder === null;
		const isReordered = sentOrder === null || !isSameOrder(sentOrder, order);
		const due = entries.filter((entry) => hasMoved(sent.get(entry.subscription.id), entry, isCountDue));
		const moved = due.slice(0, MOST_ENTRIES);
		if (isReordered) {
			const standing = new Set(order);
			for (const id of sent.keys()) if (!standing.has(id)) sent.delete(id);
		}
		for (const entry of moved) sent.set(entry.subscription.id, entry);
		sentOrder = order;
		// A rate falls while nothing comes: somebody has to look.
		if (entries.some(({ rate, lastAt }) => rate > 0 || isRecent(lastAt, clock.now()))) countPacer.mark();
		if (due.length > moved.length) wake();
		else isCountDue = false;
		if (!isReordered && moved.length === 0) return null;
		return { reset: isReset, order: isReordered ? order : null, entries: moved };
	};

	return {
		ok: true,
		value: {
			take,
			close() {
				stop();
				stepPacer.close();
				countPacer.close();
			},
		},
	};
}

function hasMoved(before: SubscriptionEntry | undefined, now: SubscriptionEntry, isCountDue: boolean): boolean {
	if (before === undefined) return true;
	if (before.subscription !== now.subscription || before.status !== now.status) return true;
	return isCountDue && (before.received !== now.received || before.lastAt !== now.lastAt || before.rate !== now.rate);
}

/** Within what a rate looks back on. */
function isRecent(lastAt: number | null, now: number): boolean {
	return lastAt !== null && now - lastAt < RATE_REACH_MS;
}

function isSameOrder(before: readonly string[], now: readonly string[]): boolean {
	return before.length === now.length && before.every((id, index) => id === now[index]);
}
