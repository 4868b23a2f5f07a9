/** The folders that connections stand in. Saved first; only then does the list hear of it. */
import { randomUUID } from "node:crypto";
import type { Handlers } from "../../../shared/contract/contract.ts";
import type { folderCommands } from "../../../shared/contract/folder.ts";
import type { Result } from "../../../shared/contract/spec.ts";
import { type ConnectionFolder, selectFoldersWithin } from "../../../shared/model/connection-folder.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import { findFolder, forgetConnection, placeBefore, showArrangement } from "./arrange-connections.ts";
import { type CommandParts, DONE } from "./command-parts.ts";
import { createSecretStore } from "./create-secret-store.ts";

type FolderHandlers = Pick<Handlers, keyof typeof folderCommands>;

export function createFolderCommands(parts: CommandParts): FolderHandlers {
	const { profiles, list, takeTurn } = parts;
	const store = createSecretStore(parts.ports);

	/** Puts a folder where it shall stand, new or known; refuses a name that its neighbour has. */
	const save = async (folder: ConnectionFolder, beforeId: string | null | undefined): Promise<Result<null>> => {
		const { id, parentId, name } = folder;
		const parent = parentId === null ? null : findFolder(parts, parentId);
		if (parent?.ok === false) return parent;
		const isTaken = profiles.folders.some(
			(other) => other.id !== id && other.parentId === parentId && other.name.trim() === name.trim(),
		);
		if (isTaken) return { ok: false, failure: createFailure("folder-name-taken", { name }) };
		const index = profiles.folders.findIndex((other) => other.id === id);
		const folders =
			beforeId === undefined && index !== -1
				? profiles.folders.with(index, folder)
				: placeBefore(profiles.folders, folder, beforeId ?? null);
		const saved = await profiles.saveArrangement({ folders, places: [] });
		if (saved.ok) showArrangement(parts);
		return saved;
	};

	return {
		"folder.create": ({ parentId, name }) =>
			takeTurn(async () => {
				const id = randomUUID();
				const saved = await save({ id, name: name.trim(), parentId }, null);
				return saved.ok ? { ok: true, value: { id } } : saved;
			}),
		"folder.rename": ({ id, name }) =>
			takeTurn(async () => {
				const found = findFolder(parts, id);
				return found.ok ? save({ ...found.value, name: name.trim() }, undefined) : found;
			}),
		"folder.move": ({ id, parentId, beforeId }) =>
			takeTurn(async () => {
				const found = findFolder(parts, id);
				if (!found.ok) return found;
				if (parentId !== null && selectFoldersWithin(profiles.folders, id).has(parentId)) {
					return { ok: false, failure: createFailure("folder-into-itself") };
				}
				return save({ ...found.value, parentId }, beforeId);
			}),
		"folder.remove": async ({ id }) => {
			let removal: Promise<unknown> = Promise.resolve();
			const removed = await takeTurn(async () => {
				const found = findFolder(parts, id);
				if (!found.ok) return found;
				const within = selectFoldersWithin(profiles.folders, id);
				const gone = [...list.all].filter(({ folderId }) => folderId !== null && within.has(folderId));
				const saved = await profiles.removeFolder(id);
				if (!saved.ok) return saved;
				removal = Promise.all(gone.map(({ profile }) => forgetConnection(parts, store, profile)));
				showArrangement(parts);
				return saved;
			});
			if (!removed.ok) return removed;
			// Brokers that do not answer may keep the goodbyes waiting; the next change need not wait for them.
			await removal;
			return DONE;
		},
	};
}
