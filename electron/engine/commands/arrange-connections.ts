/** What the commands of connections and folders have in common: where things stand, and which names are free there. */
import type { Result } from "../../../shared/contract/spec.ts";
import type { ConnectionProfile } from "../../../shared/model/connection.ts";
import type { ConnectionFolder } from "../../../shared/model/connection-folder.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import type { Failure } from "../../../shared/model/failure.ts";
import type { CommandParts } from "./command-parts.ts";
import type { SecretStore } from "./create-secret-store.ts";

/** Tells the list how what is saved now is arranged. */
export function showArrangement({ profiles, list }: Pick<CommandParts, "profiles" | "list">): void {
	const places = profiles.connections.map(({ profile, folderId }) => ({ id: profile.id, folderId }));
	list.arrange({ folders: profiles.folders, places });
}

/** Closes its session and takes away what belongs to it, the secrets too. It is out of the saved ones already. */
export async function forgetConnection(
	{ list }: CommandParts,
	store: SecretStore,
	{ id, secrets }: Pick<ConnectionProfile, "id" | "secrets">,
): Promise<void> {
	await Promise.all([list.remove(id), store.remove(id, secrets)]);
}

export function findFolder({ profiles }: Pick<CommandParts, "profiles">, id: string): Result<ConnectionFolder> {
	const folder = profiles.folders.find((each) => each.id === id);
	if (folder === undefined) return { ok: false, failure: createFailure("not-found", { what: "folder" }) };
	return { ok: true, value: folder };
}

/** The names of the connections in a folder, less that of one of them. */
export function readNames({ list }: Pick<CommandParts, "list">, folderId: string | null, exceptId: string): ReadonlySet<string> {
	const names = new Set<string>();
	for (const other of list.all) {
		if (other.folderId === folderId && other.profile.id !== exceptId) names.add(other.profile.name.trim());
	}
	return names;
}

/** Whether the connection may stand in this folder; absent: where it stands now. */
export function findPlaceProblem(
	profile: ConnectionProfile,
	folderId: string | null | undefined,
	parts: Pick<CommandParts, "profiles" | "list">,
): Failure | null {
	if (typeof folderId === "string") {
		const folder = findFolder(parts, folderId);
		if (!folder.ok) return folder.failure;
	}
	const place = folderId === undefined ? (parts.list.find(profile.id)?.folderId ?? null) : folderId;
	if (!readNames(parts, place, profile.id).has(profile.name.trim())) return null;
	return createFailure("name-taken", { name: profile.name });
}

/** `moved` before the one with this id, or behind the last. */
export function placeBefore<Item extends { readonly id: string }>(
	all: readonly Item[],
	moved: Item,
	beforeId: string | null,
): readonly Item[] {
	const rest = all.filter(({ id }) => id !== moved.id);
	const index = rest.findIndex(({ id }) => id === beforeId);
	return rest.toSpliced(index === -1 ? rest.length : index, 0, moved);
}
