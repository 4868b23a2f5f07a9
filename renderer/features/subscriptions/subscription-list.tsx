import { Plus } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { useStore } from "zustand";
import type { Subscription } from "../../../shared/model/subscription.ts";
import { readKeys } from "../../actions/read-keys.ts";
import { newSubscription } from "../../actions/subscription-actions.ts";
import { useAction } from "../../actions/use-action.ts";
import { useText } from "../../i18n/use-text.ts";
import { selectSubscriptionList } from "../../state/subscriptions-store.ts";
import { useStores } from "../../state/use-stores.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { VirtualList } from "../../ui/virtual-list.tsx";
import { isRefused } from "./describe-status.ts";
import styles from "./subscription-list.module.css";
import { SubscriptionRow } from "./subscription-row.tsx";

/** A row, and one that says in two lines why the broker refused it. The rows are laid out for the same heights. */
const ROW_PX = { comfortable: { usual: 50, refused: 66 }, compact: { usual: 40, refused: 54 } } as const;
/** Fewer are seen at a glance. */
const SEARCHED_FROM = 15;

/** What a connection listens to, beside its conversation. */
export function SubscriptionList({ connectionId }: { readonly connectionId: string }) {
	const say = useText();
	const stores = useStores();
	const { order, entries } = useStore(stores.subscriptions, (state) => selectSubscriptionList(state, connectionId));
	const density = useStore(stores.program, (state) => state.program?.preferences.density ?? "comfortable");
	const [search, setSearch] = useState({ connectionId, text: "" });
	const text = search.connectionId === connectionId ? search.text : "";
	// What is typed is shown at once, the rows that it leaves as soon as there is time.
	const wanted = useDeferredValue(text).trim().toLowerCase();
	const shown = useMemo(
		() => (wanted === "" ? order : order.filter((id) => matches(wanted, entries.get(id)?.subscription))),
		[order, entries, wanted],
	);
	const rowPx = useMemo(() => {
		const refused = new Set(shown.filter((id) => isRefused(entries.get(id)?.status)));
		return (index: number) => ROW_PX[density][refused.has(shown[index] ?? "") ? "refused" : "usual"];
	}, [shown, entries, density]);
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
				<>
					{order.length >= SEARCHED_FROM ? (
						<div className={styles["search"]}>
							<SearchField
								label={say("subscription.search")}
								clearLabel={say("common.cancel")}
								value={text}
								onChange={(next) => setSearch({ connectionId, text: next })}
							/>
						</div>
					) : null}
					{shown.length === 0 ? <p className={styles["empty"]}>{say("subscription.noMatch")}</p> : null}
					<VirtualList
						// Another search is read from its start.
						key={`${connectionId} ${wanted}`}
						role="list"
						rowRole="listitem"
						label={say("subscription.title")}
						count={shown.length}
						rowPx={rowPx}
						rowKey={(index) => shown[index] ?? ""}
						renderRow={(index) => <SubscriptionRow connectionId={connectionId} id={shown[index] ?? ""} />}
					/>
				</>
			)}
		</section>
	);
}

function matches(wanted: string, subscription: Subscription | undefined): boolean {
	return (
		subscription !== undefined &&
		(subscription.filter.toLowerCase().includes(wanted) || subscription.alias.toLowerCase().includes(wanted))
	);
}
