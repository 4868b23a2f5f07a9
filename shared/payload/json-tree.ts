/**
 * JSON as a tree over its own text: columns of places and not objects, so that a million values cost some tens of megabytes and
 * nothing of what was written is lost (numbers, escapes, repeated keys and order stay as they are). Nodes are numbered in the order of
 * the text, a parent before its children, so that a node's descendants are the numbers up to `next`.
 */
import { createIntColumn } from "./int-column.ts";
import { type JsonError, JsonRefusal, locateRefusal, skipScalar, skipSpace, skipString } from "./scan-json.ts";

export interface JsonTree {
	readonly text: string;
	readonly count: number;
	/** Where a member's key begins, with its quote; -1 for what has no key. */
	readonly keyStart: Int32Array;
	/** The value, from its first character to behind its last. */
	readonly start: Int32Array;
	readonly end: Int32Array;
	/** -1 for the root, which is node 0. */
	readonly parent: Int32Array;
	/** The first node behind all descendants. */
	readonly next: Int32Array;
	/** Which of its parent's children it is, from 0. */
	readonly position: Int32Array;
	/** How many children it has. */
	readonly size: Int32Array;
}

export type JsonIndexing =
	| { readonly ok: true; readonly tree: JsonTree }
	| { readonly ok: false; readonly error: JsonError }
	/** It would take more memory than a page should use. */
	| { readonly ok: false; readonly error: "too-many-values" };

const MOST_NODES = 3_000_000;
/** Between two pauses: so much read. */
const STEP_LENGTH = 32_768;

type Expected = "value" | "value-or-close" | "key" | "key-or-close" | "comma-or-close" | "nothing";

class TooManyValues extends Error {}

/** Yields often enough that whoever drives it can let others run. */
export function* indexJsonInSteps(text: string, mostNodes = MOST_NODES): Generator<void, JsonIndexing> {
	try {
		return { ok: true, tree: yield* indexNodes(text, mostNodes) };
	} catch (error) {
		if (error instanceof JsonRefusal) return { ok: false, error: locateRefusal(text, error) };
		if (error instanceof TooManyValues) return { ok: false, error: "too-many-values" };
		throw error;
	}
}

function* indexNodes(text: string, mostNodes: number): Generator<void, JsonTree> {
	const nodes = createNodes(mostNodes);
	/** What would close the containers that are open. */
	const closers: string[] = [];
	let at = 0;
	let nextStep = STEP_LENGTH;
	let key = -1;
	let expected: Expected = "value";
	const afterValue = (): Expected => (closers.length === 0 ? "nothing" : "comma-or-close");

	for (;;) {
		at = skipSpace(text, at);
		if (at >= nextStep) {
			nextStep = at + STEP_LENGTH;
			yield;
		}
		const character = text[at];
		if (character === undefined) {
			if (expected === "nothing") return yield* nodes.finish(text);
			throw new JsonRefusal(nodes.count === 0 ? "empty" : "unexpected-end", at);
		}
		const mayClose = expected === "value-or-close" || expected === "key-or-close" || expected === "comma-or-close";
		if (mayClose && character === closers.at(-1)) {
			closers.pop();
			at += 1;
			nodes.close(at);
			expected = afterValue();
		} else if (expected === "nothing") {
			throw new JsonRefusal("after-end", at);
		} else if (expected === "comma-or-close") {
			if (character !== ",") throw new JsonRefusal("unexpected-character", at);
			at += 1;
			expected = closers.at(-1) === "}" ? "key" : "value";
		} else if (expected === "key" || expected === "key-or-close") {
			if (character !== '"') throw new JsonRefusal("unexpected-character", at);
			key = at;
			at = skipSpace(text, skipString(text, at));
			if (text[at] !== ":") throw new JsonRefusal(at >= text.length ? "unexpected-end" : "unexpected-character", at);
			at += 1;
			expected = "value";
		} else if (character === "{" || character === "[") {
			nodes.open(key, at);
			key = -1;
			closers.push(character === "{" ? "}" : "]");
			at += 1;
			expected = character === "{" ? "key-or-close" : "value-or-close";
		} else {
			const end = skipScalar(text, at, character);
			nodes.add(key, at, end);
			key = -1;
			at = end;
			expected = afterValue();
		}
	}
}

function createNodes(mostNodes: number) {
	const keyStart = createIntColumn();
	const start = createIntColumn();
	const end = createIntColumn();
	const parent = createIntColumn();
	const next = createIntColumn();
	const position = createIntColumn();
	const size = createIntColumn();
	const open: number[] = [];
	/** How many children each of the open ones has so far. */
	const sizes: number[] = [];

	const add = (key: number, from: number, to: number): number => {
		const node = start.length;
		if (node >= mostNodes) throw new TooManyValues();
		const depth = open.length - 1;
		const before = sizes[depth] ?? 0;
		keyStart.push(key);
		start.push(from);
		end.push(to);
		parent.push(open[depth] ?? -1);
		next.push(node + 1);
		position.push(before);
		size.push(0);
		if (depth >= 0) sizes[depth] = before + 1;
		return node;
	};
	return {
		get count() {
			return start.length;
		},
		add,
		open(key: number, from: number): void {
			open.push(add(key, from, from));
			sizes.push(0);
		},
		/** The innermost that is open ends here. */
		close(to: number): void {
			const node = open.pop() ?? 0;
			end.set(node, to);
			next.set(node, start.length);
			size.set(node, sizes.pop() ?? 0);
		},
		/** A pause after each column: together they are tens of megabytes. */
		*finish(text: string): Generator<void, JsonTree> {
			const columns = { keyStart, start, end, parent, next, position, size };
			const finished = new Map<string, Int32Array>();
			for (const [name, column] of Object.entries(columns)) {
				finished.set(name, column.finish());
				if (start.length > STEP_LENGTH) yield;
			}
			const read = (name: keyof typeof columns) => finished.get(name) ?? new Int32Array(0);
			return {
				text,
				count: start.length,
				keyStart: read("keyStart"),
				start: read("start"),
				end: read("end"),
				parent: read("parent"),
				next: read("next"),
				position: read("position"),
				size: read("size"),
			};
		},
	};
}
