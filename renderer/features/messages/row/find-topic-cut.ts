/** So short that it loses nothing at its end. */
const SHORT = 12;
/** How much of the end stays in sight, and at most what part of the whole. */
const TAIL = 14;
const TAIL_PART = 0.4;
/** What belongs to the character before it. */
const JOINED = /^(?:[\uDC00-\uDFFF]|\p{M}|\u200d|\ufe0f)/u;

/**
 * Where a topic is divided, so that its end, which tells most, stays in sight where there is no room for all of it: between characters,
 * never inside one. Its length where it is not divided.
 */
export function findTopicCut(topic: string): number {
	if (topic.length <= SHORT) return topic.length;
	let at = topic.length - Math.min(TAIL, Math.ceil(topic.length * TAIL_PART));
	while (at < topic.length && (topic[at - 1] === "\u200d" || JOINED.test(topic.slice(at)))) at += 1;
	return at;
}
