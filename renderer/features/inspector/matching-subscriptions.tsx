import { useMemo } from "react";
import { useStore } from "zustand";
import { makeVisible } from "../../../shared/payload/make-visible.ts";
import { matchesTopic } from "../../../shared/topic/match-topic.ts";
import { useText } from "../../i18n/use-text.ts";
import { selectSubscriptionList } from "../../state/subscriptions-store.ts";
import { useStores } from "../../state/use-stores.ts";
import { Mark } from "../../ui/mark.tsx";
import styles from "./matching-subscriptions.module.css";

export interface MatchingSubscriptionsProps {
	readonly connectionId: string;
	readonly topic: string;
	/** What the broker says it came through; absent = it does not say. */
	readonly identifiers?: readonly number[] | undefined;
}

/** More than these are only counted. */
const MOST_SHOWN = 8;

/**
 * The subscriptions that this message came through, each in its colour: those whose identifiers the broker sent with it, and besides them
 * those without an identifier whose filters let its topic through, for of these it cannot say.
 */
export function MatchingSubscriptions({ connectionId, topic, identifiers }: MatchingSubscriptionsProps) {
	const say = useText();
	const stores = useStores();
	const list = useStore(stores.subscriptions, (state) => selectSubscriptionList(state, connectionId));
	const matching = useMemo(
		() =>
			list.order.flatMap((id) => {
				const subscription = list.entries.get(id)?.subscription;
				if (subscription === undefined || !matchesTopic(subscription.filter, topic)) return [];
				const isNamed = identifiers?.includes(subscription.identifier ?? 0) === true;
				return identifiers === undefined || isNamed || subscription.identifier === null ? [subscription] : [];
			}),
		[list, topic, identifiers],
	);
	if (matching.length === 0) return null;
	return (
		<ul className={styles["list"]} aria-label={say("inspector.subscriptions")}>
			{matching.slice(0, MOST_SHOWN).map(({ id, filter, colour }) => (
				<li key={id} className={styles["subscription"]}>
					<Mark colour={colour} />
					<span className={styles["filter"]}>{makeVisible(filter)}</span>
				</li>
			))}
			{matching.length > MOST_SHOWN ? (
				<li>{say("inspector.moreSubscriptions", { count: matching.length - MOST_SHOWN })}</li>
			) : null}
		</ul>
	);
}
