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
}

/** More than these are only counted. */
const MOST_SHOWN = 8;

/** The subscriptions of now whose filters let this topic through, each in its colour. */
export function MatchingSubscriptions({ connectionId, topic }: MatchingSubscriptionsProps) {
	const say = useText();
	const stores = useStores();
	const list = useStore(stores.subscriptions, (state) => selectSubscriptionList(state, connectionId));
	const matching = useMemo(
		() =>
			list.order.flatMap((id) => {
				const subscription = list.entries.get(id)?.subscription;
				return subscription !== undefined && matchesTopic(subscription.filter, topic) ? [subscription] : [];
			}),
		[list, topic],
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
