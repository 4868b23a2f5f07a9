import type { Action, ConnectionSubject } from "./action.ts";

/** Puts the focus into the search of the messages: the browser's own would find no more than the few rows that are drawn. */
export const searchMessages: Action<ConnectionSubject> = {
	id: "message.search",
	label: "action.searchMessages",
	shortcut: "mod+f",
	quickKey: "/",
	when: (stores, { connectionId }) => stores.conversation.getState().connectionId === connectionId,
	run({ stores }) {
		stores.conversation.setState((state) => ({ searchFocusRequests: state.searchFocusRequests + 1 }));
		return null;
	},
};
