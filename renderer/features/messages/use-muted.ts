import { useMemo } from "react";
import { useStore } from "zustand";
import type { ConversationFilter } from "../../../shared/model/conversation.ts";
import { selectMuted, selectSubscriptionList } from "../../state/subscriptions-store.ts";
import { useStores } from "../../state/use-stores.ts";
import { selectTopicFilter } from "../../state/view-store.ts";

/** The part of the filter that hides muted subscriptions; the same object as long as it says the same. A topic that is asked for is shown. */
export function useMuted(connectionId: string): Pick<ConversationFilter, "muted"> {
	const stores = useStores();
	const isNarrowed = useStore(stores.view, (state) => selectTopicFilter(state, connectionId) !== null);
	const subscriptions = useStore(stores.subscriptions, (state) => selectSubscriptionList(state, connectionId).subscriptions);
	const text = useMemo(() => JSON.stringify(selectMuted(subscriptions) ?? null), [subscriptions]);
	return useMemo(() => {
		const muted = JSON.parse(text) as ConversationFilter["muted"] | null;
		return isNarrowed || muted === null || muted === undefined ? {} : { muted };
	}, [text, isNarrowed]);
}
