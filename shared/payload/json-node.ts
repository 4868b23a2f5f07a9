/** One node of a JSON tree: what it is, and its key and value as they were written. */
import type { JsonTree } from "./json-tree.ts";
import { skipString } from "./scan-json.ts";

export type JsonKind = "object" | "array" | "string" | "number" | "literal";

export function readJsonKind(tree: JsonTree, node: number): JsonKind {
	switch (tree.text[tree.start[node] ?? 0]) {
		case "{":
			return "object";
		case "[":
			return "array";
		case '"':
			return "string";
		case "t":
		case "f":
		case "n":
			return "literal";
		default:
			return "number";
	}
}

export function isJsonContainer(tree: JsonTree, node: number): boolean {
	const first = tree.text.charCodeAt(tree.start[node] ?? 0);
	return first === 0x7b || first === 0x5b;
}

/** With its quotes and escapes; null for an item of an array and for the root. */
export function readJsonKey(tree: JsonTree, node: number): string | null {
	const from = tree.keyStart[node] ?? -1;
	return from === -1 ? null : tree.text.slice(from, skipString(tree.text, from));
}

/** As written, from the first character to the last: a number keeps its zeros, a string its escapes. */
export function readJsonValue(tree: JsonTree, node: number): string {
	return tree.text.slice(tree.start[node], tree.end[node]);
}

/** How deep it stands under the root, as far as that is told: hostile nesting is as deep as a payload is long. */
export function readJsonDepth(tree: JsonTree, node: number, most: number): number {
	let depth = 0;
	for (let at = tree.parent[node] ?? -1; at !== -1 && depth < most; at = tree.parent[at] ?? -1) depth += 1;
	return depth;
}

/**
 * The node's place as JSONPath: `$.rooms[0]['wind speed']`. Names that need it are quoted as normalized paths have it. [RFC 9535, 2.7]
 * A key that repeats has the same path each time; JSONPath has no other.
 */
export function formatJsonPath(tree: JsonTree, node: number): string {
	const parts: string[] = [];
	for (let at = node; ; ) {
		const parent = tree.parent[at] ?? -1;
		if (parent === -1) break;
		const key = readJsonKey(tree, at);
		parts.push(key === null ? `[${tree.position[at]}]` : formatName(JSON.parse(key) as string));
		at = parent;
	}
	return `$${parts.reverse().join("")}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
	"\b": "\\b",
	"\t": "\\t",
	"\n": "\\n",
	"\f": "\\f",
	"\r": "\\r",
	"'": "\\'",
	"\\": "\\\\",
};

function formatName(name: string): string {
	if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return `.${name}`;
	// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what has to be escaped
	const escaped = name.replace(/['\\\u0000-\u001f]/g, (one) => {
		return ESCAPES[one] ?? `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`;
	});
	return `['${escaped}']`;
}
