/** What stands in the list: rows, and between them the lines that the rows give rise to (days, the unread marker). */
import type { ConversationRow, EventRow, Message } from "../../../../shared/model/message.ts";

export type Line =
	| { readonly kind: "day"; readonly key: string; readonly at: number }
	| { readonly kind: "unread"; readonly key: string }
	| { readonly kind: "event"; readonly key: string; readonly row: EventRow }
	/** `startsGroup`: the message before is of another topic, direction or minute. */
	| { readonly kind: "message"; readonly key: string; readonly row: Message; readonly startsGroup: boolean };

/**
 * In a long group the topic is said again, so that it is never far out of sight. By the seq and not by counting: the same row then
 * says it in every window.
 */
const SAID_AGAIN_AT = 8;

export function selectLines(rows: readonly ConversationRow[], unreadAfterSeq: number | null): readonly Line[] {
	const lines: Line[] = [];
	let before: ConversationRow | null = null;
	// What was published here is nobody's to read: the marker stands above the first message that came from elsewhere.
	let isUnreadAhead = false;
	for (const row of rows) {
		if (unreadAfterSeq !== null && row.seq <= unreadAfterSeq) isUnreadAhead = true;
		const startsDay = before === null || !isSameDay(before.at, row.at);
		if (startsDay) lines.push({ kind: "day", key: `day ${row.seq}`, at: row.at });
		const startsUnread = isUnreadAhead && unreadAfterSeq !== null && row.seq > unreadAfterSeq && row.kind === "received";
		if (startsUnread) {
			isUnreadAhead = false;
			lines.push({ kind: "unread", key: "unread" });
		}
		if (row.kind === "event") {
			lines.push({ kind: "event", key: String(row.seq), row });
		} else {
			const startsGroup = startsDay || startsUnread || before === null || !isSameGroup(before, row);
			lines.push({ kind: "message", key: String(row.seq), row, startsGroup });
		}
		before = row;
	}
	return lines;
}

function isSameGroup(before: ConversationRow, row: Message): boolean {
	if (row.seq % SAID_AGAIN_AT === 0) return false;
	return before.kind === row.kind && before.topic === row.topic && minuteOf(before.at) === minuteOf(row.at);
}

function minuteOf(at: number): number {
	return Math.floor(at / 60_000);
}

/** In the reader's own time zone. */
function isSameDay(one: number, other: number): boolean {
	if (minuteOf(one) === minuteOf(other)) return true;
	return new Date(one).toDateString() === new Date(other).toDateString();
}
