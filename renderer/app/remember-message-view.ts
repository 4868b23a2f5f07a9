/** How messages were drawn on this device. The page's own storage may be full, forbidden, or hold anything at all. */
import type { Stores } from "../state/create-stores.ts";
import { MESSAGE_COLUMNS, type MessageViewState, type OptionalColumn } from "../state/message-view-store.ts";

const KEY = "parley.messageView";

/** Puts the store as it was, and writes down what changes from now on. Returns the way to stop. */
export function rememberMessageView(store: Stores["messageView"]): () => void {
	store.setState(readMessageView(readStored()), true);
	return store.subscribe((state) => {
		try {
			localStorage.setItem(KEY, JSON.stringify(state));
		} catch {
			// Remembering is a comfort; without storage the page begins with the chat.
		}
	});
}

/** What can be made of something stored. */
export function readMessageView(stored: unknown): MessageViewState {
	const { view, hidden, widthsPx } = readRecord(stored);
	const widths = readRecord(widthsPx);
	const columns = MESSAGE_COLUMNS.filter((column): column is OptionalColumn => column !== "payload");
	return {
		view: view === "compact" ? "compact" : "chat",
		hidden: columns.filter((column) => Array.isArray(hidden) && hidden.includes(column)),
		widthsPx: Object.fromEntries(
			columns.flatMap((column) => {
				const px = widths[column];
				return typeof px === "number" && Number.isFinite(px) && px > 0 ? [[column, px]] : [];
			}),
		),
	};
}

function readRecord(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function readStored(): unknown {
	try {
		return JSON.parse(localStorage.getItem(KEY) ?? "{}");
	} catch {
		return {};
	}
}
