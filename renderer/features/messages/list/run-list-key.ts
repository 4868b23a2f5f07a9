/** The keys of the list of messages, only where the focus is on it or within one of its messages. */
import type { KeyboardEvent } from "react";
import type { Action, ConnectionSubject } from "../../../actions/action.ts";
import { closeInspector } from "../../../actions/inspector-actions.ts";
import { isMac } from "../../../actions/is-mac.ts";
import { readListKey } from "../../../actions/match-shortcut.ts";
import { MESSAGE_MOVES } from "../../../actions/message-moves.ts";
import { SELECTION_ACTIONS } from "../../../actions/selection-actions.ts";
import { runFoldKey } from "../row/run-fold-key.ts";
import type { ConversationScroll } from "./conversation-scroll.ts";

export interface ListKeys {
	readonly scroll: ConversationScroll;
	readonly isInspectorOpen: () => boolean;
	readonly closeInspector: () => void;
	readonly can: (action: Action<ConnectionSubject>) => boolean;
	readonly run: (action: Action<ConnectionSubject>) => void;
}

export function runListKey(event: KeyboardEvent<HTMLElement>, list: ListKeys): void {
	const pressed = readListKey(event.nativeEvent, isMac());
	if (pressed === null) return;
	if (!/^(mod|Shift)\+/.test(pressed) && runFoldKey(event)) return;
	// A button in a message has a press of its own.
	const isPress = pressed === "Enter" || pressed === "Space";
	if (isPress && (event.target as Element).closest("button") !== null) return;
	// Marked text is what somebody wants to copy then.
	if (pressed === "mod+C" && document.getSelection()?.isCollapsed === false) return;
	if (pressed === "PageUp" || pressed === "PageDown") {
		list.scroll.onHeading(pressed === "PageUp" ? "older" : "newer");
		return;
	}
	const isKeyOf = ({ listKeys }: { readonly listKeys?: readonly string[] }) => listKeys?.includes(pressed) === true;
	// What is selected goes before what is open: the same key does the nearest thing first.
	const selecting = SELECTION_ACTIONS.find((action) => isKeyOf(action) && list.can(action));
	if (selecting === undefined && isKeyOf(closeInspector) && list.isInspectorOpen()) {
		event.preventDefault();
		list.closeInspector();
		return;
	}
	const action = selecting ?? MESSAGE_MOVES.find(isKeyOf);
	if (action === undefined) return;
	event.preventDefault();
	list.run(action);
}
