/** Where a person can go. */
import type { Section } from "../state/view-store.ts";
import type { Action, ActionContext } from "./action.ts";

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

/** Puts the focus into the search of the connections. */
export const searchConnections: Action = {
	id: "view.searchConnections",
	label: "action.searchConnections",
	shortcut: "mod+k",
	when: (stores) => stores.connections.getState().order.length > 0,
	run: ({ stores }) => {
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
