import { useCallback, useMemo } from "react";
import { useStore } from "zustand";
import type { PayloadFormat } from "../../../shared/model/written-message.ts";
import { type Offer, selectOffer } from "../../actions/select-offer.ts";
import { type ComposerDraft, canSayIn, switchFormat } from "../../state/composer-draft.ts";
import { applyComposer, applyDraft, type ComposerEntry, selectComposer } from "../../state/composer-store.ts";
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

/** The way to choose another format for the payload. */
export function useChangeFormat(connectionId: string): (format: PayloadFormat) => void {
	const stores = useStores();
	return useCallback(
		(format) =>
			stores.composer.setState((state) => {
				const { draft } = selectComposer(state, connectionId);
				const changed = applyDraft(state, connectionId, switchFormat(draft, format));
				if (canSayIn(draft, format)) return changed;
				return applyComposer(changed, connectionId, { outcome: { kind: "not-text", topic: draft.topic } });
			}, true),
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
