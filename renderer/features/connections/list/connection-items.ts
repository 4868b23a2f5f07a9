import { Copy, Eraser, FolderInput, Link, LogOut, Pencil, Plug, Scissors, Trash2, Unplug } from "lucide-react";
import { useCallback, useMemo } from "react";
import type { Action, ConnectionSubject } from "../../../actions/action.ts";
import { askMoveConnection, duplicateConnection } from "../../../actions/arrange-connections.ts";
import {
	askClearHistory,
	askDeleteConnection,
	connect,
	disconnect,
	disconnectWithWill,
	dropConnection,
	editConnection,
} from "../../../actions/connection-actions.ts";
import { copyLink } from "../../../actions/copy-link.ts";
import { useAbilities, useRunAction } from "../../../actions/use-action.ts";
import type { TextKey } from "../../../i18n/text-key.ts";
import { useText } from "../../../i18n/use-text.ts";
import type { Icon } from "../../../ui/icon.ts";
import type { MenuItem } from "../../../ui/menu-items.tsx";

interface Entry {
	readonly action: Action<ConnectionSubject>;
	readonly icon: Icon;
	readonly title?: TextKey;
	/** Begins a new group. */
	readonly separated?: boolean;
	readonly danger?: boolean;
}

const OPENING: readonly Entry[] = [
	{ action: connect, icon: Plug },
	{ action: disconnect, icon: Unplug },
];

const ENTRIES: readonly Entry[] = [
	{ action: disconnectWithWill, icon: LogOut, title: "connection.willHint" },
	{ action: dropConnection, icon: Scissors, title: "connection.dropHint" },
	{ action: editConnection, icon: Pencil, separated: true },
	{ action: duplicateConnection, icon: Copy },
	{ action: askMoveConnection, icon: FolderInput },
	{ action: copyLink, icon: Link },
	{ action: askClearHistory, icon: Eraser, separated: true },
	{ action: askDeleteConnection, icon: Trash2, danger: true },
];

/** What can be done with a connection, as items of a menu. `part`: without what stands beside the menu as a button of its own. */
export function useConnectionItems(connectionId: string, part: "all" | "beside-buttons"): readonly MenuItem[] {
	const say = useText();
	const run = useRunAction();
	const entries = useMemo(() => (part === "all" ? [...OPENING, ...ENTRIES] : ENTRIES), [part]);
	const actions = useMemo(() => entries.map(({ action }) => action), [entries]);
	const subject = useMemo(() => ({ connectionId }), [connectionId]);
	const abilities = useAbilities(actions, subject);
	const create = useCallback(
		({ action, icon, title, separated = false, danger = false }: Entry, index: number): MenuItem => {
			const ability = abilities[index];
			return {
				id: action.id,
				label: say(action.label),
				icon,
				separated,
				danger,
				disabled: ability?.can !== true,
				...(ability?.whyNot ? { reason: say(ability.whyNot) } : {}),
				...(title === undefined ? {} : { title: say(title) }),
				onPress: () => run(action, subject),
			};
		},
		[abilities, say, run, subject],
	);
	return entries.map(create);
}
