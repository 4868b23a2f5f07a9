/** What can be done to a connection's subscriptions. */
import type { Subscription, SubscriptionDraft } from "../../shared/model/subscription.ts";
import { readMatchedFilter } from "../../shared/topic/check-topic.ts";
import type { TextKey } from "../i18n/text-key.ts";
import type { Stores } from "../state/create-stores.ts";
import { selectSubscriptionEntry } from "../state/subscriptions-store.ts";
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

export const enableSubscription = createSwitch(
	"subscription.enable",
	"action.enableSubscription",
	({ isEnabled }) => !isEnabled,
	{ isEnabled: true },
);
/** Unsubscribes; it stays in the list. */
export const disableSubscription = createSwitch(
	"subscription.disable",
	"action.disableSubscription",
	({ isEnabled }) => isEnabled,
	{ isEnabled: false },
);
/** Stays subscribed; what it brings is stored, and neither shown nor counted as unread. */
export const muteSubscription = createSwitch("subscription.mute", "action.muteSubscription", ({ isMuted }) => !isMuted, {
	isMuted: true,
});
export const unmuteSubscription = createSwitch("subscription.unmute", "action.unmuteSubscription", ({ isMuted }) => isMuted, {
	isMuted: false,
});

function createSwitch(
	id: string,
	label: TextKey,
	isPossible: (subscription: Subscription) => boolean,
	change: Partial<Pick<Subscription, "isEnabled" | "isMuted">>,
): Action<SubscriptionSubject> {
	return {
		id,
		label,
		when: (stores, subject) => {
			const subscription = readSubscription(stores, subject);
			return subscription !== null && isPossible(subscription);
		},
		run: async ({ host, stores }, subject) => {
			const subscription = readSubscription(stores, subject);
			if (subscription === null) return null;
			const { id: subscriptionId, ...draft } = subscription;
			const { connectionId } = subject;
			const result = await host.link.request("subscription.update", {
				connectionId,
				id: subscriptionId,
				draft: { ...draft, ...change },
			});
			return result.ok ? null : result.failure;
		},
	};
}

function readSubscription(stores: Stores, { connectionId, subscriptionId }: SubscriptionSubject): Subscription | null {
	return selectSubscriptionEntry(stores.subscriptions.getState(), connectionId, subscriptionId)?.subscription ?? null;
}

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
