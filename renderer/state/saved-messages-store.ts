import { createStore } from "zustand/vanilla";
import type { SavedMessage } from "../../shared/model/saved-message.ts";

export interface SavedMessagesState {
	readonly messages: readonly SavedMessage[];
}

export function createSavedMessagesStore() {
	return createStore<SavedMessagesState>(() => ({ messages: [] }));
}

export interface SavedFolder {
	/** Empty = no folder. */
	readonly folder: string;
	readonly messages: readonly SavedMessage[];
}

/**
 * What can be sent from this connection, by folders and names. What was saved for a connection that is gone is nobody's own any more,
 * and stands with all of them.
 */
export function selectSavedFolders(
	{ messages }: SavedMessagesState,
	connectionId: string,
	connectionIds: readonly string[],
): readonly SavedFolder[] {
	const others = new Set(connectionIds.filter((id) => id !== connectionId));
	const folders = new Map<string, SavedMessage[]>();
	for (const message of messages) {
		if (message.connectionId !== null && others.has(message.connectionId)) continue;
		const list = folders.get(message.folder) ?? [];
		folders.set(message.folder, list);
		list.push(message);
	}
	return [...folders]
		.sort(([one], [other]) => one.localeCompare(other))
		.map(([folder, list]) => ({ folder, messages: list.sort((one, other) => one.name.localeCompare(other.name)) }));
}
