/** The topics that have been seen, the latest known longest: bounded, because a broker may have millions. */
export interface TopicMemory {
	add(topic: string): void;
	/** Latest first. */
	read(): readonly string[];
}

const MOST_TOPICS = 5000;

export function createTopicMemory(most = MOST_TOPICS): TopicMemory {
	// A Set keeps the order in which its members came.
	const topics = new Set<string>();
	return {
		add(topic) {
			topics.delete(topic);
			topics.add(topic);
			if (topics.size <= most) return;
			for (const oldest of topics) {
				topics.delete(oldest);
				return;
			}
		},
		read: () => [...topics].reverse(),
	};
}
