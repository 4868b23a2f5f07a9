import { z } from "zod";
import { checkName } from "../../../shared/contract/connection.ts";
import { recordId, textField } from "../../../shared/contract/field.ts";
import { type ConnectionFolder, readFreeName } from "../../../shared/model/connection-folder.ts";

const storedFolder: z.ZodType<ConnectionFolder> = z.strictObject({
	id: recordId,
	name: textField(checkName),
	parentId: recordId.nullable(),
});

/**
 * The folders of a document that may hold anything at all: one that breaks a rule is left out and told; one whose parent is missing, or
 * that stands in itself, stands in none; one whose name its neighbour has gets another.
 */
export function readStoredFolders(entries: unknown, tell: (problem: string) => void): readonly ConnectionFolder[] {
	if (!Array.isArray(entries)) {
		tell("the folders");
		return [];
	}
	const read = new Map<string, ConnectionFolder>();
	for (const [index, entry] of entries.entries()) {
		const folder = storedFolder.safeParse(entry);
		if (folder.success && !read.has(folder.data.id)) read.set(folder.data.id, folder.data);
		else tell(`folder ${index + 1}`);
	}
	const namesByParent = new Map<string | null, Set<string>>();
	const sound = new Map<string, ConnectionFolder>();
	for (const folder of read.values()) {
		const hasRoot = reachesRoot(folder, read);
		if (!hasRoot) tell(`the folder “${folder.name}”: what it stands in is missing`);
		const parentId = hasRoot ? folder.parentId : null;
		// The circle is open from here on for those that stand in it.
		read.set(folder.id, { ...folder, parentId });
		const names = namesByParent.get(parentId) ?? new Set();
		namesByParent.set(parentId, names);
		const name = readFreeName(folder.name, names);
		if (name !== folder.name) tell(`the folder “${folder.name}”: its name is taken`);
		names.add(name);
		sound.set(folder.id, { id: folder.id, name, parentId });
	}
	return [...sound.values()];
}

function reachesRoot(folder: ConnectionFolder, all: ReadonlyMap<string, ConnectionFolder>): boolean {
	const seen = new Set<string>();
	let at: ConnectionFolder | undefined = folder;
	while (at !== undefined && !seen.has(at.id)) {
		if (at.parentId === null) return true;
		seen.add(at.id);
		at = all.get(at.parentId);
	}
	return false;
}
