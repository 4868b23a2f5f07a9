import type { Subscription } from "../../../../shared/model/subscription.ts";
import { createTopicMatcher } from "../../../../shared/topic/match-topic.ts";

export interface TopicCount {
	received: number;
	lastAt: number | null;
}

export interface TopicCounter {
	/** What is counted from now on. A filter that stays keeps its count. */
	setSubscriptions(subscriptions: readonly Subscription[]): void;
	count(topic: string, at: number): void;
	read(filter: string): TopicCount;
}

interface Counted extends TopicCount {
	readonly matches: (topic: string) => boolean;
}

/** Topics whose matches are remembered; beyond it all are forgotten, and found again as they come. */
const REMEMBERED_TOPICS = 20_000;
const NOTHING: TopicCount = { received: 0, lastAt: null };

/** Counts messages for every filter that matches their topic. Which ones do is worked out once for each topic. */
export function createTopicCounter(): TopicCounter {
	let counted = new Map<string, Counted>();
	const matchesOfTopic = new Map<string, readonly Counted[]>();
	const findMatches = (topic: string): readonly Counted[] => {
		const known = matchesOfTopic.get(topic);
		if (known !== undefined) return known;
		if (matchesOfTopic.size >= REMEMBERED_TOPICS) matchesOfTopic.clear();
		const found = [...counted.values()].filter(({ matches }) => matches(topic));
		matchesOfTopic.set(topic, found);
		return found;
	};
	return {
		setSubscriptions: (subscriptions) => {
			const create = (filter: string): Counted => ({ received: 0, lastAt: null, matches: createTopicMatcher(filter) });
			counted = new Map(subscriptions.map(({ filter }) => [filter, counted.get(filter) ?? create(filter)]));
			matchesOfTopic.clear();
		},
		count: (topic, at) => {
			for (const one of findMatches(topic)) {
				one.received += 1;
				one.lastAt = at;
			}
		},
		read: (filter) => counted.get(filter) ?? NOTHING,
	};
}
