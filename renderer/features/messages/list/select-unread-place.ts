export interface UnreadFacts {
	/** null = everything had been seen. */
	readonly unreadAfterSeq: number | null;
	readonly firstKeptSeq: number;
	/** Of the window; null = it has no rows. */
	readonly firstRowSeq: number | null;
	readonly follows: boolean;
	/** In sight; not known exactly while the end is followed. */
	readonly topSeq: number;
	readonly bottomSeq: number;
}

/**
 * Where the first unread message is for the reader. For one who follows the end it is above only if the window no longer holds it:
 * what is in sight there is not measured, because it changes with every message.
 */
export function selectUnreadPlace(facts: UnreadFacts): "none" | "above" | "in-sight" | "elsewhere" {
	const { unreadAfterSeq, firstKeptSeq, firstRowSeq, follows, topSeq, bottomSeq } = facts;
	if (unreadAfterSeq === null || firstRowSeq === null) return "none";
	const firstUnread = Math.max(unreadAfterSeq + 1, firstKeptSeq);
	if (follows) return firstRowSeq > firstUnread ? "above" : "elsewhere";
	if (topSeq > firstUnread) return "above";
	return bottomSeq >= firstUnread ? "in-sight" : "elsewhere";
}
