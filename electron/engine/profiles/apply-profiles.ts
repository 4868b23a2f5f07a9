/** What each change makes of everything that is saved. */
import { type ConnectionArrangement, selectFoldersWithin } from "../../../shared/model/connection-folder.ts";
import type { SavePlace, StoredConnection } from "./profiles.ts";
import type { ProfilesState } from "./profiles-document.ts";

export function applyConnection(
	state: ProfilesState,
	connection: Omit<StoredConnection, "folderId">,
	{ folderId, afterId }: SavePlace,
): ProfilesState {
	const indexOf = (id: string | undefined) => state.connections.findIndex(({ profile }) => profile.id === id);
	const index = indexOf(connection.profile.id);
	const before = state.connections[index];
	const stored = { ...connection, folderId: folderId === undefined ? (before?.folderId ?? null) : folderId };
	if (before !== undefined) return { ...state, connections: state.connections.with(index, stored) };
	const after = indexOf(afterId);
	return { ...state, connections: state.connections.toSpliced(after === -1 ? state.connections.length : after + 1, 0, stored) };
}

export function applyArrangement(state: ProfilesState, { folders, places }: ConnectionArrangement): ProfilesState {
	const rest = new Map(state.connections.map((connection) => [connection.profile.id, connection]));
	const placed = places.flatMap(({ id, folderId }) => {
		const connection = rest.get(id);
		rest.delete(id);
		return connection === undefined ? [] : [{ ...connection, folderId }];
	});
	return { ...state, folders, connections: [...placed, ...rest.values()] };
}

export function applyFolderRemoved(state: ProfilesState, id: string): ProfilesState {
	const gone = selectFoldersWithin(state.folders, id);
	return {
		...state,
		folders: state.folders.filter((folder) => !gone.has(folder.id)),
		connections: state.connections.filter(({ folderId }) => folderId === null || !gone.has(folderId)),
	};
}
