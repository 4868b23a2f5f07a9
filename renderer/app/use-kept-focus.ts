import { useLayoutEffect, useRef } from "react";
import { useStore } from "zustand";
import { useStores } from "../state/use-stores.ts";

/** A column that is put away while the focus is in it hands it to the conversation, so that the keys go on from somewhere. */
export function useKeptFocus(): void {
	const stores = useStores();
	const hidden = useStore(stores.layout, (state) => state.hidden);
	const isInspecting = useStore(stores.inspector, (state) => state.isOpen);
	const before = useRef({ hidden, isInspecting });
	useLayoutEffect(() => {
		const last = before.current;
		before.current = { hidden, isInspecting };
		const isPutAway = hidden.length > last.hidden.length || (last.isInspecting && !isInspecting);
		if (!isPutAway || document.activeElement !== document.body) return;
		const list = document.querySelector<HTMLElement>("main [role=log]");
		// The list is one stop of the Tab key: itself, or the message that it was left at.
		(list?.querySelector<HTMLElement>("article[tabindex='0']") ?? list)?.focus({ preventScroll: true });
	}, [hidden, isInspecting]);
}
