import { Plus } from "lucide-react";
import { useStore } from "zustand";
import { readKeys } from "../../actions/read-keys.ts";
import { newSubscription } from "../../actions/subscription-actions.ts";
import { useAction } from "../../actions/use-action.ts";
import { useText } from "../../i18n/use-text.ts";
import { selectSubscriptionList } from "../../state/subscriptions-store.ts";
import { useStores } from "../../state/use-stores.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import styles from "./subscription-list.module.css";
import { SubscriptionRow } from "./subscription-row.tsx";

/** What a connection listens to, beside its conversation. */
export function SubscriptionList({ connectionId }: { readonly connectionId: string }) {
	const say = useText();
	const stores = useStores();
	const order = useStore(stores.subscriptions, (state) => selectSubscriptionList(state, connectionId).order);
	const adding = useAction(newSubscription, { connectionId });
	return (
		<section className={styles["column"]} aria-label={say("subscription.title")}>
			<div className={styles["head"]}>
				<h2 className={styles["title"]}>{say("subscription.title")}</h2>
				<IconButton
					icon={Plus}
					label={say(newSubscription.label)}
					onPress={adding.run}
					disabled={!adding.can}
					size="small"
					keys={readKeys(newSubscription)}
				/>
			</div>
			{order.length === 0 ? (
				<div className={styles["empty"]}>
					<p>{say("subscription.empty")}</p>
					<p className={styles["hint"]}>{say("subscription.emptyHint")}</p>
				</div>
			) : (
				<ul className={styles["list"]}>
					{order.map((id) => (
						<SubscriptionRow key={id} connectionId={connectionId} id={id} />
					))}
				</ul>
			)}
		</section>
	);
}
