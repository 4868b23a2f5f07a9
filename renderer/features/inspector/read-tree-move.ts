/** What the keys do in a tree, as trees have it everywhere. https://www.w3.org/WAI/ARIA/apg/patterns/treeview/ */
import { findJsonRow, type JsonFold } from "../../../shared/payload/fold-json.ts";
import type { JsonTree } from "../../../shared/payload/json-tree.ts";

export type TreeMove =
	| { readonly kind: "go"; readonly node: number }
	/** The active node itself. */
	| { readonly kind: "open" | "close" };

export function readTreeMove(key: string, tree: JsonTree, fold: JsonFold, active: number, pageRows: number): TreeMove | null {
	const row = findJsonRow(fold, active);
	const last = fold.rows.length - 1;
	const goTo = (index: number): TreeMove => ({ kind: "go", node: fold.rows[Math.min(last, Math.max(0, index))] ?? 0 });
	const hasChildren = (tree.size[active] ?? 0) > 0;
	const isOpen = hasChildren && fold.open[active] === 1;
	switch (key) {
		case "ArrowDown":
			return goTo(row + 1);
		case "ArrowUp":
			return goTo(row - 1);
		case "PageDown":
			return goTo(row + pageRows);
		case "PageUp":
			return goTo(row - pageRows);
		case "Home":
			return goTo(0);
		case "End":
			return goTo(last);
		case "ArrowRight":
			if (!hasChildren) return null;
			return isOpen ? goTo(row + 1) : { kind: "open" };
		case "ArrowLeft": {
			if (isOpen) return { kind: "close" };
			const parent = tree.parent[active] ?? -1;
			return parent === -1 ? null : { kind: "go", node: parent };
		}
		case "Enter":
		case " ":
			return hasChildren ? { kind: isOpen ? "close" : "open" } : null;
		default:
			return null;
	}
}
