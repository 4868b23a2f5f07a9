/** Which subscription a received message is taken to have come by: the first in the list whose filter lets its topic through. */

import type { SubscriptionColour } from "../../../../shared/model/subscription.ts";
import { createTopicMatcher } from "../../../../shared/topic/match-topic.ts";

export interface TopicSubscription {
	readonly colour: SubscriptionColour;
	/** Its alias, or its filter where it has none. */
	readonly name: string;
}

/** Gives the same object for the same subscription, so that rows are not drawn anew for it. */
export type ReadTopicSubscription = (topic: string) => TopicSubscription | null;

/** Topics are others' to choose and may be without number; beyond this many the answers are forgotten and begun anew. */
const MOST_TOPICS = 5000;

export function createTopicSubscriptions(
	subscriptions: readonly { readonly filter: string; readonly colour: SubscriptionColour; readonly alias: string }[],
): ReadTopicSubscription {
	const matchers = subscriptions.map(({ filter, colour, alias }) => ({
		matches: createTopicMatcher(filter),
		subscription: { colour, name: alias === "" ? filter : alias },
	}));
	const known = new Map<string, TopicSubscription | null>();
	return (topic) => {
		const answer = known.get(topic);
		if (answer !== undefined) return answer;
		const found = matchers.find(({ matches }) => matches(topic))?.subscription ?? null;
		if (known.size >= MOST_TOPICS) known.clear();
		known.set(topic, found);
		return found;
	};
}
