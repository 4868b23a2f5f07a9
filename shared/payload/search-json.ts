/** Finds a text in the keys and values of a JSON tree, as they were written, letters in either case. */
import { isJsonContainer } from "./json-node.ts";
import type { JsonTree } from "./json-tree.ts";
import { skipString } from "./scan-json.ts";

export interface JsonMatches {
	/** In order, each once. */
	readonly nodes: readonly number[];
	/** There may be more; they were not looked for. */
	readonly isCut: boolean;
}

const MOST_MATCHES = 10_000;
const STEP_MATCHES = 2048;
/** A search without a match runs through so much text before it pauses. */
const STEP_LENGTH = 1 << 20;

export function* searchJsonInSteps(tree: JsonTree, wanted: string): Generator<void, JsonMatches> {
	const nodes: number[] = [];
	if (wanted === "") return { nodes, isCut: false };
	const pattern = new RegExp(wanted.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&"), "gi");
	const { text } = tree;
	let found = 0;
	for (let from = 0; from < text.length; from += STEP_LENGTH) {
		// A match may begin in this part and end in the next.
		const part = text.slice(from, from + STEP_LENGTH + wanted.length - 1);
		pattern.lastIndex = 0;
		for (let match = pattern.exec(part); match !== null; match = pattern.exec(part)) {
			const at = from + match.index;
			const node = findNode(tree, at);
			const end = findTokenEnd(tree, node, at);
			if (at + match[0].length <= end && nodes.at(-1) !== node) {
				if (nodes.length >= MOST_MATCHES) return { nodes, isCut: true };
				nodes.push(node);
			}
			pattern.lastIndex = Math.max(match.index + 1, nodes.at(-1) === node ? end - from : 0);
			found += 1;
			if (found % STEP_MATCHES === 0) yield;
		}
		yield;
	}
	return { nodes, isCut: false };
}

/** The last node that begins at or before this place. */
function findNode(tree: JsonTree, at: number): number {
	let low = 0;
	let high = tree.count - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		const key = tree.keyStart[middle] ?? -1;
		if ((key === -1 ? (tree.start[middle] ?? 0) : key) <= at) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** Where the key or value ends that this place is in; -1 where it is in neither. */
function findTokenEnd(tree: JsonTree, node: number, at: number): number {
	const key = tree.keyStart[node] ?? -1;
	if (key !== -1 && at >= key) {
		const end = skipString(tree.text, key);
		if (at < end) return end;
	}
	const start = tree.start[node] ?? 0;
	const end = tree.end[node] ?? 0;
	return at >= start && at < end && !isJsonContainer(tree, node) ? end : -1;
}
