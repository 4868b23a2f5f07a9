import fc from "fast-check";
import { expect, test } from "vitest";
import { applyFold, applyReveal, createJsonFold, findJsonRow, foldAll, unfoldAll } from "../../../../shared/payload/fold-json.ts";
import { checkJson } from "../../../../shared/payload/format-json.ts";
import {
	formatJsonPath,
	isJsonContainer,
	readJsonDepth,
	readJsonKey,
	readJsonKind,
	readJsonValue,
} from "../../../../shared/payload/json-node.ts";
import { indexJsonInSteps, type JsonTree } from "../../../../shared/payload/json-tree.ts";
import { runSteps } from "../../../../shared/payload/run-steps.ts";
import { searchJsonInSteps } from "../../../../shared/payload/search-json.ts";

function createTree(text: string): JsonTree {
	const indexing = runSteps(indexJsonInSteps(text));
	if (!indexing.ok) throw new Error(`not JSON: ${JSON.stringify(indexing.error)}`);
	return indexing.tree;
}

/** The value that the tree tells of, by its columns alone; a repeated key keeps its last value, as JSON.parse has it. */
function build(tree: JsonTree, node = 0): unknown {
	if (!isJsonContainer(tree, node)) return JSON.parse(readJsonValue(tree, node));
	const children: number[] = [];
	for (let child = node + 1; child < (tree.next[node] ?? 0); child = tree.next[child] ?? 0) children.push(child);
	expect(children.length).toBe(tree.size[node]);
	expect(children.map((child) => tree.position[child])).toEqual(children.map((_, index) => index));
	expect(children.every((child) => tree.parent[child] === node)).toBe(true);
	if (readJsonKind(tree, node) === "array") return children.map((child) => build(tree, child));
	const pairs = children.map((child) => [JSON.parse(readJsonKey(tree, child) ?? "") as string, build(tree, child)] as const);
	return Object.fromEntries(pairs);
}

const key = fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "toString", "a b", "'", "\\", "\u202e", ""));
const { json } = fc.letrec((tie) => ({
	json: fc.oneof(
		{ maxDepth: 5 },
		fc.constantFrom(null, true, false),
		fc.integer(),
		fc.double({ noNaN: true, noDefaultInfinity: true }),
		fc.string({ unit: "binary" }),
		fc.array(tie("json"), { maxLength: 6 }),
		// From pairs: an object literal would take __proto__ for something else.
		fc.array(fc.tuple(key, tie("json")), { maxLength: 6 }).map((pairs) => Object.fromEntries(pairs)),
	),
}));
const written = fc.tuple(json, fc.constantFrom(undefined, 1, "\t")).map(([value, space]) => JSON.stringify(value, null, space));

test("a tree tells what JSON.parse tells", () => {
	fc.assert(
		fc.property(written, (text) => {
			expect(build(createTree(text))).toEqual(JSON.parse(text));
		}),
	);
});

test("what JSON.parse refuses has no tree, and the place of the error is the one that laying out finds", () => {
	const damaged = fc
		.tuple(written, fc.nat(), fc.constantFrom("", ",", "}", '"', "\\", "0", ":", "\n", "x", "["))
		.map(([text, at, put]) => text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + 1));
	fc.assert(
		fc.property(damaged, (text) => {
			let isJson = true;
			try {
				JSON.parse(text);
			} catch {
				isJson = false;
			}
			const indexing = runSteps(indexJsonInSteps(text));
			expect(indexing.ok).toBe(isJson);
			if (!indexing.ok) expect(indexing.error).toEqual(checkJson(text));
		}),
		{ numRuns: 300 },
	);
});

test("numbers, escapes and repeated keys stay as they were written", () => {
	const tree = createTree(String.raw`{"a":1.00,"a":1E+2,"\u0041":"\u00e9","big":123456789012345678901234567890}`);
	expect(Array.from({ length: tree.count }, (_, node) => readJsonKey(tree, node))).toEqual([
		null,
		'"a"',
		'"a"',
		String.raw`"\u0041"`,
		'"big"',
	]);
	expect([1, 2, 3, 4].map((node) => readJsonValue(tree, node))).toEqual([
		"1.00",
		"1E+2",
		String.raw`"\u00e9"`,
		"123456789012345678901234567890",
	]);
});

