import type { Granted } from "../../../../shared/model/connection.ts";
import { createFailure } from "../../../../shared/model/create-failure.ts";
import type { Failure } from "../../../../shared/model/failure.ts";
import type { Subscription } from "../../../../shared/model/subscription.ts";
import { countUtf8Bytes } from "../../../../shared/topic/check-text.ts";
import { hasWildcard, isShared } from "../../../../shared/topic/check-topic.ts";

/** What the broker says it does not offer is not asked for. [MQTT 5.0: 3.2.2.3.6, 3.2.2.3.11 to 3.2.2.3.13] */
export function checkSubscription(subscription: Subscription, granted: Granted, isFive: boolean): Failure | null {
	const { filter, identifier } = subscription;
	if (isShared(filter) && !granted.sharedAvailable) return createFailure("shared-subscriptions-unavailable");
	if (hasWildcard(filter) && !granted.wildcardAvailable) return createFailure("wildcards-unavailable");
	if (isFive && identifier !== null && !granted.identifiersAvailable) return createFailure("identifiers-unavailable");
	return checkSize(countSubscribeBytes(subscription, isFive), granted);
}

/** UNSUBSCRIBE has the filter alone. */
export function checkUnsubscribe(filter: string, granted: Granted, isFive: boolean): Failure | null {
	return checkSize(countPacketBytes(2 + (isFive ? 1 : 0) + 2 + countUtf8Bytes(filter)), granted);
}

function checkSize(bytes: number, { maximumPacketBytes: maximum }: Granted): Failure | null {
	return maximum !== null && bytes > maximum ? createFailure("subscription-too-large", { bytes, maximum }) : null;
}

/** The packet with this one filter, to the byte. [MQTT 5.0: 3.8] */
function countSubscribeBytes({ filter, identifier, userProperties }: Subscription, isFive: boolean): number {
	const body = 2 + 2 + countUtf8Bytes(filter) + 1;
	if (!isFive) return countPacketBytes(body);
	const pairs = userProperties.reduce((sum, { key, value }) => sum + 5 + countUtf8Bytes(key) + countUtf8Bytes(value), 0);
	const properties = pairs + (identifier === null ? 0 : 1 + countVariableBytes(identifier));
	return countPacketBytes(body + countVariableBytes(properties) + properties);
}

function countPacketBytes(body: number): number {
	return 1 + countVariableBytes(body) + body;
}

function countVariableBytes(value: number): number {
	return value < 128 ? 1 : value < 16_384 ? 2 : value < 2_097_152 ? 3 : 4;
}
