import { z } from "zod";
import {
	SUBSCRIPTION_COLOURS,
	type Subscription,
	type SubscriptionDraft,
	type SubscriptionStatus,
} from "../model/subscription.ts";
import { checkTopicFilter } from "../topic/check-topic.ts";
import { qos, recordId, textField } from "./field.ts";
import { command, feed } from "./spec.ts";

export const subscriptionDraft: z.ZodType<SubscriptionDraft> = z.strictObject({
	filter: textField(checkTopicFilter),
	qos,
	colour: z.enum(SUBSCRIPTION_COLOURS),
	alias: z.string().max(200),
});

export const subscriptionCommands = {
	/** All or none are added to the list; what the broker grants returns by the feed. Offline they wait for the next connect. */
	"subscription.add": command<{ readonly ids: readonly string[] }>()(
		z.strictObject({ connectionId: recordId, drafts: z.array(subscriptionDraft).min(1).max(1000) }),
	),
	"subscription.update": command<null>()(z.strictObject({ connectionId: recordId, id: recordId, draft: subscriptionDraft })),
	"subscription.remove": command<null>()(z.strictObject({ connectionId: recordId, ids: z.array(recordId).min(1).max(10_000) })),
};

export interface SubscriptionEntry {
	readonly subscription: Subscription;
	readonly status: SubscriptionStatus;
	/** Messages that matched since Parley was started. */
	readonly received: number;
	readonly lastAt: number | null;
}

export interface SubscriptionsBatch {
	readonly reset: boolean;
	/** The ids in the list's order; null = unchanged. */
	readonly order: readonly string[] | null;
	readonly entries: readonly SubscriptionEntry[];
}

export const subscriptionFeeds = {
	subscriptions: feed<SubscriptionsBatch>()(z.strictObject({ connectionId: recordId })),
};
