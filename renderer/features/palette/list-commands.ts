/** What the palette offers: every action of the one list that is possible now, and every connection to go to. */
import type { Action, ConnectionSubject } from "../../actions/action.ts";
import { ACTION_GROUPS } from "../../actions/action-list.ts";
import { readKeys } from "../../actions/read-keys.ts";
import { sendSaved } from "../../actions/saved-message-actions.ts";
import { openConnection, openPalette } from "../../actions/view-actions.ts";
import type { SayText } from "../../i18n/use-text.ts";
import type { Stores } from "../../state/create-stores.ts";
import { selectSavedFolders } from "../../state/saved-messages-store.ts";
import type { Command } from "../../ui/command-dialog.tsx";

/** Runs an action with its subject, whatever that is. */
export type RunAction = <Subject>(action: Action<Subject>, subject: Subject) => void;

export interface PaletteCommand extends Command {
	/** Other words that it is found by: the action's id, the same in every language; a connection's host. */
	readonly alias: string;
	readonly run: (run: RunAction) => void;
}

export function listCommands(stores: Stores, say: SayText): readonly PaletteCommand[] {
	return [...listActions(stores, say), ...listSaved(stores, say), ...listConnections(stores, say)];
}

function listActions(stores: Stores, say: SayText): readonly PaletteCommand[] {
	const { openConnectionId, section } = stores.view.getState();
	const open = section === "conversations" && openConnectionId !== null ? { connectionId: openConnectionId } : null;
	return ACTION_GROUPS.flatMap((group) => {
		const create = <Subject>(action: Action<Subject>, subject: Subject): PaletteCommand => ({
			id: action.id,
			alias: action.id,
			label: say(action.labelNow?.(stores) ?? action.label),
			group: say(group.label),
			keys: readKeys(action)?.shown ?? null,
			run: (run) => run(action, subject),
		});
		const ofConnection = (action: Action<ConnectionSubject>) =>
			open !== null && action.when(stores, open) ? [create(action, open)] : [];
		const ofProgram = (action: Action) => (action !== openPalette && action.when(stores) ? [create(action, undefined)] : []);
		return [...group.connection.flatMap(ofConnection), ...group.program.flatMap(ofProgram)];
	});
}

/** Those that the open connection can send. */
function listSaved(stores: Stores, say: SayText): readonly PaletteCommand[] {
	const { openConnectionId: connectionId, section } = stores.view.getState();
	if (section !== "conversations" || connectionId === null) return [];
	const { order } = stores.connections.getState();
	return selectSavedFolders(stores.savedMessages.getState(), connectionId, order).flatMap(({ folder, messages }) =>
		messages.map((saved) => ({
			id: `${sendSaved.id}/${saved.id}`,
			alias: saved.message.topic,
			label: folder === "" ? saved.name : `${folder}/${saved.name}`,
			group: say("saved.send"),
			keys: null,
			run: (run: RunAction) => run(sendSaved, { connectionId, saved }),
		})),
	);
}

/** All but the one that is looked at. */
function listConnections(stores: Stores, say: SayText): readonly PaletteCommand[] {
	const { order, profiles } = stores.connections.getState();
	const { openConnectionId, section } = stores.view.getState();
	return order.flatMap((connectionId): readonly PaletteCommand[] => {
		const profile = profiles.get(connectionId);
		if (profile === undefined || (section === "conversations" && connectionId === openConnectionId)) return [];
		return [
			{
				id: `${openConnection.id}/${connectionId}`,
				alias: profile.host,
				label: profile.name,
				group: say("palette.group.goTo"),
				keys: null,
				run: (run) => run(openConnection, { connectionId }),
			},
		];
	});
}
