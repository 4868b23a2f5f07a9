import { assertNever } from "../../../shared/model/assert-never.ts";
import { formatReasonCode } from "../../../shared/model/reason-code.ts";
import type { Subscription, SubscriptionStatus } from "../../../shared/model/subscription.ts";
import { formatFailure, formatReason } from "../../i18n/format-failure.ts";
import type { SayText } from "../../i18n/use-text.ts";

export interface StatusWords {
	readonly tone: "quiet" | "good" | "bad";
	readonly text: string;
}

/** Whether it says why it is not in force: in red, and in more lines. */
export function isRefused(status: SubscriptionStatus | undefined): boolean {
	return status?.kind === "refused" || status?.kind === "failed";
}

/** What is true at the broker, in words: the QoS that it granted, or why it did not. */
export function describeStatus(say: SayText, subscription: Subscription, status: SubscriptionStatus): StatusWords {
	switch (status.kind) {
		case "disabled":
			return { tone: "quiet", text: say("subscription.status.disabled") };
		case "pending":
			return { tone: "quiet", text: `QoS ${subscription.qos}, ${say("subscription.status.pending")}` };
		case "requested":
			return { tone: "quiet", text: say("subscription.status.requested") };
		case "granted": {
			const { qos } = status;
			const text =
				qos < subscription.qos
					? say("subscription.status.grantedLower", { qos, asked: subscription.qos })
					: say("subscription.status.granted", { qos });
			return { tone: "good", text: status.resumed ? `${text}, ${say("subscription.status.resumed")}` : text };
		}
		case "refused": {
			const reason = formatReason(say, status.reasonCode);
			const text = say("subscription.status.refused", { reason, code: formatReasonCode(status.reasonCode) });
			return { tone: "bad", text: status.reasonString === null ? text : `${text} “${status.reasonString}”` };
		}
		case "failed":
			return { tone: "bad", text: formatFailure(say, status.failure).message };
		default:
			return assertNever(status);
	}
}
