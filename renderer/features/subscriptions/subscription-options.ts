/** What MQTT 5 lets SUBSCRIBE say besides, as a person types it. */
import type { Granted } from "../../../shared/model/connection.ts";
import type { FieldProblem } from "../../../shared/model/failure.ts";
import type { UserProperty } from "../../../shared/model/message.ts";
import { SUBSCRIPTION_DEFAULTS, type Subscription, type SubscriptionDraft } from "../../../shared/model/subscription.ts";
import { checkMqttString } from "../../../shared/topic/check-text.ts";
import { isShared } from "../../../shared/topic/check-topic.ts";

export interface SubscriptionOptions {
	readonly noLocal: boolean;
	readonly retainAsPublished: boolean;
	readonly retainHandling: 0 | 1 | 2;
	readonly identifierKind: "none" | "auto" | "own";
	readonly identifier: string;
	readonly userProperties: readonly UserProperty[];
}

export type OptionField = "noLocal" | "identifier" | "userProperties";

const GREATEST_IDENTIFIER = 268_435_455;

export function readSubscriptionOptions(subscription: Subscription | null): SubscriptionOptions {
	const { noLocal, retainAsPublished, retainHandling, identifier, userProperties } = subscription ?? SUBSCRIPTION_DEFAULTS;
	return {
		noLocal,
		retainAsPublished,
		retainHandling,
		identifierKind: identifier === null ? "none" : "own",
		identifier: identifier === null ? "" : String(identifier),
		userProperties,
	};
}

type OptionFields = Pick<SubscriptionDraft, "noLocal" | "retainAsPublished" | "retainHandling" | "identifier" | "userProperties">;

/** Before MQTT 5 nobody sees these fields: what is wrong in them holds nobody up. */
export function readOptionFields(options: SubscriptionOptions, isFive: boolean): OptionFields {
	const { noLocal, retainAsPublished, retainHandling, identifierKind, userProperties } = options;
	const own = parseIdentifier(options.identifier);
	if (!isFive && readOptionProblems(options, [], null).length > 0) return SUBSCRIPTION_DEFAULTS;
	const identifier = identifierKind === "own" ? own : identifierKind === "auto" ? "auto" : null;
	return { noLocal, retainAsPublished, retainHandling, identifier, userProperties };
}

export function readOptionProblems(
	options: SubscriptionOptions,
	filters: readonly string[],
	granted: Pick<Granted, "identifiersAvailable"> | null,
): readonly (FieldProblem & { readonly field: OptionField })[] {
	const problems: (FieldProblem & { readonly field: OptionField })[] = [];
	if (options.noLocal && filters.some(isShared)) problems.push({ field: "noLocal", rule: "no-local-shared" });
	if (options.identifierKind !== "none" && granted?.identifiersAvailable === false) {
		problems.push({ field: "identifier", rule: "identifiers-unavailable" });
	} else if (options.identifierKind === "own" && parseIdentifier(options.identifier) === null) {
		problems.push({ field: "identifier", rule: "out-of-range", detail: { least: 1, most: GREATEST_IDENTIFIER } });
	}
	for (const { key, value } of options.userProperties) {
		const rule = checkMqttString(key) ?? checkMqttString(value);
		if (rule !== null) problems.push({ field: "userProperties", rule });
	}
	return problems;
}

function parseIdentifier(text: string): number | null {
	const trimmed = text.trim();
	if (!/^\d{1,9}$/.test(trimmed)) return null;
	const value = Number(trimmed);
	return value >= 1 && value <= GREATEST_IDENTIFIER ? value : null;
}
