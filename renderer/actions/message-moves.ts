/**
 * The way through the messages by keys. The list of messages does what is asked: it alone knows which row is the current one and
 * what is in sight. Its own keys, the palette and the sheet of shortcuts are views of these objects.
 */
import type { TextKey } from "../i18n/text-key.ts";
import type { ListAsk } from "../state/conversation-store.ts";
import type { Stores } from "../state/create-stores.ts";
import type { Action, ConnectionSubject } from "./action.ts";

function createListAction(ask: ListAsk, label: TextKey, listKeys: readonly string[]): Action<ConnectionSubject> {
	return {
		id: `messages.${ask}`,
		label,
		listKeys,
		when: (stores, { connectionId }) => {
			const state = stores.conversation.getState();
			return state.connectionId === connectionId && state.window !== null && state.window.rows.length > 0;
		},
		run({ stores }) {
			askList(stores, ask);
			return null;
		},
	};
}

/** E.g. to take the focus back, after what was done to its messages. */
export function askList(stores: Stores, ask: ListAsk): void {
	stores.conversation.setState({ listRequest: { ask } });
}

export const openMessageMenu = createListAction("menu", "shortcuts.messageMenu", ["ArrowRight", "Shift+F10"]);

export const latestMessage = createListAction("latest", "shortcuts.latestMessage", ["End"]);

/** The first that had not been seen when the conversation was opened. */
export const firstUnreadMessage: Action<ConnectionSubject> = {
	...createListAction("unread", "conversation.jumpToUnread", []),
	when: (stores, { connectionId }) => {
		const state = stores.conversation.getState();
		return state.connectionId === connectionId && state.window !== null && state.unreadAfterSeq !== null;
	},
};

/** Back to writing. */
const focusComposer: Action<ConnectionSubject> = {
	id: "composer.focus",
	label: "shortcuts.toComposer",
	listKeys: ["Escape"],
	when: (stores, { connectionId }) => stores.view.getState().openConnectionId === connectionId,
	run({ stores }) {
		stores.view.setState((state) => ({ composerFocusRequests: state.composerFocusRequests + 1 }));
		return null;
	},
};

/** What the current message has to do with the selection. */
export const MESSAGE_MARKS: readonly Action<ConnectionSubject>[] = [
	createListAction("toggle", "selection.toggle", ["Space"]),
	createListAction("extendNext", "selection.extendNext", ["Shift+J", "Shift+ArrowDown"]),
	createListAction("extendPrevious", "selection.extendPrevious", ["Shift+K", "Shift+ArrowUp"]),
];

/** In the order in which the sheet of shortcuts shows them. */
export const MESSAGE_MOVES: readonly Action<ConnectionSubject>[] = [
	createListAction("next", "shortcuts.nextMessage", ["J", "ArrowDown"]),
	createListAction("previous", "shortcuts.previousMessage", ["K", "ArrowUp"]),
	createListAction("inspect", "shortcuts.inspect", ["Enter"]),
	createListAction("fold", "shortcuts.foldPayload", ["F"]),
	openMessageMenu,
	createListAction("first", "shortcuts.firstMessage", ["Home"]),
	latestMessage,
	firstUnreadMessage,
	focusComposer,
];
