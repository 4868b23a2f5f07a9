import { BellOff, EllipsisVertical } from "lucide-react";
import { memo, useState } from "react";
import { useStore } from "zustand";
import { readMatchedFilter } from "../../../shared/topic/check-topic.ts";
import { useRunAction } from "../../actions/use-action.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useText } from "../../i18n/use-text.ts";
import { selectSubscriptionEntry } from "../../state/subscriptions-store.ts";
import { useStores } from "../../state/use-stores.ts";
import { applyTopicFilter, selectTopicFilter } from "../../state/view-store.ts";
import { FloatingMenu } from "../../ui/floating-menu.tsx";
import { joinClasses } from "../../ui/join-classes.ts";
import { Mark } from "../../ui/mark.tsx";
import { Menu } from "../../ui/menu.tsx";
import { MiddleEllipsis } from "../../ui/middle-ellipsis.tsx";
import { describeStatus } from "./describe-status.ts";
import { readSubscriptionItems } from "./subscription-menu-items.ts";
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
	const [menuAt, setMenuAt] = useState<{
		readonly at: Element | { readonly x: number; readonly y: number };
		readonly origin: HTMLElement;
	} | null>(null);
	if (entry === null) return null;
	const { subscription, status, received, rate } = entry;
	const matched = readMatchedFilter(subscription.filter);
	const name = subscription.alias === "" ? subscription.filter : subscription.alias;
	const words = describeStatus(say, subscription, status);
	const items = readSubscriptionItems(say, stores, { connectionId, subscriptionId: id }, run);
	return (
		<div className={styles["item"]}>
			<button
				type="button"
				className={joinClasses(styles["row"], !subscription.isEnabled && styles["disabled"])}
				onContextMenu={(event) => {
					event.preventDefault();
					// From the keyboard there is no pointer: the menu then belongs to the row.
					const isPointer = event.clientX !== 0 || event.clientY !== 0;
					const at = isPointer ? { x: event.clientX, y: event.clientY } : event.currentTarget;
					setMenuAt({ at, origin: event.currentTarget });
				}}
				aria-pressed={shownFilter === matched}
				onClick={() => stores.view.setState((state) => applyTopicFilter(state, connectionId, matched))}
			>
				<Mark colour={subscription.colour} />
				<span className={styles["name"]} title={subscription.filter}>
					<MiddleEllipsis text={name} mono={subscription.alias === ""} />
					{subscription.isMuted ? (
						<BellOff className={styles["muted"]} role="img" aria-label={say("subscription.muted")} />
					) : null}
				</span>
				<span className={styles["facts"]}>
					<span className={joinClasses(styles["status"], styles[words.tone])} title={words.text}>
						{words.text}
					</span>
					<span className={styles["count"]} title={say("subscription.received", { count: received })}>
						{rate > 0 ? `${say("subscription.rate", { rate: formatRate(rate, language) })} · ` : ""}
						{received.toLocaleString(language)}
					</span>
				</span>
			</button>
			<div className={styles["menu"]}>
				<Menu label={say("subscription.moreActions", { name })} icon={EllipsisVertical} size="small" items={items} />
			</div>
			{menuAt === null ? null : (
				<FloatingMenu anchor={menuAt.at} origin={menuAt.origin} items={items} onClose={() => setMenuAt(null)} />
			)}
		</div>
	);
});

/** One decimal below ten a second, none above. */
function formatRate(rate: number, language: string): string {
	return rate.toLocaleString(language, { maximumFractionDigits: rate < 10 ? 1 : 0 });
}
