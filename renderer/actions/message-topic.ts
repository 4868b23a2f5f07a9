/** What can be done with the topic of a message. */
import { checkTopicFilter, hasWildcard, isShared } from "../../shared/topic/check-topic.ts";
import { selectSubscriptionList } from "../state/subscriptions-store.ts";
import { applyDialog, applyTopicFilter, selectTopicFilter } from "../state/view-store.ts";
import type { Action } from "./action.ts";
import type { MessageSubject } from "./copy-message.ts";

/** Opens the form with the topic filled in; nothing is subscribed to yet. */
export const subscribeToTopic: Action<MessageSubject> = {
	id: "message.subscribeToTopic",
	label: "action.subscribeToTopic",
	when: (stores, subject) => subscribeToTopic.whyNot?.(stores, subject) === null,
	whyNot(stores, { connectionId, message: { topic } }) {
		if (!isOwnFilter(topic)) return "selection.reason.notAFilter";
		const { entries } = selectSubscriptionList(stores.subscriptions.getState(), connectionId);
		const isThere = [...entries.values()].some(({ subscription }) => subscription.filter === topic);
		return isThere ? "selection.reason.subscribed" : null;
	},
	run({ stores }, { connectionId, message: { topic } }) {
		const dialog = { kind: "subscription-form", connectionId, subscriptionId: null, filter: topic } as const;
		stores.view.setState((state) => applyDialog(state, dialog));
		return null;
	},
};

/** Leaves the messages of this topic alone in the conversation. */
export const filterToTopic: Action<MessageSubject> = {
	id: "message.filterToTopic",
	label: "action.filterToTopic",
	when: (stores, subject) => filterToTopic.whyNot?.(stores, subject) === null,
	whyNot(stores, { connectionId, message: { topic } }) {
		if (!isOwnFilter(topic)) return "selection.reason.notAFilter";
		return selectTopicFilter(stores.view.getState(), connectionId) === topic ? "selection.reason.filtered" : null;
	},
	run({ stores }, { connectionId, message: { topic } }) {
		stores.view.setState((state) => applyTopicFilter(state, connectionId, topic));
		return null;
	},
};

/** Whether the topic, taken as a filter, means itself: what a broker sends may hold wildcards, or look like a shared subscription. */
function isOwnFilter(topic: string): boolean {
	return checkTopicFilter(topic) === null && !hasWildcard(topic) && !isShared(topic);
}
