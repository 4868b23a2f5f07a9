import { expect, test } from "vitest";
import { readTreeMove } from "../../../../../renderer/features/inspector/read-tree-move.ts";
import { applyFold, createJsonFold } from "../../../../../shared/payload/fold-json.ts";
import { indexJsonInSteps } from "../../../../../shared/payload/json-tree.ts";
import { runSteps } from "../../../../../shared/payload/run-steps.ts";

const indexing = runSteps(indexJsonInSteps('{"a":{"b":1},"c":[],"d":2}'));
if (!indexing.ok) throw new Error("not JSON");
const { tree } = indexing;
const [root, a, b, c, d] = [0, 1, 2, 3, 4] as const;
const open = createJsonFold(tree);
const folded = applyFold(tree, open, a, false);
const go = (node: number) => ({ kind: "go", node });

test("up and down go from row to row and stop at the ends", () => {
	expect(readTreeMove("ArrowDown", tree, open, a, 10)).toEqual(go(b));
	expect(readTreeMove("ArrowDown", tree, folded, a, 10)).toEqual(go(c));
	expect(readTreeMove("ArrowUp", tree, open, root, 10)).toEqual(go(root));
	expect(readTreeMove("ArrowDown", tree, open, d, 10)).toEqual(go(d));
	expect(readTreeMove("PageDown", tree, open, root, 2)).toEqual(go(b));
	expect(readTreeMove("Home", tree, open, d, 10)).toEqual(go(root));
	expect(readTreeMove("End", tree, open, root, 10)).toEqual(go(d));
});

test("right unfolds, then goes in; left folds, then goes out", () => {
	expect(readTreeMove("ArrowRight", tree, folded, a, 10)).toEqual({ kind: "open" });
	expect(readTreeMove("ArrowRight", tree, open, a, 10)).toEqual(go(b));
	expect(readTreeMove("ArrowRight", tree, open, c, 10)).toBeNull();
	expect(readTreeMove("ArrowLeft", tree, open, a, 10)).toEqual({ kind: "close" });
	expect(readTreeMove("ArrowLeft", tree, folded, a, 10)).toEqual(go(root));
	expect(readTreeMove("ArrowLeft", tree, open, b, 10)).toEqual(go(a));
	expect(readTreeMove("Enter", tree, open, a, 10)).toEqual({ kind: "close" });
	expect(readTreeMove("x", tree, open, a, 10)).toBeNull();
});
