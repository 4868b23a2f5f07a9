import type { Subscription } from "../../../../shared/model/subscription.ts";

/** Everything that a SUBSCRIBE asks for besides its filter, as a text to compare: one that differs has to be sent again. */
export function describeRequest(subscription: Subscription, isFive: boolean): string {
	const { qos, noLocal, retainAsPublished, retainHandling, identifier, userProperties } = subscription;
	if (!isFive) return String(qos);
	const isPlain = !noLocal && !retainAsPublished && retainHandling === 0 && identifier === null && userProperties.length === 0;
	if (isPlain) return String(qos);
	const pairs = userProperties.map(({ key, value }) => [key, value]);
	return JSON.stringify([qos, noLocal, retainAsPublished, retainHandling, identifier, pairs]);
}
