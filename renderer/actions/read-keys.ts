import { isMac } from "./is-mac.ts";
import { describeShortcut, formatShortcut } from "./match-shortcut.ts";

export interface ActionKeys {
	/** As people read it, e.g. `Ctrl+Alt+N`. */
	readonly shown: string;
	/** For `aria-keyshortcuts`. */
	readonly spoken: string;
}

/** The keys of an action, as this machine writes them; null = it has none. */
export function readKeys(action: { readonly shortcut?: string }): ActionKeys | null {
	if (action.shortcut === undefined) return null;
	return { shown: formatShortcut(action.shortcut, isMac()), spoken: describeShortcut(action.shortcut, isMac()) };
}
