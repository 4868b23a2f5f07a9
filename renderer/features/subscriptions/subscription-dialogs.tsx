import { useStore } from "zustand";
import { selectSubscriptionEntry } from "../../state/subscriptions-store.ts";
import { useStores } from "../../state/use-stores.ts";
import { applyDialog } from "../../state/view-store.ts";
import { SubscriptionDialog } from "./subscription-dialog.tsx";

/** The dialog about a subscription, where one is open. */
export function SubscriptionDialogs() {
	const stores = useStores();
	const dialog = useStore(stores.view, (state) => (state.dialog?.kind === "subscription-form" ? state.dialog : null));
	const subscription = useStore(stores.subscriptions, (state) =>
		dialog === null || dialog.subscriptionId === null
			? null
			: (selectSubscriptionEntry(state, dialog.connectionId, dialog.subscriptionId)?.subscription ?? null),
	);
	if (dialog === null || (dialog.subscriptionId !== null && subscription === null)) return null;
	return (
		<SubscriptionDialog
			key={dialog.subscriptionId ?? "new"}
			connectionId={dialog.connectionId}
			subscription={subscription}
			filter={dialog.filter ?? ""}
			onClose={() => stores.view.setState((state) => (state.dialog === dialog ? applyDialog(state, null) : state))}
		/>
	);
}
