import { useState } from "react";
import { useStore } from "zustand";
import { createFailure } from "../../../shared/model/create-failure.ts";
import type { Failure } from "../../../shared/model/failure.ts";
import type { QoS } from "../../../shared/model/message.ts";
import type { Subscription, SubscriptionColour, SubscriptionDraft } from "../../../shared/model/subscription.ts";
import { hasWildcard, isShared } from "../../../shared/topic/check-topic.ts";
import { saveSubscriptions } from "../../actions/subscription-actions.ts";
import { useActionContext } from "../../actions/use-action.ts";
import { formatFailure } from "../../i18n/format-failure.ts";
import { formatRule } from "../../i18n/format-rule.ts";
import { type SayText, useText } from "../../i18n/use-text.ts";
import { selectGranted, selectProfile } from "../../state/connections-store.ts";
import { selectSubscriptionList } from "../../state/subscriptions-store.ts";
import type { SegmentOption } from "../../ui/segmented-control.tsx";
import { checkFilters, type FilterProblem, parseFilters } from "./parse-filters.ts";
import { proposeColour } from "./propose-colour.ts";
import {
	type OptionField,
	readOptionFields,
	readOptionProblems,
	readSubscriptionOptions,
	type SubscriptionOptions,
} from "./subscription-options.ts";

const QOS_LEVELS: readonly QoS[] = [0, 1, 2];

/** The state of the form, checked while typing; what the broker is known not to offer is refused here, with the reason. */
export function useSubscriptionForm(connectionId: string, subscription: Subscription | null, filter: string) {
	const say = useText();
	const context = useActionContext();
	const list = useStore(context.stores.subscriptions, (state) => selectSubscriptionList(state, connectionId));
	const granted = useStore(context.stores.connections, (connections) => selectGranted(connections, connectionId));
	const [text, setText] = useState(subscription?.filter ?? filter);
	const [qos, setQos] = useState<QoS>(subscription?.qos ?? 0);
	const [ownColour, setColour] = useState<SubscriptionColour | null>(subscription?.colour ?? null);
	const [alias, setAlias] = useState(subscription?.alias ?? "");
	const [options, setOptions] = useState<SubscriptionOptions>(() => readSubscriptionOptions(subscription));
	const [isTouched, setTouched] = useState(false);
	const [refused, setRefused] = useState<{ readonly failure: Failure; readonly text: string } | null>(null);

	const others = [...list.entries.values()].map((entry) => entry.subscription).filter(({ id }) => id !== subscription?.id);
	// An edited one is one filter, commas and all.
	const filters = subscription === null ? parseFilters(text) : [text.trim()];
	const problem = checkFilters(filters, new Set(others.map((other) => other.filter)));
	const refusal = refused !== null && refused.text === text ? refused.failure : null;
	const isFive = useStore(context.stores.connections, (state) => selectProfile(state, connectionId)?.version === "5.0");
	const unavailable = readUnavailable(filters, granted);
	const optionProblems = isFive ? readOptionProblems(options, filters, granted) : [];

	const describeError = (): string | null => {
		if (unavailable !== null) return formatFailure(say, unavailable).message;
		// While a filter is being typed, "a/#b" is wrong at once, an empty field only when it is left.
		if (problem === null || (!isTouched && problem.rule === "filter-empty")) return null;
		return describeProblem(say, problem, filters.length > 1);
	};

	return {
		text,
		setText,
		qos,
		setQos,
		colour: ownColour ?? proposeColour(others.map(({ colour }) => colour)),
		setColour,
		alias,
		setAlias,
		isSeveral: filters.length > 1,
		isFive,
		options,
		setOptions,
		filters,
		granted,
		/** The rule that an option breaks, in words. */
		optionError: (field: OptionField): string | null => {
			const broken = optionProblems.find((each) => each.field === field);
			return broken === undefined ? null : formatRule(say, broken);
		},
		touch: () => {
			if (text !== "") setTouched(true);
		},
		error: describeError(),
		refusal,
		qosOptions: QOS_LEVELS.map((value): SegmentOption<QoS> => {
			const isAbove = granted !== null && value > granted.maximumQos;
			const failure = isAbove ? createFailure("above-maximum-qos", { maximum: granted.maximumQos, qos: value }) : null;
			return {
				value,
				label: String(value),
				disabled: isAbove,
				title: failure === null ? undefined : formatFailure(say, failure).message,
			};
		}),
		/** "wrong": the field says why. "refused": the engine had something against it. */
		async submit(): Promise<"saved" | "wrong" | "refused"> {
			setTouched(true);
			if (problem !== null || unavailable !== null || optionProblems.length > 0) return "wrong";
			const used = others.map(({ colour }) => colour);
			const drafts = filters.map((each): SubscriptionDraft => {
				const colour = ownColour ?? proposeColour(used);
				used.push(colour);
				return {
					...readOptionFields(options, isFive),
					filter: each,
					qos,
					colour,
					alias: filters.length > 1 ? "" : alias.trim(),
					isEnabled: subscription?.isEnabled ?? true,
					isMuted: subscription?.isMuted ?? false,
				};
			});
			const subject = { connectionId, subscriptionId: subscription?.id ?? null, drafts };
			const failure = await saveSubscriptions.run(context, subject);
			if (failure === null) return "saved";
			setRefused({ failure, text });
			return "refused";
		},
	};
}

function describeProblem(say: SayText, { filter, rule }: FilterProblem, isSeveral: boolean): string {
	if (rule === "already-subscribed") return formatFailure(say, createFailure("already-subscribed", { filter })).message;
	return isSeveral ? `${filter}: ${say(`rule.${rule}`)}` : say(`rule.${rule}`);
}

function readUnavailable(
	filters: readonly string[],
	granted: { readonly wildcardAvailable: boolean; readonly sharedAvailable: boolean } | null,
): Failure | null {
	if (granted === null) return null;
	if (!granted.wildcardAvailable && filters.some(hasWildcard)) return createFailure("wildcards-unavailable");
	if (!granted.sharedAvailable && filters.some(isShared)) return createFailure("shared-subscriptions-unavailable");
	return null;
}
