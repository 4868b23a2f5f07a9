import { useEffect } from "react";
import type { Action } from "../actions/action.ts";
import { isMac } from "../actions/is-mac.ts";
import { CONNECTION_KEY_ACTIONS, PROGRAM_KEY_ACTIONS } from "../actions/key-actions.ts";
import { matchesShortcut } from "../actions/match-shortcut.ts";
import { runAction } from "../actions/run-action.ts";
import { useActionContext } from "../actions/use-action.ts";

/** Runs actions by their keys, wherever the focus is. While a dialog is open, keys are the dialog's. */
export function useKeys(): void {
	const context = useActionContext();
	useEffect(() => {
		const onKeyDown = (event: KeyboardEvent) => {
			const { dialog, openConnectionId } = context.stores.view.getState();
			if (event.defaultPrevented || dialog !== null) return;
			const isFor = <Subject>(action: Action<Subject>) =>
				[action.shortcut, action.desktopShortcut].some(
					(shortcut) => shortcut !== undefined && matchesShortcut(shortcut, event, isMac()),
				);
			const program = PROGRAM_KEY_ACTIONS.find(isFor);
			const connection = CONNECTION_KEY_ACTIONS.find(isFor);
			if (program !== undefined) void runAction(context, program, undefined);
			else if (connection !== undefined && openConnectionId !== null) {
				void runAction(context, connection, { connectionId: openConnectionId });
			} else return;
			event.preventDefault();
		};
		window.addEventListener("keydown", onKeyDown);
		return () => window.removeEventListener("keydown", onKeyDown);
	}, [context]);
}
