/** The columns as they were left on this device. The page's own storage may be full, forbidden, or hold anything at all. */
import type { Stores } from "../state/create-stores.ts";
import type { Column, HideableColumn, LayoutState } from "../state/layout-store.ts";

const KEY = "parley.layout";
const COLUMNS: readonly Column[] = ["connections", "subscriptions", "inspector"];
const HIDEABLE: readonly HideableColumn[] = ["connections", "subscriptions"];

/** Puts the store as it was, and writes down what changes from now on. Returns the way to stop. */
export function rememberLayout(store: Stores["layout"]): () => void {
	store.setState(readLayout(readStored()), true);
	return store.subscribe((state) => {
		try {
			localStorage.setItem(KEY, JSON.stringify(state));
		} catch {
			// Remembering is a comfort; without storage the columns begin as the window proposes.
		}
	});
}

/** What can be made of something stored. */
export function readLayout(stored: unknown): LayoutState {
	const { widthsPx, hidden, closedFolders } = readRecord(stored);
	const widths = readRecord(widthsPx);
	return {
		widthsPx: Object.fromEntries(
			COLUMNS.flatMap((column) => {
				const px = widths[column];
				return typeof px === "number" && Number.isFinite(px) && px > 0 ? [[column, px]] : [];
			}),
		),
		hidden: HIDEABLE.filter((column) => Array.isArray(hidden) && hidden.includes(column)),
		closedFolders: Array.isArray(closedFolders) ? closedFolders.filter((id) => typeof id === "string") : [],
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
