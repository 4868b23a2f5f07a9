/** What a person does with the inspector. */
import { applyInspected } from "../state/inspector-store.ts";
import type { Action, ConnectionSubject } from "./action.ts";
import type { MessageSubject } from "./copy-message.ts";

export interface InspectedSubject extends ConnectionSubject {
	readonly seq: number;
}

/** Shows a message, and leaves the focus where it is: for a press on it. */
export const inspectMessage: Action<InspectedSubject> = {
	id: "message.inspect",
	label: "action.showDetails",
	when: () => true,
	run({ stores }, { connectionId, seq }) {
		stores.inspector.setState((state) => applyInspected(state, connectionId, seq), true);
		return null;
	},
};

/** The same, and goes there: for a key, and for the menu. */
export const showDetails: Action<MessageSubject> = {
	id: "message.showDetails",
	label: "action.showDetails",
	when: () => true,
	run({ stores }, { connectionId, message }) {
		stores.inspector.setState((state) => {
			const inspected = applyInspected(state, connectionId, message.seq);
			return { ...inspected, focusRequests: inspected.focusRequests + 1 };
		}, true);
		return null;
	},
};

export const closeInspector: Action = {
	id: "inspector.close",
	label: "inspector.close",
	listKeys: ["Escape"],
	when: (stores) => stores.inspector.getState().isOpen,
	run({ stores }) {
		stores.inspector.setState({ isOpen: false });
		return null;
	},
};

export const toggleInspector: Action<ConnectionSubject> = {
	id: "inspector.toggle",
	label: "action.toggleInspector",
	shortcut: "mod+i",
	when: (stores) => stores.view.getState().section === "conversations",
	run({ stores }) {
		stores.inspector.setState(({ isOpen, focusRequests }) => ({
			isOpen: !isOpen,
			focusRequests: isOpen ? focusRequests : focusRequests + 1,
		}));
		return null;
	},
};
