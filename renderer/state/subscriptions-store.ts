import { createStore } from "zustand/vanilla";
import type { SubscriptionEntry, SubscriptionsBatch } from "../../shared/contract/subscription.ts";
import type { MutedFilters } from "../../shared/model/conversation.ts";
import { readMatchedFilter } from "../../shared/topic/check-topic.ts";

export interface SubscriptionList {
	readonly order: readonly string[];
	readonly entries: ReadonlyMap<string, SubscriptionEntry>;
}

/** The lists of the connections whose feed is open; in the page that is the one that is looked at. */
export interface SubscriptionsState {
	readonly lists: ReadonlyMap<string, SubscriptionList>;
}

const EMPTY_LIST: SubscriptionList = { order: [], entries: new Map() };

export function createSubscriptionsStore() {
	return createStore<SubscriptionsState>(() => ({ lists: new Map() }));
}

export function applySubscriptionsBatch(
	state: SubscriptionsState,
	connectionId: string,
	batch: SubscriptionsBatch,
): SubscriptionsState {
	const base = batch.reset ? EMPTY_LIST : selectSubscriptionList(state, connectionId);
	const order = batch.order ?? base.order;
	const entries = new Map(base.entries);
	for (const entry of batch.entries) entries.set(entry.subscription.id, entry);
	if (batch.order !== null) {
		const kept = new Set(order);
		for (const id of [...entries.keys()]) if (!kept.has(id)) entries.delete(id);
	}
	return { lists: new Map(state.lists).set(connectionId, { order, entries }) };
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

/** What is not shown in this connection's conversation; undefined = everything is. Compare by value: it is made anew. */
export function selectMuted(state: SubscriptionsState, connectionId: string): MutedFilters | undefined {
	const list = selectSubscriptionList(state, connectionId);
	const hidden: string[] = [];
	const shown: string[] = [];
	for (const { subscription } of list.entries.values()) {
		if (!subscription.isEnabled) continue;
		(subscription.isMuted ? hidden : shown).push(readMatchedFilter(subscription.filter));
	}
	if (hidden.length === 0) return undefined;
	return { hidden: hidden.sort(), shown: shown.sort() };
}

export function selectSubscriptionEntry(state: SubscriptionsState, connectionId: string, id: string): SubscriptionEntry | null {
	return selectSubscriptionList(state, connectionId).entries.get(id) ?? null;
}
