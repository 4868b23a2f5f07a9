import fc from "fast-check";
import { expect, test } from "vitest";
import { compareJsonInSteps } from "../../../../shared/payload/compare-json.ts";
import { compareLines } from "../../../../shared/payload/compare-lines.ts";
import { formatJsonPath, readJsonValue } from "../../../../shared/payload/json-node.ts";
import { indexJsonInSteps, type JsonTree } from "../../../../shared/payload/json-tree.ts";
import { runSteps } from "../../../../shared/payload/run-steps.ts";

function createTree(text: string): JsonTree {
	const indexing = runSteps(indexJsonInSteps(text));
	if (!indexing.ok) throw new Error("not JSON");
	return indexing.tree;
}

function compare(before: string, after: string): readonly string[] {
	const [one, other] = [createTree(before), createTree(after)];
	return runSteps(compareJsonInSteps(one, other)).changes.map((change) => {
		const [tree, node] = change.kind === "removed" ? [one, change.before] : [other, change.after];
		const was = change.kind === "changed" ? `${readJsonValue(one, change.before)} > ` : "";
		return `${change.kind} ${formatJsonPath(tree, node)} ${was}${readJsonValue(tree, node)}`;
	});
}

test("what was changed, added and removed is told by its path", () => {
	expect(compare('{"t":17.2,"on":true,"old":1}', '{"on":true,"t":17.4,"new":{"a":[]}}')).toEqual([
		"changed $.t 17.2 > 17.4",
		'added $.new {"a":[]}',
		"removed $.old 1",
	]);
	expect(compare("[1,[2,3]]", "[1,[2,4,5]]")).toEqual(["changed $[1][1] 3 > 4", "added $[1][2] 5"]);
	expect(compare('{"a":{}}', '{"a":[]}')).toEqual(["changed $.a {} > []"]);
	expect(compare('{"__proto__":1,"constructor":2}', '{"__proto__":2}')).toEqual([
		"changed $.__proto__ 1 > 2",
		"removed $.constructor 2",
	]);
	expect(compare('{"a":1,"a":2}', '{"a":1,"a":3}')).toEqual(["changed $.a 2 > 3"]);
});

test("order, white space and escapes are no change; a number written differently is one", () => {
	expect(compare(String.raw`{"\u0061":"\u00e9","b":1}`, '{ "b": 1, "a": "é" }')).toEqual([]);
	expect(compare("1.0", "1.00")).toEqual(["changed $ 1.0 > 1.00"]);
});

test("payloads have no changes exactly when they are equal", () => {
	const value = fc.jsonValue({ maxDepth: 3 });
	const near = value.chain((one) => fc.tuple(fc.constant(one), fc.oneof(fc.constant(one), value)));
	fc.assert(
		fc.property(near, ([one, other]) => {
			const [before, after] = [JSON.stringify(one), JSON.stringify(other)];
			const isEqual = JSON.stringify(sortKeys(JSON.parse(before))) === JSON.stringify(sortKeys(JSON.parse(after)));
			expect(compare(before, after).length === 0).toBe(isEqual);
		}),
		{ numRuns: 300, examples: [[[[], {}]]] },
	);
});

function sortKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sortKeys);
	if (typeof value !== "object" || value === null) return value;
	const members = Object.entries(value)
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([key, own]) => [key, sortKeys(own)]);
	// As a list alone an empty object would look like an empty array.
	return { members };
}

const line = fc.constantFrom("a", "b", "", "{", "  x", "é");
const text = fc
	.tuple(fc.array(line, { maxLength: 25 }), fc.boolean())
	.map(([lines, ends]) => lines.join("\n") + (ends ? "\n" : ""));
const splitWhole = (whole: string) => (whole === "" ? [] : whole.replace(/\n$/, "").split("\n"));

test("both texts can be told from their difference, gaps apart", () => {
	fc.assert(
		fc.property(text, text, (before, after) => {
			const { lines, isCut } = compareLines(before, after);
			expect(isCut).toBe(false);
			const [oldLines, newLines] = [splitWhole(before), splitWhole(after)];
			const seenOld = new Set<number>();
			const seenNew = new Set<number>();
			for (const one of lines) {
				if (one.kind === "gap") continue;
				const [own, seen] = one.kind === "removed" ? [oldLines, seenOld] : [newLines, seenNew];
				expect(own[one.line - 1]).toBe(one.text);
				expect(seen.has(one.line)).toBe(false);
				seen.add(one.line);
			}
			const added = lines.filter(({ kind }) => kind === "added").length;
			const removed = lines.filter(({ kind }) => kind === "removed").length;
			expect(newLines.length - oldLines.length).toBe(added - removed);
			// What is neither added nor removed is the same in both, in order.
			const rest = (all: readonly string[], kind: "added" | "removed") => {
				const gone = new Set(lines.flatMap((one) => (one.kind === kind ? [one.line] : [])));
				return all.filter((_, index) => !gone.has(index + 1));
			};
			expect(rest(oldLines, "removed")).toEqual(rest(newLines, "added"));
		}),
		{ numRuns: 500 },
	);
});

test("a change in the middle of a long text is shown with three lines around", () => {
	const lines = Array.from({ length: 100_000 }, (_, index) => `line ${index + 1}`);
	const { lines: shown, isCoarse } = compareLines(lines.join("\n"), lines.with(49_999, "changed").join("\n"));
	expect(isCoarse).toBe(false);
	expect(shown.map((one) => (one.kind === "gap" ? `… ${one.count}` : `${one.kind} ${one.line} ${one.text}`))).toEqual([
		"… 49996",
		"same 49997 line 49997",
		"same 49998 line 49998",
		"same 49999 line 49999",
		"removed 50000 line 50000",
		"added 50000 changed",
		"same 50001 line 50001",
		"same 50002 line 50002",
		"same 50003 line 50003",
	]);
});

test("texts that have nothing in common are told as one in place of the other", () => {
	const many = (word: string) => Array.from({ length: 30_000 }, (_, index) => `${word} ${index}`).join("\n");
	const { lines, isCoarse, isCut } = compareLines(many("a"), many("b"));
	expect([isCoarse, isCut, lines.length]).toEqual([true, true, 4000]);
});
