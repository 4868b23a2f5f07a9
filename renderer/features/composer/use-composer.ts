import { useCallback, useMemo } from "react";
import { useStore } from "zustand";
import { type Offer, selectOffer } from "../../actions/select-offer.ts";
import { applyDraft, type ComposerDraft, type ComposerEntry, selectComposer } from "../../state/composer-store.ts";
import { selectConnectionState } from "../../state/connections-store.ts";
import { useStores } from "../../state/use-stores.ts";

/** A part of what stands in a connection's composer. Small parts: what a key does not change is not drawn anew at each key. */
export function useComposer<Part>(connectionId: string, select: (entry: ComposerEntry) => Part): Part {
	const stores = useStores();
	return useStore(stores.composer, (state) => select(selectComposer(state, connectionId)));
}

/** The way to change the draft. */
export function useChangeDraft(connectionId: string): (part: Partial<ComposerDraft>) => void {
	const stores = useStores();
	return useCallback(
		(part) => stores.composer.setState((state) => applyDraft(state, connectionId, part), true),
		[stores, connectionId],
	);
}

/** What the connection's broker offers to a message. */
export function useOffer(connectionId: string): Offer {
	const stores = useStores();
	const connection = useStore(stores.connections, (state) => selectConnectionState(state, connectionId));
	// biome-ignore lint/correctness/useExhaustiveDependencies: the offer is read from the connection's state
	return useMemo(() => selectOffer(stores, connectionId), [stores, connectionId, connection]);
}
