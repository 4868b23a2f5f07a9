/** The keys of the list of messages: without a modifier, and only where the focus is on it or within one of its messages. */
import type { KeyboardEvent } from "react";
import type { Action, ConnectionSubject } from "../../actions/action.ts";
import { closeInspector } from "../../actions/inspector-actions.ts";
import { MESSAGE_MOVES } from "../../actions/message-moves.ts";
import type { ConversationScroll } from "./conversation-scroll.ts";
import { runFoldKey } from "./run-fold-key.ts";

export interface ListKeys {
	readonly scroll: ConversationScroll;
	readonly isInspectorOpen: () => boolean;
	readonly closeInspector: () => void;
	readonly run: (action: Action<ConnectionSubject>) => void;
}

export function runListKey(event: KeyboardEvent<HTMLElement>, list: ListKeys): void {
	const { key } = event;
	if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.nativeEvent.isComposing) return;
	if (runFoldKey(event)) return;
	// A button in a message has a press of its own.
	if (key === "Enter" && (event.target as Element).closest("button") !== null) return;
	if (key === "PageUp" || key === "PageDown") {
		list.scroll.onHeading(key === "PageUp" ? "older" : "newer");
		return;
	}
	if (closeInspector.listKeys?.includes(key) === true && list.isInspectorOpen()) {
		event.preventDefault();
		list.closeInspector();
		return;
	}
	const pressed = key.length === 1 ? key.toUpperCase() : key;
	const action = MESSAGE_MOVES.find(({ listKeys }) => listKeys?.includes(pressed) === true);
	if (action === undefined) return;
	event.preventDefault();
	list.run(action);
}
