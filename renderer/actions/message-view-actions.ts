/** How messages are drawn. */
import { applyColumnShown, type OptionalColumn } from "../state/message-view-store.ts";
import type { Action, ConnectionSubject } from "./action.ts";

export const toggleMessageView: Action<ConnectionSubject> = {
	id: "view.toggleCompact",
	label: "action.toggleCompact",
	labelNow: (stores) => (stores.messageView.getState().view === "compact" ? "action.showChat" : "action.showCompact"),
	shortcut: "mod+alt+v",
	when: (stores, { connectionId }) =>
		stores.view.getState().section === "conversations" && stores.connections.getState().profiles.has(connectionId),
	run({ stores }) {
		stores.messageView.setState(({ view }) => ({ view: view === "compact" ? "chat" : "compact" }));
		return null;
	},
};

/** Shows a column of the compact view, or hides it. */
export const toggleMessageColumn: Action<OptionalColumn> = {
	id: "view.toggleColumn",
	label: "conversation.columns.choose",
	when: () => true,
	run({ stores }, column) {
		stores.messageView.setState((state) => applyColumnShown(state, column, state.hidden.includes(column)), true);
		return null;
	},
};

/** Every column as wide as the room has it. */
export const resetColumnWidths: Action = {
	id: "view.resetColumns",
	label: "conversation.columns.reset",
	when: (stores) => Object.keys(stores.messageView.getState().widthsPx).length > 0,
	run({ stores }) {
		stores.messageView.setState({ widthsPx: {} });
		return null;
	},
};
