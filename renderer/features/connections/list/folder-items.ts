import { ChevronsDownUp, FolderInput, FolderPlus, Pencil, Plus, Trash2 } from "lucide-react";
import type { Action } from "../../../actions/action.ts";
import {
	askDeleteFolder,
	askMoveFolder,
	askRenameFolder,
	closeFoldersInside,
	type FolderSubject,
	newConnectionInside,
	newFolderInside,
} from "../../../actions/folder-actions.ts";
import { useRunAction } from "../../../actions/use-action.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useStores } from "../../../state/use-stores.ts";
import type { Icon } from "../../../ui/icon.ts";
import type { MenuItem } from "../../../ui/menu-items.tsx";

interface Entry {
	readonly action: Action<FolderSubject>;
	readonly icon: Icon;
	readonly separated?: boolean;
	readonly danger?: boolean;
}

const ENTRIES: readonly Entry[] = [
	{ action: newConnectionInside, icon: Plus },
	{ action: newFolderInside, icon: FolderPlus },
	{ action: askRenameFolder, icon: Pencil, separated: true },
	{ action: askMoveFolder, icon: FolderInput },
	{ action: closeFoldersInside, icon: ChevronsDownUp },
	{ action: askDeleteFolder, icon: Trash2, separated: true, danger: true },
];

/** What can be done with a folder, as items of a menu. */
export function useFolderItems(folderId: string): readonly MenuItem[] {
	const say = useText();
	const run = useRunAction();
	const stores = useStores();
	return ENTRIES.map(({ action, icon, separated = false, danger = false }) => ({
		id: action.id,
		label: say(action.label),
		icon,
		separated,
		danger,
		disabled: !action.when(stores, { folderId }),
		onPress: () => run(action, { folderId }),
	}));
}
