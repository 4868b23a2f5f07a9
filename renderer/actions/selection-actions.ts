/** What can be done with the selected messages, in the order in which the sheet of shortcuts shows it. */
import type { Action, ConnectionSubject } from "./action.ts";
import { copySelected } from "./copy-selected.ts";
import { askDeleteSelected } from "./delete-messages.ts";
import { MESSAGE_MARKS } from "./message-moves.ts";
import { pinSelected, unpinSelected } from "./pin-messages.ts";
import { letSelectionGo, selectAllShown } from "./select-messages.ts";
import { stopSelectionWork } from "./work-on-selection.ts";

export const SELECTION_ACTIONS: readonly Action<ConnectionSubject>[] = [
	...MESSAGE_MARKS,
	selectAllShown,
	copySelected,
	askDeleteSelected,
	pinSelected,
	unpinSelected,
	letSelectionGo,
	stopSelectionWork,
];
