/**
 * The one list of what a person can do from anywhere: the keys, the palette and the sheet of shortcuts are made from it. What acts on
 * one row, such as a message's menu, is not in it.
 */
import type { TextKey } from "../i18n/text-key.ts";
import type { Action, ConnectionSubject } from "./action.ts";
import { askMoveConnection, duplicateConnection, moveConnectionDown, moveConnectionUp } from "./arrange-connections.ts";
import { connectToBroker, startBroker, stopBroker, tryBroker } from "./broker-actions.ts";
import {
	askClearHistory,
	askDeleteConnection,
	connect,
	disconnect,
	disconnectWithWill,
	dropConnection,
	editConnection,
	enterSecrets,
	newConnection,
	showCertificate,
} from "./connection-actions.ts";
import { copyLink } from "./copy-link.ts";
import { newFolder } from "./folder-actions.ts";
import { formatPayload, minifyPayload } from "./format-payload.ts";
import { closeInspector, toggleInspector } from "./inspector-actions.ts";
import { toggleConnections, toggleSubscriptions } from "./layout-actions.ts";
import { MESSAGE_MOVES } from "./message-moves.ts";
import { toggleMessageView } from "./message-view-actions.ts";
import { clearRetained, publish } from "./publish.ts";
import { withdrawAll } from "./queue-actions.ts";
import { askRepeat } from "./repeat-actions.ts";
import { sendRequest } from "./request-actions.ts";
import { askSaveMessage, openSavedMessages } from "./saved-message-actions.ts";
import { searchMessages } from "./search-messages.ts";
import { SELECTION_ACTIONS } from "./selection-actions.ts";
import { newSubscription } from "./subscription-actions.ts";
import { openBroker, openConversations, openPalette, openSettings, searchConnections, showShortcuts } from "./view-actions.ts";

export interface ActionGroup {
	readonly label: TextKey;
	/** Of the whole program. */
	readonly program: readonly Action[];
	/** Of the connection that is open. */
	readonly connection: readonly Action<ConnectionSubject>[];
}

export const ACTION_GROUPS: readonly ActionGroup[] = [
	{
		label: "palette.group.connection",
		program: [newConnection, newFolder, searchConnections],
		// The palette begins with the first of them, so that is one that ends nothing.
		connection: [
			newSubscription,
			connect,
			enterSecrets,
			showCertificate,
			disconnect,
			disconnectWithWill,
			dropConnection,
			editConnection,
			duplicateConnection,
			askMoveConnection,
			copyLink,
			askClearHistory,
			askDeleteConnection,
		],
	},
	{
		label: "palette.group.messages",
		program: [],
		connection: [
			publish,
			formatPayload,
			minifyPayload,
			searchMessages,
			clearRetained,
			sendRequest,
			askRepeat,
			openSavedMessages,
			askSaveMessage,
			withdrawAll,
		],
	},
	{ label: "shortcuts.inConnections", program: [], connection: [moveConnectionUp, moveConnectionDown] },
	{ label: "shortcuts.inList", program: [closeInspector], connection: MESSAGE_MOVES },
	{ label: "selection.name", program: [], connection: SELECTION_ACTIONS },
	{
		label: "palette.group.view",
		program: [openPalette, showShortcuts, openConversations, openBroker, openSettings, toggleConnections],
		connection: [toggleMessageView, toggleSubscriptions, toggleInspector],
	},
	{ label: "app.broker", program: [tryBroker, connectToBroker, startBroker, stopBroker], connection: [] },
];

/** Their key is pressed in one place, which answers it itself. */
export const LOCAL_ACTIONS: ReadonlySet<string> = new Set([publish.id, formatPayload.id]);
