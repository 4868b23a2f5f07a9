/** The inspector as it was in this session of the browser: open or not, and what it showed. Which message it showed is not kept. */
import type { Stores } from "../state/create-stores.ts";
import type { InspectorTab, InspectorView } from "../state/inspector-store.ts";

const KEY = "parley.inspector";
const TABS: readonly InspectorTab[] = ["payload", "changes", "history"];
const VIEWS: readonly InspectorView[] = ["auto", "text", "json", "hex", "base64"];

/** Puts the store as it was, and writes down what changes from now on. Returns the way to stop. */
export function rememberInspector(store: Stores["inspector"]): () => void {
	const { isOpen, tab, view } = readRemembered();
	store.setState((state) => ({
		isOpen: isOpen === true,
		tab: TABS.find((each) => each === tab) ?? state.tab,
		view: VIEWS.find((each) => each === view) ?? state.view,
	}));
	return store.subscribe((state, before) => {
		if (state.isOpen === before.isOpen && state.tab === before.tab && state.view === before.view) return;
		try {
			sessionStorage.setItem(KEY, JSON.stringify({ isOpen: state.isOpen, tab: state.tab, view: state.view }));
		} catch {
			// Remembering is a comfort; without storage the inspector begins closed.
		}
	});
}

function readRemembered(): Readonly<Record<string, unknown>> {
	try {
		const value: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
		return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
	} catch {
		return {};
	}
}
