/** What can be done to a connection's subscriptions. */
import type { SubscriptionDraft } from "../../shared/model/subscription.ts";
import { readMatchedFilter } from "../../shared/topic/check-topic.ts";
import { applyDialog, applyTopicFilter, selectTopicFilter } from "../state/view-store.ts";
import type { Action, ConnectionSubject } from "./action.ts";

export interface SubscriptionSubject extends ConnectionSubject {
	readonly subscriptionId: string;
}

export const newSubscription: Action<ConnectionSubject> = {
	id: "subscription.new",
	label: "action.newSubscription",
	shortcut: "mod+alt+s",
	when: (stores, { connectionId }) => stores.connections.getState().profiles.has(connectionId),
	run: ({ stores }, { connectionId }) => {
		stores.view.setState((state) => applyDialog(state, { kind: "subscription-form", connectionId, subscriptionId: null }));
		return null;
	},
};

export const editSubscription: Action<SubscriptionSubject> = {
	id: "subscription.edit",
	label: "action.editSubscription",
	when: () => true,
	run: ({ stores }, { connectionId, subscriptionId }) => {
		stores.view.setState((state) => applyDialog(state, { kind: "subscription-form", connectionId, subscriptionId }));
		return null;
	},
};

export interface SubscriptionsToSave extends ConnectionSubject {
	/** null = new ones; otherwise `drafts` is the one that replaces it. */
	readonly subscriptionId: string | null;
	readonly drafts: readonly SubscriptionDraft[];
}

/** The form runs it itself, to show a Failure at its fields. */
export const saveSubscriptions: Action<SubscriptionsToSave> = {
	id: "subscription.save",
	label: "subscription.subscribe",
	when: (stores) => stores.link.getState().link.kind === "open",
	run: async ({ host }, { connectionId, subscriptionId, drafts }) => {
		const [draft] = drafts;
		if (draft === undefined) return null;
		const result =
			subscriptionId === null
				? await host.link.request("subscription.add", { connectionId, drafts: [...drafts] })
				: await host.link.request("subscription.update", { connectionId, id: subscriptionId, draft });
		return result.ok ? null : result.failure;
	},
};

export const removeSubscription: Action<SubscriptionSubject> = {
	id: "subscription.remove",
	label: "action.removeSubscription",
	when: () => true,
	run: async ({ host, stores }, { connectionId, subscriptionId }) => {
		const filter = stores.subscriptions.getState().lists.get(connectionId)?.entries.get(subscriptionId)?.subscription.filter;
		const result = await host.link.request("subscription.remove", { connectionId, ids: [subscriptionId] });
		if (!result.ok) return result.failure;
		// A conversation narrowed to what is no longer in the list could not be widened from there.
		if (filter !== undefined && selectTopicFilter(stores.view.getState(), connectionId) === readMatchedFilter(filter)) {
			stores.view.setState((state) => applyTopicFilter(state, connectionId, null));
		}
		return null;
	},
};
