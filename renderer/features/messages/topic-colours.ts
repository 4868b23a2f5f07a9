/** Which subscription's colour a received message wears: the first in the list whose filter lets its topic through. */

import type { SubscriptionColour } from "../../../shared/model/subscription.ts";
import { createTopicMatcher } from "../../../shared/topic/match-topic.ts";
import type { SubscriptionList } from "../../state/subscriptions-store.ts";

export type ReadTopicColour = (topic: string) => SubscriptionColour | null;

/** Topics are others' to choose and may be without number; beyond this many the answers are forgotten and begun anew. */
const MOST_TOPICS = 5000;

export function createTopicColours(
	subscriptions: readonly { readonly filter: string; readonly colour: SubscriptionColour }[],
): ReadTopicColour {
	const matchers = subscriptions.map(({ filter, colour }) => ({ matches: createTopicMatcher(filter), colour }));
	const known = new Map<string, SubscriptionColour | null>();
	return (topic) => {
		const answer = known.get(topic);
		if (answer !== undefined) return answer;
		const colour = matchers.find(({ matches }) => matches(topic))?.colour ?? null;
		if (known.size >= MOST_TOPICS) known.clear();
		known.set(topic, colour);
		return colour;
	};
}

/** What the colours depend on, as one text, so that a count that moves in the list changes nothing here. */
export function selectColourKey(list: SubscriptionList): string {
	return JSON.stringify(
		list.order.flatMap((id) => {
			const entry = list.entries.get(id);
			return entry === undefined ? [] : [[entry.subscription.filter, entry.subscription.colour]];
		}),
	);
}

export function readColourKey(key: string): ReadTopicColour {
	const pairs = JSON.parse(key) as readonly (readonly [string, SubscriptionColour])[];
	return createTopicColours(pairs.map(([filter, colour]) => ({ filter, colour })));
}
