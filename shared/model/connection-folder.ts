/** How the list of connections is arranged: folders in folders, and each connection in one of them or in none. */
export interface ConnectionFolder {
	readonly id: string;
	/** Unique among the folders beside it. */
	readonly name: string;
	/** null = in no other folder. */
	readonly parentId: string | null;
}

/** Where a connection stands; null = in no folder. */
export interface ConnectionPlace {
	readonly id: string;
	readonly folderId: string | null;
}

/** The order of either list is that of what stands beside each other in a folder. */
export interface ConnectionArrangement {
	readonly folders: readonly ConnectionFolder[];
	readonly places: readonly ConnectionPlace[];
}

/** The folder itself and all that stand in it, however deep. */
export function selectFoldersWithin(folders: readonly ConnectionFolder[], folderId: string): ReadonlySet<string> {
	const children = new Map<string, string[]>();
	for (const { id, parentId } of folders) {
		if (parentId !== null) children.set(parentId, [...(children.get(parentId) ?? []), id]);
	}
	// A set keeps each once, so that this ends whatever the list holds.
	const within = new Set([folderId]);
	for (const id of within) for (const child of children.get(id) ?? []) within.add(child);
	return within;
}

/** `name`, or the first of `name (2)`, `name (3)` … that nobody has. */
export function readFreeName(name: string, taken: ReadonlySet<string>): string {
	if (!taken.has(name)) return name;
	// Short enough that the number still fits where names end at 200 characters.
	const stem = name.replace(/ \(\d{1,9}\)$/, "").slice(0, 185);
	let number = 2;
	while (taken.has(`${stem} (${number})`)) number += 1;
	return `${stem} (${number})`;
}
