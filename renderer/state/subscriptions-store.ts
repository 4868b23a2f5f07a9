import { createStore } from "zustand/vanilla";
import type { SubscriptionEntry, SubscriptionsBatch } from "../../shared/contract/subscription.ts";
import type { MutedFilters } from "../../shared/model/conversation.ts";
import type { Subscription } from "../../shared/model/subscription.ts";
import { readMatchedFilter } from "../../shared/topic/check-topic.ts";

export interface SubscriptionList {
	readonly order: readonly string[];
	readonly entries: ReadonlyMap<string, SubscriptionEntry>;
	/**
	 * The subscriptions in their order, without what moves all the time: the same array as long as none of them is another. While a long
	 * list is still being told, it is what was known before.
	 */
	readonly subscriptions: readonly Subscription[];
}

/** The lists of the connections whose feed is open; in the page that is the one that is looked at. */
export interface SubscriptionsState {
	readonly lists: ReadonlyMap<string, SubscriptionList>;
}

const EMPTY_LIST: SubscriptionList = { order: [], entries: new Map(), subscriptions: [] };

export function createSubscriptionsStore() {
	return createStore<SubscriptionsState>(() => ({ lists: new Map() }));
}

export function applySubscriptionsBatch(
	state: SubscriptionsState,
	connectionId: string,
	batch: SubscriptionsBatch,
): SubscriptionsState {
	const before = selectSubscriptionList(state, connectionId);
	const base = batch.reset ? EMPTY_LIST : before;
	const order = batch.order ?? base.order;
	const entries = new Map(base.entries);
	for (const entry of batch.entries) entries.set(entry.subscription.id, entry);
	if (batch.order !== null) {
		const kept = new Set(order);
		for (const id of [...entries.keys()]) if (!kept.has(id)) entries.delete(id);
	}
	const isSame = batch.order === null && batch.entries.every((entry) => isSameSubscription(base, entry.subscription));
	const isWhole = entries.size === order.length;
	const subscriptions = isSame || !isWhole ? before.subscriptions : order.flatMap((id) => entries.get(id)?.subscription ?? []);
	return { lists: new Map(state.lists).set(connectionId, { order, entries, subscriptions }) };
}

function isSameSubscription({ entries }: SubscriptionList, subscription: Subscription): boolean {
	const before = entries.get(subscription.id)?.subscription;
	return before !== undefined && JSON.stringify(before) === JSON.stringify(subscription);
}

/** The feed of this connection is closed: what it told is not kept. */
export function applySubscriptionsClosed(state: SubscriptionsState, connectionId: string): SubscriptionsState {
	const lists = new Map(state.lists);
	lists.delete(connectionId);
	return { lists };
}

export function selectSubscriptionList(state: SubscriptionsState, connectionId: string): SubscriptionList {
	return state.lists.get(connectionId) ?? EMPTY_LIST;
}

/** What is not shown in a conversation whose connection has these subscriptions; undefined = everything is. */
export function selectMuted(subscriptions: readonly Subscription[]): MutedFilters | undefined {
	const hidden: string[] = [];
	const shown: string[] = [];
	for (const subscription of subscriptions) {
		if (!subscription.isEnabled) continue;
		(subscription.isMuted ? hidden : shown).push(readMatchedFilter(subscription.filter));
	}
	if (hidden.length === 0) return undefined;
	return { hidden: hidden.sort(), shown: shown.sort() };
}

export function selectSubscriptionEntry(state: SubscriptionsState, connectionId: string, id: string): SubscriptionEntry | null {
	return selectSubscriptionList(state, connectionId).entries.get(id) ?? null;
}
