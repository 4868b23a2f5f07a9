/** Which rows of a conversation are asked for. Events are shown only where nothing is filtered. */
export interface ConversationFilter {
	readonly direction: "all" | "received" | "published";
	/** An MQTT topic filter; null = any topic. */
	readonly topicFilter: string | null;
	/** Found anywhere in topic or payload, letters A to Z in either case; null = any. */
	readonly text: string | null;
	/** Only what somebody has pinned. */
	readonly pinned: boolean;
	/** Received messages that are hidden because every subscription that lets them through is muted; absent = none is. */
	readonly muted?: MutedFilters;
}

/** Topic filters of subscriptions, a shared one without its `$share/{group}/`. */
export interface MutedFilters {
	readonly hidden: readonly string[];
	/** What one of these lets through is shown, whatever is hidden. */
	readonly shown: readonly string[];
}

export const NO_FILTER: ConversationFilter = { direction: "all", topicFilter: null, text: null, pinned: false };

/** Whether something may be left out. */
export function hasFilter(filter: ConversationFilter): boolean {
	return narrows(filter) || filter.muted !== undefined;
}

/** Whether somebody has asked for a part: then events, which are of no part, are left out too. */
export function narrows({ direction, topicFilter, text, pinned }: ConversationFilter): boolean {
	return direction !== "all" || topicFilter !== null || text !== null || pinned;
}

export interface ConversationTotals {
	/** Oldest and newest seq still kept; 0 and 0 when empty. */
	readonly firstSeq: number;
	readonly lastSeq: number;
	/** Kept rows of each kind. */
	readonly received: number;
	readonly published: number;
	readonly events: number;
	/** Messages that retention has removed so far. */
	readonly evicted: number;
	/** Messages that somebody has deleted so far. */
	readonly deleted: number;
	/** Kept messages that are pinned: retention leaves them, and does not count them against its limit. */
	readonly pinned: number;
}

/** What the list of connections tells about a conversation. */
export interface ConversationActivity {
	readonly totals: ConversationTotals;
	readonly unread: number;
	readonly lastReadSeq: number;
	readonly last: LastMessage | null;
}

export interface LastMessage {
	readonly seq: number;
	readonly at: number;
	readonly kind: "received" | "published";
	readonly topic: string;
	/** The first bytes of the payload. */
	readonly preview: Uint8Array;
	readonly payloadBytes: number;
}