test("a path leads from the root to its value", () => {
	fc.assert(
		fc.property(written, (text) => {
			const tree = createTree(text);
			const byPath = new Map(Array.from({ length: tree.count }, (_, node) => [formatJsonPath(tree, node), node]));
			for (const [path, node] of byPath) expect(follow(JSON.parse(text), path)).toEqual(build(tree, node));
		}),
	);
	const tree = createTree(String.raw`{"a":[{"b c":1,"it's":2,"__proto__":{"x\ny\u0001":3}}]}`);
	expect(Array.from({ length: tree.count }, (_, node) => formatJsonPath(tree, node))).toEqual([
		"$",
		"$.a",
		"$.a[0]",
		"$.a[0]['b c']",
		String.raw`$.a[0]['it\'s']`,
		"$.a[0].__proto__",
		String.raw`$.a[0].__proto__['x\ny\u0001']`,
	]);
});

/** A reader of such paths that knows nothing of trees. */
function follow(value: unknown, path: string): unknown {
	let at = value;
	for (const step of path.slice(1).match(/\.[A-Za-z_][A-Za-z0-9_]*|\[\d+\]|\['(?:[^'\\]|\\.)*'\]/gsu) ?? []) {
		const quoted = /^\['(.*)'\]$/su.exec(step)?.[1];
		const name = step.startsWith(".")
			? step.slice(1)
			: quoted === undefined
				? step.slice(1, -1)
				: (JSON.parse(`"${quoted.replace(/\\'/g, "'").replace(/(?<!\\)((?:\\\\)*)"/g, '$1\\"')}"`) as string);
		at = Object.getOwnPropertyDescriptor(at, name)?.value;
	}
	return at;
}

test("a hostile nesting is indexed without the language's own stack", () => {
	const depth = 50_000;
	const tree = createTree("[".repeat(depth) + "]".repeat(depth));
	expect(tree.count).toBe(depth);
	expect(readJsonDepth(tree, depth - 1, 64)).toBe(64);
	expect(createJsonFold(tree).rows.length).toBeLessThan(200);
	expect(unfoldAll(tree).rows.length).toBe(depth);
	expect(applyReveal(tree, foldAll(tree), depth - 1).rows.length).toBe(depth);
});

test("more values than a page should hold are refused", () => {
	expect(runSteps(indexJsonInSteps("[1,2,3]", 4)).ok).toBe(true);
	expect(runSteps(indexJsonInSteps("[1,2,3,4]", 4))).toEqual({ ok: false, error: "too-many-values" });
});

test("folding hides the descendants and nothing else; revealing opens what hides", () => {
	const tree = createTree('{"a":{"b":[1,2]},"c":[]}');
	const shown = (fold: { rows: Int32Array }) => [...fold.rows].map((node) => formatJsonPath(tree, node));
	const all = createJsonFold(tree);
	expect(shown(all)).toEqual(["$", "$.a", "$.a.b", "$.a.b[0]", "$.a.b[1]", "$.c"]);
	const folded = applyFold(tree, all, 1, false);
	expect(shown(folded)).toEqual(["$", "$.a", "$.c"]);
	expect(findJsonRow(folded, 5)).toBe(2);
	expect(findJsonRow(folded, 3)).toBe(-1);
	expect(shown(applyReveal(tree, foldAll(tree), 4))).toEqual(["$", "$.a", "$.a.b", "$.a.b[0]", "$.a.b[1]", "$.c"]);
	expect(applyReveal(tree, all, 4)).toBe(all);
});

test("a search finds keys and values as they were written, in either case, each node once", () => {
	const find = (text: string, wanted: string) => {
		const tree = createTree(text);
		return runSteps(searchJsonInSteps(tree, wanted)).nodes.map((node) => formatJsonPath(tree, node));
	};
	const text = '{"Temp":"temp temp","deep":{"x":[1.5,"TEMP"]},"n":15}';
	expect(find(text, "temp")).toEqual(["$.Temp", "$.deep.x[1]"]);
	expect(find(text, "1.5")).toEqual(["$.deep.x[0]"]);
	expect(find(text, ":")).toEqual([]);
	expect(find(text, "(")).toEqual([]);
	expect(find(text, "")).toEqual([]);
});

test("a search agrees with looking at every node", () => {
	const wanted = fc.oneof(fc.string({ minLength: 1, maxLength: 3 }), fc.constantFrom("1", "e", '"', "\\", "a", "0.", "null"));
	fc.assert(
		fc.property(written, wanted, (text, search) => {
			const tree = createTree(text);
			const pattern = new RegExp(search.replace(/[^\w\s]/g, "\\$&"), "i");
			const expected = Array.from({ length: tree.count }, (_, node) => node).filter(
				(node) =>
					pattern.test(readJsonKey(tree, node) ?? "") ||
					(!isJsonContainer(tree, node) && pattern.test(readJsonValue(tree, node))),
			);
			expect(runSteps(searchJsonInSteps(tree, search)).nodes).toEqual(expected);
		}),
	);
});
