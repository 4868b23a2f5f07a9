/** Every shortcut there is: those of the one list of actions. */
import { ACTION_GROUPS } from "../../actions/action-list.ts";
import { formatListKey, formatShortcut } from "../../actions/match-shortcut.ts";
import type { TextKey } from "../../i18n/text-key.ts";

export interface Shortcut {
	readonly label: TextKey;
	/** Each of them does it, as people read it. */
	readonly keys: readonly string[];
}

export interface ShortcutGroup {
	readonly label: TextKey;
	readonly shortcuts: readonly Shortcut[];
}

/** `takesEveryKey`: the host does, so that a shorter key, which a browser would keep, comes first. */
export function listShortcuts(isMac: boolean, takesEveryKey: boolean): readonly ShortcutGroup[] {
	const listed = ACTION_GROUPS.map(({ label, program, connection }) => ({
		label,
		shortcuts: [...program, ...connection].flatMap((action): readonly Shortcut[] => {
			const { label: name, shortcut, desktopShortcut, quickKey, listKeys = [] } = action;
			const keys = [
				...(desktopShortcut === undefined || !takesEveryKey ? [] : [formatShortcut(desktopShortcut, isMac)]),
				...(shortcut === undefined ? [] : [formatShortcut(shortcut, isMac)]),
				...(quickKey === undefined ? [] : [quickKey]),
				...listKeys.map((key) => formatListKey(key, isMac)),
			];
			return keys.length === 0 ? [] : [{ label: name, keys }];
		}),
	}));
	return listed.filter(({ shortcuts }) => shortcuts.length > 0);
}
