import type { Action } from "./action.ts";
import { isMac } from "./is-mac.ts";
import { describeShortcut, formatListKey, formatShortcut } from "./match-shortcut.ts";

export interface ActionKeys {
	/** As people read it, e.g. `Ctrl+Alt+N`. */
	readonly shown: string;
	/** For `aria-keyshortcuts`. */
	readonly spoken: string;
}

/** The keys of an action, as this machine writes them; null = it has none. */
export function readKeys(action: Partial<Pick<Action, "shortcut" | "quickKey" | "listKeys">>): ActionKeys | null {
	const { shortcut, quickKey, listKeys = [] } = action;
	if (shortcut !== undefined) return { shown: formatShortcut(shortcut, isMac()), spoken: describeShortcut(shortcut, isMac()) };
	if (quickKey !== undefined) return { shown: quickKey, spoken: quickKey };
	const [listKey] = listKeys;
	if (listKey === undefined) return null;
	return { shown: formatListKey(listKey, isMac()), spoken: describeShortcut(listKey, isMac()) };
}
