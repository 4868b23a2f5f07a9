/** The list of connections as rows: folders first, then connections, each in the order a person gave them. */
import type { ConnectionFolder } from "../../../../shared/model/connection-folder.ts";
import { type ConnectionsState, selectFolderId } from "../../../state/connections-store.ts";

interface RowPlace {
	readonly id: string;
	/** The folder that it stands in. */
	readonly parentId: string | null;
	/** 1 for what stands in no folder. */
	readonly level: number;
	/** Among those beside it, for a reader who hears the list; from 1. */
	readonly position: number;
	readonly beside: number;
}

export type TreeRow =
	| (RowPlace & { readonly kind: "connection" })
	| (RowPlace & { readonly kind: "folder"; readonly name: string; readonly isOpen: boolean });

type Listed = Pick<ConnectionsState, "order" | "folders" | "places" | "profiles">;

/** What a search leaves: connections by name and host, folders by name with everything in them; folders are open then. */
export function listTreeRows(listed: Listed, closed: ReadonlySet<string>, search: string): readonly TreeRow[] {
	const wanted = search.trim().toLowerCase();
	const found = wanted === "" ? null : findShown(listed, wanted);
	const isShown = (id: string) => found === null || found.has(id);
	const folders = groupBy(
		listed.folders.filter(({ id }) => isShown(id)),
		({ parentId }) => parentId,
	);
	const connections = groupBy(listed.order.filter(isShown), (id) => selectFolderId(listed, id));
	const rows: TreeRow[] = [];
	// A stack of its own: how deep folders stand in each other is a person's choice.
	const waiting: (() => void)[] = [];
	const open = (parentId: string | null, level: number) => {
		const inside = folders.get(parentId) ?? [];
		const leaves = connections.get(parentId) ?? [];
		const beside = inside.length + leaves.length;
		waiting.push(() => {
			for (const [index, id] of leaves.entries()) {
				rows.push({ kind: "connection", id, parentId, level, position: inside.length + index + 1, beside });
			}
		});
		for (const [index, { id, name }] of [...inside.entries()].reverse()) {
			waiting.push(() => {
				const isOpen = found !== null || !closed.has(id);
				rows.push({ kind: "folder", id, name, isOpen, parentId, level, position: index + 1, beside });
				if (isOpen) open(id, level + 1);
			});
		}
	};
	open(null, 1);
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) next();
	return rows;
}

/** The connections that stand in each folder, however deep. */
export function groupByFolder({ order, folders, places }: Omit<Listed, "profiles">): ReadonlyMap<string, readonly string[]> {
	const parents = new Map(folders.map(({ id, parentId }) => [id, parentId]));
	const within = new Map<string, string[]>(folders.map(({ id }) => [id, []]));
	for (const id of order) {
		for (let at = places.get(id) ?? null; at !== null; at = parents.get(at) ?? null) within.get(at)?.push(id);
	}
	return within;
}

function findShown(listed: Listed, wanted: string): ReadonlySet<string> {
	const shown = new Set<string>();
	const parents = new Map(listed.folders.map(({ id, parentId }) => [id, parentId]));
	const show = (id: string, parentId: string | null) => {
		shown.add(id);
		for (let at = parentId; at !== null && !shown.has(at); at = parents.get(at) ?? null) shown.add(at);
	};
	// Folders whose own name was meant: all of them are shown whole.
	const meant = new Set<string>();
	const isInMeant = (folderId: string | null) => {
		for (let at = folderId; at !== null; at = parents.get(at) ?? null) if (meant.has(at)) return true;
		return false;
	};
	for (const { id, name } of listed.folders) if (name.toLowerCase().includes(wanted)) meant.add(id);
	for (const { id, parentId } of listed.folders) if (isInMeant(id)) show(id, parentId);
	for (const id of listed.order) {
		const folderId = selectFolderId(listed, id);
		const profile = listed.profiles.get(id);
		const isMeant =
			profile !== undefined && (profile.name.toLowerCase().includes(wanted) || profile.host.toLowerCase().includes(wanted));
		if (isMeant || (meant.size > 0 && isInMeant(folderId))) show(id, folderId);
	}
	return shown;
}

function groupBy<Item>(
	items: readonly Item[],
	readKey: (item: Item) => string | null,
): ReadonlyMap<string | null, readonly Item[]> {
	const groups = new Map<string | null, Item[]>();
	for (const item of items) {
		const key = readKey(item);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [item]);
		else group.push(item);
	}
	return groups;
}

/** Every folder by the names that lead to it, e.g. `Hall / Line 1`, in the list's order. */
export function listFolderPaths(folders: readonly ConnectionFolder[]): readonly { readonly id: string; readonly path: string }[] {
	const rows = listTreeRows({ folders, order: [], places: new Map(), profiles: new Map() }, new Set(), "");
	const paths = new Map<string, string>();
	return rows.flatMap((row) => {
		if (row.kind !== "folder") return [];
		const above = row.parentId === null ? undefined : paths.get(row.parentId);
		const path = above === undefined ? row.name : `${above} / ${row.name}`;
		paths.set(row.id, path);
		return [{ id: row.id, path }];
	});
}
