import type { Subscription } from "../../../../shared/model/subscription.ts";
import { createTopicMatcher } from "../../../../shared/topic/match-topic.ts";

export interface TopicCount {
	readonly received: number;
	readonly lastAt: number | null;
	/** Messages a second. */
	readonly rate: number;
}

export interface TopicCounter {
	/** What is counted from now on. A filter that stays keeps its count; one that is switched off keeps it and counts no more. */
	setSubscriptions(subscriptions: readonly Subscription[]): void;
	/**
	 * True where there are filters that let it through, and all of them are muted. `identifiers`: what the broker says it came through;
	 * a filter with another one is not counted.
	 */
	count(topic: string, at: number, identifiers?: readonly number[]): boolean;
	read(filter: string): TopicCount;
}

interface Counted {
	readonly matches: (topic: string) => boolean;
	/** null = the broker cannot name it. */
	identifier: number | null;
	received: number;
	lastAt: number | null;
	/** Messages of the last whole seconds, by second modulo their number. */
	readonly seconds: Uint32Array;
	second: number;
}

interface Matches {
	readonly counted: readonly Counted[];
	readonly isMuted: boolean;
}

/** Topics whose matches are remembered; beyond it all are forgotten, and found again as they come. */
const REMEMBERED_TOPICS = 20_000;
const RATE_SECONDS = 5;
/** The second under way is not whole yet, so that there is one more. */
const SECONDS = RATE_SECONDS + 1;
const NOTHING: TopicCount = { received: 0, lastAt: null, rate: 0 };

/** Counts messages for every filter that matches their topic. Which ones do is worked out once for each topic. */
export function createTopicCounter(now: () => number): TopicCounter {
	let counted = new Map<string, Counted>();
	let enabled: readonly Subscription[] = [];
	const matchesOfTopic = new Map<string, Matches>();
	const findMatches = (topic: string): Matches => {
		const known = matchesOfTopic.get(topic);
		if (known !== undefined) return known;
		if (matchesOfTopic.size >= REMEMBERED_TOPICS) matchesOfTopic.clear();
		const through = enabled.filter(({ filter }) => counted.get(filter)?.matches(topic) === true);
		const found = {
			counted: through.flatMap(({ filter }) => counted.get(filter) ?? []),
			isMuted: through.length > 0 && through.every(({ isMuted }) => isMuted),
		};
		matchesOfTopic.set(topic, found);
		return found;
	};
	return {
		setSubscriptions: (subscriptions) => {
			counted = new Map(subscriptions.map(({ filter }) => [filter, counted.get(filter) ?? createCounted(filter)]));
			for (const { filter, identifier } of subscriptions) {
				const one = counted.get(filter);
				if (one !== undefined) one.identifier = identifier;
			}
			enabled = subscriptions.filter(({ isEnabled }) => isEnabled);
			matchesOfTopic.clear();
		},
		count: (topic, at, identifiers) => {
			const matches = findMatches(topic);
			const second = Math.floor(at / 1000);
			for (const one of matches.counted) {
				if (identifiers !== undefined && one.identifier !== null && !identifiers.includes(one.identifier)) continue;
				one.received += 1;
				one.lastAt = at;
				forgetSeconds(one, second);
				one.seconds[second % SECONDS] = (one.seconds[second % SECONDS] ?? 0) + 1;
			}
			return matches.isMuted;
		},
		read: (filter) => {
			const one = counted.get(filter);
			if (one === undefined) return NOTHING;
			const second = Math.floor(now() / 1000);
			forgetSeconds(one, second);
			const underWay = one.seconds[second % SECONDS] ?? 0;
			const sum = one.seconds.reduce((total, count) => total + count, 0);
			return { received: one.received, lastAt: one.lastAt, rate: (sum - underWay) / RATE_SECONDS };
		},
	};
}

function createCounted(filter: string): Counted {
	const seconds = new Uint32Array(SECONDS);
	return { matches: createTopicMatcher(filter), identifier: null, received: 0, lastAt: null, seconds, second: 0 };
}

/** Seconds that have passed since count nothing any more. */
function forgetSeconds(one: Counted, second: number): void {
	if (second <= one.second) return;
	const passed = Math.min(SECONDS, second - one.second);
	for (let back = 0; back < passed; back += 1) one.seconds[(second - back) % SECONDS] = 0;
	one.second = second;
}
