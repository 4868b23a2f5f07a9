import { useCallback, useMemo } from "react";
import { useStore } from "zustand";
import { selectOffer } from "../../actions/select-offer.ts";
import { applyDraft, type ComposerDraft, selectComposer } from "../../state/composer-store.ts";
import { selectConnectionState } from "../../state/connections-store.ts";
import { useStores } from "../../state/use-stores.ts";

/** What stands in a connection's composer, what its broker offers, and the way to change the draft. */
export function useComposer(connectionId: string) {
	const stores = useStores();
	const entry = useStore(stores.composer, (state) => selectComposer(state, connectionId));
	const connection = useStore(stores.connections, (state) => selectConnectionState(state, connectionId));
	// biome-ignore lint/correctness/useExhaustiveDependencies: the offer is read from the connection's state
	const offer = useMemo(() => selectOffer(stores, connectionId), [stores, connectionId, connection]);
	const change = useCallback(
		(part: Partial<ComposerDraft>) => stores.composer.setState((state) => applyDraft(state, connectionId, part), true),
		[stores, connectionId],
	);
	return { entry, offer, change };
}
