/**
 * What has changed between two JSON payloads, place by place: members by their keys (the nth of a repeated key against the nth), items by
 * their index. Order of members and white space are no change; a number that is written differently is one.
 */
import { isJsonContainer, readJsonKey, readJsonKind, readJsonValue } from "./json-node.ts";
import type { JsonTree } from "./json-tree.ts";

export type JsonChange =
	| { readonly kind: "added"; readonly after: number }
	| { readonly kind: "removed"; readonly before: number }
	| { readonly kind: "changed"; readonly before: number; readonly after: number };

export interface JsonComparison {
	/** In the order of the later payload; what was removed comes behind what stayed beside it. */
	readonly changes: readonly JsonChange[];
	/** There are more; they were not looked for. */
	readonly isCut: boolean;
}

const MOST_CHANGES = 2000;
const STEP_NODES = 4096;

export function* compareJsonInSteps(before: JsonTree, after: JsonTree): Generator<void, JsonComparison> {
	const changes: JsonChange[] = [];
	/** Pairs still to be compared, the next one last; -1 = on this side there is none. */
	const open: number[] = [0, 0];
	let steps = 0;
	while (open.length > 0) {
		const right = open.pop() ?? 0;
		const left = open.pop() ?? 0;
		steps += 1;
		if (steps % STEP_NODES === 0) yield;
		const change = compareNodes(before, left, after, right);
		if (change === "look-inside") {
			yield* pushPairs(open, before, left, after, right);
		} else if (change !== null) {
			if (changes.length >= MOST_CHANGES) return { changes, isCut: true };
			changes.push(change);
		}
	}
	return { changes, isCut: false };
}

function compareNodes(before: JsonTree, left: number, after: JsonTree, right: number): JsonChange | "look-inside" | null {
	if (left === -1) return { kind: "added", after: right };
	if (right === -1) return { kind: "removed", before: left };
	const kind = readJsonKind(before, left);
	if (kind !== readJsonKind(after, right)) return { kind: "changed", before: left, after: right };
	if (isJsonContainer(before, left)) return "look-inside";
	const one = readJsonValue(before, left);
	const other = readJsonValue(after, right);
	// The same string may be written with other escapes.
	if (one === other || (kind === "string" && JSON.parse(one) === JSON.parse(other))) return null;
	return { kind: "changed", before: left, after: right };
}

function* pushPairs(open: number[], before: JsonTree, left: number, after: JsonTree, right: number): Generator<void, void> {
	const isObject = readJsonKind(after, right) === "object";
	const pairs = isObject ? yield* pairMembers(before, left, after, right) : yield* pairItems(before, left, after, right);
	for (let index = pairs.length - 2; index >= 0; index -= 2) {
		open.push(pairs[index] ?? -1, pairs[index + 1] ?? -1);
		if (index % (STEP_NODES * 2) === 0) yield;
	}
}

function* pairItems(before: JsonTree, left: number, after: JsonTree, right: number): Generator<void, readonly number[]> {
	const pairs: number[] = [];
	const leftEnd = before.next[left] ?? 0;
	const rightEnd = after.next[right] ?? 0;
	let one = left + 1;
	let other = right + 1;
	while (one < leftEnd || other < rightEnd) {
		pairs.push(one < leftEnd ? one : -1, other < rightEnd ? other : -1);
		if (one < leftEnd) one = before.next[one] ?? leftEnd;
		if (other < rightEnd) other = after.next[other] ?? rightEnd;
		if (pairs.length % (STEP_NODES * 2) === 0) yield;
	}
	return pairs;
}

function* pairMembers(before: JsonTree, left: number, after: JsonTree, right: number): Generator<void, readonly number[]> {
	const pairs: number[] = [];
	const lefts = yield* nameMembers(before, left);
	const rights = yield* nameMembers(after, right);
	for (const [name, child] of rights) {
		pairs.push(lefts.get(name) ?? -1, child);
		lefts.delete(name);
		if (pairs.length % (STEP_NODES * 2) === 0) yield;
	}
	for (const rest of lefts.values()) pairs.push(rest, -1);
	return pairs;
}

/** An object's members by their key, and which of those with this key they are. */
function* nameMembers(tree: JsonTree, node: number): Generator<void, Map<string, number>> {
	const members = new Map<string, number>();
	const times = new Map<string, number>();
	const end = tree.next[node] ?? 0;
	for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
		const raw = readJsonKey(tree, child) ?? "";
		const name = raw.includes("\\") ? JSON.stringify(JSON.parse(raw)) : raw;
		if (members.has(name)) {
			const again = (times.get(name) ?? 0) + 1;
			times.set(name, again);
			// No key can look like this: every key ends with its quote.
			members.set(`${name} ${again}`, child);
		} else {
			members.set(name, child);
		}
		if (members.size % STEP_NODES === 0) yield;
	}
	return members;
}
