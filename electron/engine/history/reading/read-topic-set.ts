import { createTopicSet, type TopicSet } from "./create-topic-set.ts";
import type { ReaderStore } from "./reader-store.ts";

const SETS_KEPT = 32;

/** The set that answers this question about topics: the one from before, where it was asked lately. */
export function readTopicSet(
	store: ReaderStore,
	number: number,
	question: string,
	createTest: () => (name: string) => boolean,
): TopicSet {
	const key = `${number} ${question}`;
	const known = store.topicSets.get(key);
	const set = known ?? createTopicSet(number, createTest());
	// The one that was used longest ago is the first in the map.
	store.topicSets.delete(key);
	store.topicSets.set(key, set);
	const [oldest] = store.topicSets.keys();
	if (store.topicSets.size > SETS_KEPT && oldest !== undefined) store.topicSets.delete(oldest);
	return set;
}
