/** What the reader looks at: which connection, which section, which dialog. Nothing of it is kept by the engine. */
import { createStore } from "zustand/vanilla";
import type { SecretName } from "../../shared/model/secret.ts";
import type { MessageSelection, SelectionCount } from "../../shared/model/selection.ts";

export type Section = "conversations" | "broker" | "settings";

export type OpenDialog =
	/** null = a new one. */
	| { readonly kind: "connection-form"; readonly connectionId: string | null; readonly folderId?: string | null }
	/** Asks for the secrets that are not known any more, then connects. */
	| { readonly kind: "secrets"; readonly connectionId: string; readonly missing: readonly SecretName[] }
	/** What the server presented that was refused; there as long as the failure is. */
	| { readonly kind: "server-certificate"; readonly connectionId: string }
	| { readonly kind: "delete-connection"; readonly connectionId: string }
	/** Whether to go to the server that the broker names. */
	| { readonly kind: "redirect"; readonly connectionId: string }
	| { readonly kind: "clear-history"; readonly connectionId: string }
	/** How often what stands in the composer is sent. */
	| { readonly kind: "repeat-form"; readonly connectionId: string }
	| { readonly kind: "move-connection"; readonly connectionId: string }
	/** `folderId` null = a new one, in `parentId`. */
	| { readonly kind: "folder-form"; readonly folderId: string | null; readonly parentId: string | null }
	| { readonly kind: "move-folder"; readonly folderId: string }
	| { readonly kind: "delete-folder"; readonly folderId: string }
	| { readonly kind: "saved-messages"; readonly connectionId: string }
	/** `savedId` null = what stands in the composer is saved; otherwise that one gets another name or place. */
	| { readonly kind: "save-message"; readonly connectionId: string; readonly savedId: string | null }
	| {
			readonly kind: "delete-messages";
			readonly connectionId: string;
			readonly selection: MessageSelection;
			readonly count: SelectionCount;
	  }
	/** `subscriptionId` null = new ones; `filter`: what the field begins with. */
	| {
			readonly kind: "subscription-form";
			readonly connectionId: string;
			readonly subscriptionId: string | null;
			readonly filter?: string;
	  };

/** What lies over the page, whatever is open in it. */
export type Overlay = "palette" | "shortcuts";

export interface ViewState {
	readonly section: Section;
	readonly openConnectionId: string | null;
	readonly connectionSearch: string;
	/** The topic filter that each connection's conversation is narrowed to; a connection without one is not in the map. */
	readonly topicFilters: ReadonlyMap<string, string>;
	readonly dialog: OpenDialog | null;
	readonly overlay: Overlay | null;
	/** Grows when the composer is asked to take the focus. */
	readonly composerFocusRequests: number;
	/** Grows when the search of the connections is asked to take the focus. */
	readonly searchFocusRequests: number;
}

export function createViewStore() {
	return createStore<ViewState>(() => ({
		section: "conversations",
		openConnectionId: null,
		connectionSearch: "",
		topicFilters: new Map(),
		dialog: null,
		overlay: null,
		composerFocusRequests: 0,
		searchFocusRequests: 0,
	}));
}

/** Opens this connection's conversation, from whatever section. */
export function applyConnectionOpened(state: ViewState, connectionId: string): ViewState {
	if (state.openConnectionId === connectionId && state.section === "conversations") return state;
	return { ...state, section: "conversations", openConnectionId: connectionId };
}

/** null, or the filter that is set already, takes the filter away. */
export function applyTopicFilter(state: ViewState, connectionId: string, filter: string | null): ViewState {
	const topicFilters = new Map(state.topicFilters);
	if (filter === null || topicFilters.get(connectionId) === filter) topicFilters.delete(connectionId);
	else topicFilters.set(connectionId, filter);
	return { ...state, topicFilters };
}

export function applyDialog(state: ViewState, dialog: OpenDialog | null): ViewState {
	return { ...state, dialog };
}

export function selectTopicFilter(state: ViewState, connectionId: string): string | null {
	return state.topicFilters.get(connectionId) ?? null;
}

/**
 * After the list changed: a connection that was in it and is gone is not open any more; where none is open, the first one is. One
 * that was just created may be open before the list tells of it. `before` null: this is the first list, which tells of all.
 */
export function applyConnectionOrder(state: ViewState, before: readonly string[] | null, after: readonly string[]): ViewState {
	const open = state.openConnectionId;
	if (open !== null && (after.includes(open) || before?.includes(open) === false)) return state;
	const openConnectionId = after[0] ?? null;
	return openConnectionId === open ? state : { ...state, openConnectionId };
}
