/** Which nodes of a JSON tree are in sight: those whose ancestors are all open. */
import type { JsonTree } from "./json-tree.ts";

export interface JsonFold {
	/** By node: 1 = its children are in sight, where it is itself. */
	readonly open: Uint8Array;
	/** The nodes in sight, in order. */
	readonly rows: Int32Array;
}

/** A tree of up to so many values begins unfolded as a whole. */
const SMALL_TREE = 200;
/** A larger one is unfolded level by level, as long as no more than so many rows come of it. */
const FIRST_ROWS = 60;

export function createJsonFold(tree: JsonTree): JsonFold {
	if (tree.count <= SMALL_TREE) return unfoldAll(tree);
	const open = new Uint8Array(tree.count);
	let level = [0];
	let rows = 1;
	while (level.length > 0) {
		const added = level.reduce((sum, node) => sum + (tree.size[node] ?? 0), 0);
		// The root is always open: its size says nothing about what is in it.
		if (rows > 1 && rows + added > FIRST_ROWS) break;
		for (const node of level) open[node] = 1;
		rows += added;
		if (rows > FIRST_ROWS) break;
		level = level.flatMap((node) => listChildren(tree, node));
	}
	return { open, rows: selectRows(tree, open) };
}

export function unfoldAll(tree: JsonTree): JsonFold {
	const open = new Uint8Array(tree.count).fill(1);
	return { open, rows: selectRows(tree, open) };
}

export function foldAll(tree: JsonTree): JsonFold {
	const open = new Uint8Array(tree.count);
	open[0] = 1;
	return { open, rows: selectRows(tree, open) };
}

export function applyFold(tree: JsonTree, fold: JsonFold, node: number, isOpen: boolean): JsonFold {
	const open = fold.open.slice();
	open[node] = isOpen ? 1 : 0;
	return { open, rows: selectRows(tree, open) };
}

/** Opens whatever hides the node. */
export function applyReveal(tree: JsonTree, fold: JsonFold, node: number): JsonFold {
	const open = fold.open.slice();
	let isHidden = false;
	for (let at = tree.parent[node] ?? -1; at !== -1; at = tree.parent[at] ?? -1) {
		isHidden ||= open[at] === 0;
		open[at] = 1;
	}
	return isHidden ? { open, rows: selectRows(tree, open) } : fold;
}

/** The row on which a node stands; -1 where it is hidden. */
export function findJsonRow(fold: JsonFold, node: number): number {
	let low = 0;
	let high = fold.rows.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const at = fold.rows[middle] ?? 0;
		if (at === node) return middle;
		if (at < node) low = middle + 1;
		else high = middle - 1;
	}
	return -1;
}

function listChildren(tree: JsonTree, node: number): number[] {
	const children: number[] = [];
	const end = tree.next[node] ?? 0;
	for (let child = node + 1; child < end; child = tree.next[child] ?? end) children.push(child);
	return children;
}

function selectRows(tree: JsonTree, open: Uint8Array): Int32Array {
	const rows = new Int32Array(tree.count);
	let count = 0;
	for (let node = 0; node < tree.count; ) {
		rows[count] = node;
		count += 1;
		node = open[node] === 1 ? node + 1 : (tree.next[node] ?? tree.count);
	}
	return rows.slice(0, count);
}
