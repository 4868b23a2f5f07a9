import { isMac } from "./is-mac.ts";
import { describeShortcut, formatShortcut } from "./match-shortcut.ts";

export interface ActionKeys {
	/** As people read it, e.g. `Ctrl+Alt+N`. */
	readonly shown: string;
	/** For `aria-keyshortcuts`. */
	readonly spoken: string;
}

/** The keys of an action, as this machine writes them; null = it has none. */
export function readKeys({ shortcut, quickKey }: { readonly shortcut?: string; readonly quickKey?: string }): ActionKeys | null {
	if (shortcut !== undefined) return { shown: formatShortcut(shortcut, isMac()), spoken: describeShortcut(shortcut, isMac()) };
	return quickKey === undefined ? null : { shown: quickKey, spoken: quickKey };
}
