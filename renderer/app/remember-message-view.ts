/** How messages were drawn on this device. */
import type { Stores } from "../state/create-stores.ts";
import { MESSAGE_COLUMNS, type MessageViewState, type OptionalColumn } from "../state/message-view-store.ts";
import { readRecord, readStored, readWidths, writeStored } from "./stored-record.ts";

const KEY = "parley.messageView";

/** Puts the store as it was, and writes down what changes from now on. Returns the way to stop. */
export function rememberMessageView(store: Stores["messageView"]): () => void {
	store.setState(readMessageView(readStored(KEY)), true);
	return store.subscribe((state) => writeStored(KEY, state));
}

/** What can be made of something stored. */
export function readMessageView(stored: unknown): MessageViewState {
	const { view, hidden, widthsPx } = readRecord(stored);
	const columns = MESSAGE_COLUMNS.filter((column): column is OptionalColumn => column !== "payload");
	return {
		view: view === "compact" ? "compact" : "chat",
		hidden: columns.filter((column) => Array.isArray(hidden) && hidden.includes(column)),
		widthsPx: readWidths(widthsPx, columns),
	};
}
