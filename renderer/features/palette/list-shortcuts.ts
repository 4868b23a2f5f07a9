/** Every shortcut there is: those of the one list of actions, and the keys of the list of messages, which are answered there. */
import { ACTION_GROUPS } from "../../actions/action-list.ts";
import { formatShortcut } from "../../actions/match-shortcut.ts";
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

const IN_LIST: ShortcutGroup = {
	label: "shortcuts.inList",
	shortcuts: [
		{ label: "shortcuts.nextMessage", keys: ["J"] },
		{ label: "shortcuts.previousMessage", keys: ["K"] },
		{ label: "shortcuts.inspect", keys: ["Enter"] },
		{ label: "inspector.close", keys: ["Esc"] },
		{ label: "shortcuts.firstMessage", keys: ["Home"] },
		{ label: "shortcuts.latestMessage", keys: ["End"] },
	],
};

export function listShortcuts(isMac: boolean): readonly ShortcutGroup[] {
	const listed = ACTION_GROUPS.map(({ label, program, connection }) => ({
		label,
		shortcuts: [...program, ...connection].flatMap((action): readonly Shortcut[] => {
			const { label: name, shortcut, quickKey } = action;
			const keys = [
				...(shortcut === undefined ? [] : [formatShortcut(shortcut, isMac)]),
				...(quickKey === undefined ? [] : [quickKey]),
			];
			return keys.length === 0 ? [] : [{ label: name, keys }];
		}),
	}));
	return [...listed, IN_LIST].filter(({ shortcuts }) => shortcuts.length > 0);
}
