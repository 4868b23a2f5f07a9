/** Which columns stand beside the conversation. */

import type { Stores } from "../state/create-stores.ts";
import { applyHidden, type HideableColumn } from "../state/layout-store.ts";
import type { Action, ConnectionSubject } from "./action.ts";

export const toggleConnections: Action = {
	id: "view.toggleConnections",
	label: "action.toggleConnections",
	labelNow: (stores) => (isHidden(stores, "connections") ? "action.showConnections" : "action.hideConnections"),
	shortcut: "mod+b",
	when: (stores) => stores.view.getState().section === "conversations" && stores.connections.getState().order.length > 0,
	run: ({ stores }) => toggle(stores, "connections"),
};

export const toggleSubscriptions: Action<ConnectionSubject> = {
	id: "view.toggleSubscriptions",
	label: "action.toggleSubscriptions",
	labelNow: (stores) => (isHidden(stores, "subscriptions") ? "action.showSubscriptions" : "action.hideSubscriptions"),
	shortcut: "mod+alt+b",
	when: (stores, { connectionId }) =>
		stores.view.getState().section === "conversations" && stores.connections.getState().profiles.has(connectionId),
	run: ({ stores }) => toggle(stores, "subscriptions"),
};

function isHidden(stores: Stores, column: HideableColumn): boolean {
	return stores.layout.getState().hidden.includes(column);
}

function toggle({ layout }: Stores, column: HideableColumn): null {
	layout.setState((state) => applyHidden(state, column, !state.hidden.includes(column)), true);
	return null;
}
