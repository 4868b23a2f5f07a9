import { useSyncExternalStore } from "react";
import { useStore } from "zustand";
import { type Column, type ColumnWidth, readColumnWidth } from "../state/layout-store.ts";
import { useStores } from "../state/use-stores.ts";

/** How wide a column is in the window of now. */
export function useColumnWidth(column: Column): ColumnWidth {
	const stores = useStores();
	const layout = useStore(stores.layout);
	const windowPx = useSyncExternalStore(subscribeToResize, () => window.innerWidth);
	return readColumnWidth(layout, column, windowPx);
}

function subscribeToResize(listener: () => void): () => void {
	window.addEventListener("resize", listener);
	return () => window.removeEventListener("resize", listener);
}
