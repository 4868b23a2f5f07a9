/** What a key does in the list of connections, and where a thing that is dropped on a row belongs. */
import type { TreeRow } from "./tree-rows.ts";

export type TreeMove =
	| { readonly kind: "go"; readonly index: number }
	| { readonly kind: "toggle" }
	/** Nothing to do, but the key is the list's. */
	| { readonly kind: "stay" };

/** By the pattern for trees: right opens a folder, then goes into it; left closes it, then goes out of it. null = no key of the list's. */
export function readTreeMove(rows: readonly TreeRow[], current: number, key: string, pageRows: number): TreeMove | null {
	const row = rows[current];
	const last = rows.length - 1;
	const go = (index: number): TreeMove => ({ kind: "go", index: Math.max(0, Math.min(last, index)) });
	switch (key) {
		case "ArrowDown":
			return go(current + 1);
		case "ArrowUp":
			return go(current - 1);
		case "Home":
			return go(0);
		case "End":
			return go(last);
		case "PageDown":
			return go(current + pageRows);
		case "PageUp":
			return go(current - pageRows);
		case "ArrowRight":
			if (row?.kind !== "folder") return { kind: "stay" };
			if (!row.isOpen) return { kind: "toggle" };
			return rows[current + 1]?.parentId === row.id ? go(current + 1) : { kind: "stay" };
		case "ArrowLeft": {
			if (row?.kind === "folder" && row.isOpen) return { kind: "toggle" };
			const parent = rows.findIndex(({ id }) => id === row?.parentId);
			return parent === -1 ? { kind: "stay" } : go(parent);
		}
		default:
			return null;
	}
}

export interface TreeItem {
	readonly kind: "connection" | "folder";
	readonly id: string;
}

export interface DropPlace {
	/** Into this folder; null = into none. */
	readonly folderId: string | null;
	/** Before that one of the same kind; null = behind the last. */
	readonly beforeId: string | null;
	/** Where it is shown: at an edge of the row, or on the whole of it. */
	readonly side: "before" | "after" | "inside";
}

/** `share`: how far down the row the pointer is, from 0 to 1. null where it cannot go. Folders stand before connections, whatever is asked. */
export function readDropPlace(rows: readonly TreeRow[], index: number, share: number, dragged: TreeItem): DropPlace | null {
	const row = rows[index];
	if (row === undefined || row.id === dragged.id || isInside(rows, row, dragged)) return null;
	const inside = (folderId: string | null): DropPlace => ({ folderId, beforeId: null, side: "inside" });
	if (row.kind !== dragged.kind) return row.kind === "folder" ? inside(row.id) : inside(row.parentId);
	const isMiddle = row.kind === "folder" && share > 0.25 && share < 0.75;
	if (isMiddle) return inside(row.id);
	const isBefore = share < 0.5;
	const place = { folderId: row.parentId, side: isBefore ? "before" : "after" } as const;
	if (isBefore) return { ...place, beforeId: row.id };
	const next = rows
		.slice(index + 1)
		.find(({ kind, parentId, id }) => kind === row.kind && parentId === row.parentId && id !== dragged.id);
	return { ...place, beforeId: next?.id ?? null };
}

/** Whether the row stands in the folder that is dragged. */
function isInside(rows: readonly TreeRow[], row: TreeRow, dragged: TreeItem): boolean {
	if (dragged.kind !== "folder") return false;
	const parents = new Map(rows.flatMap((each) => (each.kind === "folder" ? [[each.id, each.parentId] as const] : [])));
	for (let at = row.parentId; at !== null; at = parents.get(at) ?? null) if (at === dragged.id) return true;
	return false;
}
