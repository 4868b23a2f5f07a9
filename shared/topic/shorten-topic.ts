/** Some lines of a bubble, and far more than devices use. */
const MOST_CHARACTERS = 400;

/** A topic for where many stand: one of 65,535 bytes must not push everything else away, nor cost a list its pace. */
export function shortenTopic(topic: string): string {
	return topic.length <= MOST_CHARACTERS ? topic : `${topic.slice(0, MOST_CHARACTERS).toWellFormed()} …`;
}
