import { useSyncExternalStore } from "react";
import { useStore } from "zustand";
import {
	type Column,
	type ColumnWidth,
	isInspectorOver,
	readColumnWidth,
	readHeaderCover,
	readInspectorCover,
} from "../state/layout-store.ts";
import { useStores } from "../state/use-stores.ts";

/** How wide a column is in the window of now. */
export function useColumnWidth(column: Column): ColumnWidth {
	const stores = useStores();
	return readColumnWidth(useStore(stores.layout), column, useWindowWidth());
}

export interface InspectorPlace {
	/** Whether it lies over other columns. */
	readonly isOver: boolean;
	/** What the conversation gives way by, and what the header does, which begins further to the left. */
	readonly coverPx: number;
	readonly headerCoverPx: number;
}

/** Where the inspector stands in the window of now. */
export function useInspectorPlace(): InspectorPlace {
	const stores = useStores();
	const layout = useStore(stores.layout);
	const windowPx = useWindowWidth();
	return {
		isOver: isInspectorOver(layout, windowPx),
		coverPx: readInspectorCover(layout, windowPx),
		headerCoverPx: readHeaderCover(layout, windowPx),
	};
}

function useWindowWidth(): number {
	return useSyncExternalStore(subscribeToResize, () => window.innerWidth);
}

function subscribeToResize(listener: () => void): () => void {
	window.addEventListener("resize", listener);
	return () => window.removeEventListener("resize", listener);
}
