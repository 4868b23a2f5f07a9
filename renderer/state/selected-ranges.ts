/**
 * Which messages are selected, as ranges of seqs with the filter that was in force: what was not shown between two messages is not
 * selected with them. Ranges are in order and never overlap; what is selected last takes the place of what it covers. Pure.
 */
import type { ConversationFilter, MutedFilters } from "../../shared/model/conversation.ts";
import { NO_FILTER } from "../../shared/model/conversation.ts";
import type { Message } from "../../shared/model/message.ts";
import type { MessageSelection, SelectedRange } from "../../shared/model/selection.ts";
import { matchesTopic } from "../../shared/topic/match-topic.ts";

export function addRange(selection: MessageSelection, range: SelectedRange): MessageSelection {
	const apart = cutRange(selection, range.from, range.to);
	const index = findIndexBehind(apart, range.from);
	let { from, to } = range;
	const before = apart[index - 1];
	const after = apart[index];
	const joinsBefore = before !== undefined && before.to === from - 1 && isSameFilter(before.filter, range.filter);
	const joinsAfter = after !== undefined && after.from === to + 1 && isSameFilter(after.filter, range.filter);
	if (joinsBefore) from = before.from;
	if (joinsAfter) to = after.to;
	return [
		...apart.slice(0, joinsBefore ? index - 1 : index),
		{ from, to, filter: range.filter },
		...apart.slice(joinsAfter ? index + 1 : index),
	];
}

/** Without the seqs from one to the other. */
export function cutRange(selection: MessageSelection, from: number, to: number): MessageSelection {
	return selection.flatMap((range) => {
		if (range.to < from || range.from > to) return [range];
		const left = range.from < from ? [{ ...range, to: from - 1 }] : [];
		return range.to > to ? [...left, { ...range, from: to + 1 }] : left;
	});
}

export function selectOne(seq: number): SelectedRange {
	return { from: seq, to: seq, filter: NO_FILTER };
}

/** `shown`: the filter that the message is shown under, so that it is known to pass that one. */
export function isSelected(selection: MessageSelection, message: Message, shown: ConversationFilter): boolean {
	const range = selection[findIndexBehind(selection, message.seq + 1) - 1];
	if (range === undefined || message.seq > range.to) return false;
	return isSameFilter(range.filter, shown) || passesFilter(message, range.filter);
}

/** How many ranges begin before this seq. */
function findIndexBehind(selection: MessageSelection, seq: number): number {
	let low = 0;
	let high = selection.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((selection[middle]?.from ?? seq) < seq) low = middle + 1;
		else high = middle;
	}
	return low;
}

function isSameFilter(one: ConversationFilter, other: ConversationFilter): boolean {
	return (
		one.direction === other.direction &&
		one.topicFilter === other.topicFilter &&
		one.text === other.text &&
		one.pinned === other.pinned &&
		JSON.stringify(one.muted) === JSON.stringify(other.muted)
	);
}

/** Of a payload only the preview is at hand: what stands behind it counts in the engine, but is not seen here. */
function passesFilter(message: Message, { direction, topicFilter, text, pinned, muted }: ConversationFilter): boolean {
	if (direction !== "all" && message.kind !== direction) return false;
	if (pinned && message.pinned !== true) return false;
	if (muted !== undefined && message.kind === "received" && isMuted(message.topic, muted)) return false;
	if (topicFilter !== null && !matchesTopic(topicFilter, message.topic)) return false;
	if (text === null) return true;
	const wanted = foldText(text);
	return foldText(message.topic).includes(wanted) || foldText(new TextDecoder().decode(message.payload)).includes(wanted);
}

function isMuted(topic: string, { hidden, shown }: MutedFilters): boolean {
	const lets = (filter: string) => matchesTopic(filter, topic);
	return hidden.some(lets) && !shown.some(lets);
}

function foldText(text: string): string {
	return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
