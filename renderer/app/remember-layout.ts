/** The columns as they were left on this device. */
import type { Stores } from "../state/create-stores.ts";
import type { Column, HideableColumn, LayoutState } from "../state/layout-store.ts";
import { readRecord, readStored, readWidths, writeStored } from "./stored-record.ts";

const KEY = "parley.layout";
const COLUMNS: readonly Column[] = ["connections", "subscriptions", "inspector"];
const HIDEABLE: readonly HideableColumn[] = ["connections", "subscriptions"];

/** Puts the store as it was, and writes down what changes from now on. Returns the way to stop. */
export function rememberLayout(store: Stores["layout"]): () => void {
	store.setState(readLayout(readStored(KEY)), true);
	return store.subscribe((state) => writeStored(KEY, state));
}

/** What can be made of something stored. */
export function readLayout(stored: unknown): LayoutState {
	const { widthsPx, hidden, closedFolders } = readRecord(stored);
	return {
		widthsPx: readWidths(widthsPx, COLUMNS),
		hidden: HIDEABLE.filter((column) => Array.isArray(hidden) && hidden.includes(column)),
		closedFolders: Array.isArray(closedFolders) ? closedFolders.filter((id) => typeof id === "string") : [],
	};
}
