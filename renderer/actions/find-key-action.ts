import type { Stores } from "../state/create-stores.ts";
import type { Action, ConnectionSubject } from "./action.ts";
import { ACTION_GROUPS, LOCAL_ACTIONS } from "./action-list.ts";
import { type KeyPress, matchesQuickKey, matchesShortcut } from "./match-shortcut.ts";

export type KeyAction =
	| { readonly kind: "program"; readonly action: Action }
	| { readonly kind: "connection"; readonly action: Action<ConnectionSubject>; readonly subject: ConnectionSubject };

/** What this press runs; null = it is no key of the program's. `isTyping`: the focus is where characters are meant as such. */
export function findKeyAction(stores: Stores, press: KeyPress, isTyping: boolean, isMac: boolean): KeyAction | null {
	const isFor = <Subject>({ id, shortcut, desktopShortcut, quickKey }: Action<Subject>): boolean => {
		if (LOCAL_ACTIONS.has(id)) return false;
		if (quickKey !== undefined && !isTyping && matchesQuickKey(quickKey, press)) return true;
		return [shortcut, desktopShortcut].some((keys) => keys !== undefined && matchesShortcut(keys, press, isMac));
	};
	const program = ACTION_GROUPS.flatMap((group) => group.program).find(isFor);
	if (program !== undefined) return { kind: "program", action: program };
	const connectionId = stores.view.getState().openConnectionId;
	const connection = ACTION_GROUPS.flatMap((group) => group.connection).find(isFor);
	if (connection === undefined || connectionId === null) return null;
	return { kind: "connection", action: connection, subject: { connectionId } };
}
