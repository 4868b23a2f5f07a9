/** The columns of the compact view in the room that the list has. */
import { useCallback, useMemo, useState } from "react";
import { useStore } from "zustand";
import type { MessageColumn } from "../../../state/message-view-store.ts";
import { useStores } from "../../../state/use-stores.ts";
import { type ShownColumn, selectColumns } from "./select-columns.ts";

export interface Columns {
	/** null = the chat has none. */
	readonly shown: readonly ShownColumn[] | null;
	/** Their names alone: the same object as long as the same ones are shown, however wide. */
	readonly names: readonly MessageColumn[] | null;
	readonly roomPx: number;
	/** Of the element that has the room. */
	readonly measure: (element: HTMLElement | null) => (() => void) | undefined;
}

export function useColumns(): Columns {
	const stores = useStores();
	const state = useStore(stores.messageView);
	const [roomPx, setRoomPx] = useState(0);
	const measure = useCallback((element: HTMLElement | null) => {
		if (element === null) return undefined;
		// Before the first painting, so that columns never jump.
		setRoomPx(element.clientWidth);
		const resized = new ResizeObserver(() => setRoomPx(element.clientWidth));
		resized.observe(element);
		return () => resized.disconnect();
	}, []);
	const shown = useMemo(() => (state.view === "compact" ? selectColumns(state, roomPx) : null), [state, roomPx]);
	const key = shown?.map(({ column }) => column).join(" ") ?? null;
	const names = useMemo(() => (key === null ? null : (key.split(" ") as readonly MessageColumn[])), [key]);
	return { shown, names, roomPx, measure };
}
