import { readMatchedFilter } from "./check-topic.ts";

/**
 * Whether a topic name matches a topic filter. `#` also matches the parent level; a wildcard in the first level does not match
 * names that begin with `$`. Both must be valid already. [MQTT-4.7.1-2, MQTT-4.7.2-1]
 */
export function matchesTopic(filter: string, topic: string): boolean {
	return createTopicMatcher(filter)(topic);
}

/** The same with the filter split once, for asking about many topics. */
export function createTopicMatcher(filter: string): (topic: string) => boolean {
	const filterLevels = readMatchedFilter(filter).split("/");
	const first = filterLevels[0];
	const startsWild = first === "+" || first === "#";
	return (topic) => {
		if (startsWild && topic.startsWith("$")) return false;
		const topicLevels = topic.split("/");
		for (const [index, level] of filterLevels.entries()) {
			if (level === "#") return true;
			if (index >= topicLevels.length) return false;
			if (level !== "+" && level !== topicLevels[index]) return false;
		}
		return topicLevels.length === filterLevels.length;
	};
}
