/** Where a person can go. */
import { applyHidden } from "../state/layout-store.ts";
import { applyConnectionOpened, type Section } from "../state/view-store.ts";
import type { Action, ActionContext, ConnectionSubject } from "./action.ts";

export const openSettings: Action = {
	id: "view.settings",
	label: "action.openSettings",
	shortcut: "mod+comma",
	when: () => true,
	run: (context) => openSection(context, "settings"),
};

export const openConversations: Action = {
	id: "view.conversations",
	label: "app.conversations",
	when: () => true,
	run: (context) => openSection(context, "conversations"),
};

export const openBroker: Action = {
	id: "view.broker",
	label: "app.broker",
	when: () => true,
	run: (context) => openSection(context, "broker"),
};

export const openConnection: Action<ConnectionSubject> = {
	id: "view.openConnection",
	label: "action.openConnection",
	when: (stores, { connectionId }) => stores.connections.getState().profiles.has(connectionId),
	run: ({ stores }, { connectionId }) => {
		stores.view.setState((state) => applyConnectionOpened(state, connectionId));
		return null;
	},
};

/** Every command by its name. */
export const openPalette: Action = {
	id: "view.palette",
	label: "action.openPalette",
	shortcut: "mod+k",
	when: () => true,
	run: ({ stores }) => {
		stores.view.setState({ overlay: "palette" });
		return null;
	},
};

/** Every shortcut. */
export const showShortcuts: Action = {
	id: "view.shortcuts",
	label: "action.showShortcuts",
	quickKey: "?",
	when: () => true,
	run: ({ stores }) => {
		stores.view.setState({ overlay: "shortcuts" });
		return null;
	},
};

/** Puts the focus into the search of the connections. */
export const searchConnections: Action = {
	id: "view.searchConnections",
	label: "action.searchConnections",
	shortcut: "mod+shift+f",
	when: (stores) => stores.connections.getState().order.length > 0,
	run: ({ stores }) => {
		stores.layout.setState((state) => applyHidden(state, "connections", false));
		stores.view.setState((state) => ({
			section: "conversations",
			searchFocusRequests: state.searchFocusRequests + 1,
		}));
		return null;
	},
};

function openSection({ stores }: ActionContext, section: Section): null {
	stores.view.setState({ section });
	return null;
}
