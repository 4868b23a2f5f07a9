import { z } from "zod";
import {
	SUBSCRIPTION_COLOURS,
	type Subscription,
	type SubscriptionDraft,
	type SubscriptionStatus,
} from "../model/subscription.ts";
import { checkTopicFilter, isShared } from "../topic/check-topic.ts";
import { qos, recordId, textField, userProperties, wholeNumber } from "./field.ts";
import { command, feed } from "./spec.ts";

const GREATEST_IDENTIFIER = 268_435_455;

/** Everything of a draft but its identifier. */
const subscriptionFields = {
	filter: textField(checkTopicFilter),
	qos,
	colour: z.enum(SUBSCRIPTION_COLOURS),
	alias: z.string().max(200),
	noLocal: z.boolean(),
	retainAsPublished: z.boolean(),
	retainHandling: z.union([z.literal(0), z.literal(1), z.literal(2)]),
	userProperties,
	isEnabled: z.boolean(),
	isMuted: z.boolean(),
};

const identifier = wholeNumber(1, GREATEST_IDENTIFIER).nullable();

/** [MQTT-3.8.3-4] */
function checkNoLocal(context: z.core.ParsePayload<Pick<SubscriptionDraft, "filter" | "noLocal">>): void {
	const { filter, noLocal } = context.value;
	if (!noLocal || !isShared(filter)) return;
	context.issues.push({ code: "custom", input: noLocal, path: ["noLocal"], params: { rule: "no-local-shared" } });
}

const subscriptionDraft: z.ZodType<SubscriptionDraft> = z
	.strictObject({ ...subscriptionFields, identifier: z.union([identifier, z.literal("auto")]) })
	.check(checkNoLocal);

/** As it is kept: an identifier is a number or none. */
export const keptSubscription: z.ZodType<Omit<Subscription, "id">> = z
	.strictObject({ ...subscriptionFields, identifier })
	.check(checkNoLocal);

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
	/** Messages a second, over the last five. */
	readonly rate: number;
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
