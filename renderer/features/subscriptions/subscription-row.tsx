import { EllipsisVertical, Pencil, Trash2 } from "lucide-react";
import { memo } from "react";
import { useStore } from "zustand";
import { readMatchedFilter } from "../../../shared/topic/check-topic.ts";
import { editSubscription, removeSubscription } from "../../actions/subscription-actions.ts";
import { useRunAction } from "../../actions/use-action.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useText } from "../../i18n/use-text.ts";
import { selectSubscriptionEntry } from "../../state/subscriptions-store.ts";
import { useStores } from "../../state/use-stores.ts";
import { applyTopicFilter, selectTopicFilter } from "../../state/view-store.ts";
import { joinClasses } from "../../ui/join-classes.ts";
import { Mark } from "../../ui/mark.tsx";
import { Menu } from "../../ui/menu.tsx";
import { MiddleEllipsis } from "../../ui/middle-ellipsis.tsx";
import { describeStatus } from "./describe-status.ts";
import styles from "./subscription-row.module.css";

/** One subscription; a press narrows the conversation to it, another one widens it again. */
export const SubscriptionRow = memo(function SubscriptionRow(props: { readonly connectionId: string; readonly id: string }) {
	const { connectionId, id } = props;
	const say = useText();
	const language = useLanguage();
	const stores = useStores();
	const run = useRunAction();
	const entry = useStore(stores.subscriptions, (state) => selectSubscriptionEntry(state, connectionId, id));
	const shownFilter = useStore(stores.view, (state) => selectTopicFilter(state, connectionId));
	if (entry === null) return null;
	const { subscription, status, received } = entry;
	const matched = readMatchedFilter(subscription.filter);
	const name = subscription.alias === "" ? subscription.filter : subscription.alias;
	const words = describeStatus(say, subscription, status);
	const subject = { connectionId, subscriptionId: id };
	return (
		<li className={styles["item"]}>
			<button
				type="button"
				className={styles["row"]}
				aria-pressed={shownFilter === matched}
				onClick={() => stores.view.setState((state) => applyTopicFilter(state, connectionId, matched))}
			>
				<Mark colour={subscription.colour} />
				<span className={styles["name"]} title={subscription.filter}>
					<MiddleEllipsis text={name} mono={subscription.alias === ""} />
				</span>
				<span className={styles["facts"]}>
					<span className={joinClasses(styles["status"], styles[words.tone])} title={words.text}>
						{words.text}
					</span>
					<span className={styles["count"]} title={say("subscription.received", { count: received })}>
						{received.toLocaleString(language)}
					</span>
				</span>
			</button>
			<div className={styles["menu"]}>
				<Menu
					label={say("subscription.moreActions", { name })}
					icon={EllipsisVertical}
					size="small"
					items={[
						{
							id: editSubscription.id,
							label: say(editSubscription.label),
							icon: Pencil,
							onPress: () => run(editSubscription, subject),
						},
						{
							id: removeSubscription.id,
							label: say(removeSubscription.label),
							icon: Trash2,
							danger: true,
							onPress: () => run(removeSubscription, subject),
						},
					]}
				/>
			</div>
		</li>
	);
});
