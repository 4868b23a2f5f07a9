import { ChevronsDownUp, ChevronsUpDown, Copy, Route } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import {
	applyFold,
	applyReveal,
	createJsonFold,
	findJsonRow,
	foldAll,
	type JsonFold,
	unfoldAll,
} from "../../../shared/payload/fold-json.ts";
import { formatJsonPath, isJsonContainer, readJsonValue } from "../../../shared/payload/json-node.ts";
import type { JsonTree } from "../../../shared/payload/json-tree.ts";
import { makeVisible } from "../../../shared/payload/make-visible.ts";
import { copyText } from "../../actions/copy-text.ts";
import { useActionContext } from "../../actions/use-action.ts";
import { useText } from "../../i18n/use-text.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { VirtualRows, type VirtualRowsHandle } from "../../ui/virtual-rows.tsx";
import { cutLine } from "./cut-line.ts";
import { JsonRow } from "./json-row.tsx";
import { JsonSearch } from "./json-search.tsx";
import styles from "./json-tree-view.module.css";
import { readTreeMove } from "./read-tree-move.ts";

/** A JSON payload as a tree: arrows walk and fold it, a search goes from hit to hit, path and value of a row can be copied. */
export function JsonTreeView({ tree }: { readonly tree: JsonTree }) {
	const say = useText();
	const context = useActionContext();
	const id = useId();
	const rows = useRef<VirtualRowsHandle>(null);
	const [fold, setFold] = useState<JsonFold>(() => createJsonFold(tree));
	const [active, setActive] = useState(0);
	const [search, setSearch] = useState("");
	const activeRow = findJsonRow(fold, active);

	const go = (node: number, next = fold) => {
		setActive(node);
		setFold(next);
		// When the rows are there.
		requestAnimationFrame(() => rows.current?.showRow(findJsonRow(next, node)));
	};
	const setOpen = (node: number, isOpen: boolean) => go(node, applyFold(tree, fold, node, isOpen));
	const onKeyDown = (event: KeyboardEvent, pageRows: number) => {
		if (event.altKey || event.ctrlKey || event.metaKey) return;
		const move = readTreeMove(event.key, tree, fold, active, pageRows);
		if (move === null) return;
		event.preventDefault();
		if (move.kind === "go") go(move.node);
		else setOpen(active, move.kind === "open");
	};
	const foldTo = (next: JsonFold) => go(findJsonRow(next, active) === -1 ? 0 : active, next);

	return (
		<>
			<div className={styles["bar"]}>
				<JsonSearch
					tree={tree}
					from={active}
					search={search}
					onSearch={setSearch}
					onFound={(node) => go(node, applyReveal(tree, fold, node))}
				/>
				<span className={styles["tools"]}>
					<IconButton
						size="small"
						icon={ChevronsUpDown}
						label={say("inspector.unfoldAll")}
						onPress={() => foldTo(unfoldAll(tree))}
					/>
					<IconButton size="small" icon={ChevronsDownUp} label={say("inspector.foldAll")} onPress={() => foldTo(foldAll(tree))} />
				</span>
			</div>
			<VirtualRows
				ref={rows}
				role="tree"
				label={say("inspector.payload")}
				count={fold.rows.length}
				activeId={activeRow === -1 ? undefined : `${id}-${active}`}
				onKeyDown={onKeyDown}
				renderRow={(index) => {
					const node = fold.rows[index] ?? 0;
					return (
						<JsonRow
							key={node}
							id={`${id}-${node}`}
							tree={tree}
							node={node}
							isOpen={fold.open[node] === 1}
							isActive={node === active}
							search={search}
							onPress={() => setActive(node)}
							onFold={(isOpen) => setOpen(node, isOpen)}
						/>
					);
				}}
			/>
			<div className={styles["place"]}>
				{/* biome-ignore lint/a11y/useSemanticElements: a text with a name, and no form */}
				<span className={styles["path"]} role="group" aria-label={say("inspector.path")}>
					{makeVisible(cutLine(formatJsonPath(tree, active)))}
				</span>
				<IconButton
					size="small"
					icon={Route}
					tooltipSide="top"
					label={say("inspector.copyPath")}
					onPress={() => void copyText(context, formatJsonPath(tree, active))}
				/>
				<IconButton
					size="small"
					icon={Copy}
					tooltipSide="top"
					label={say("inspector.copyValue")}
					onPress={() => void copyText(context, readCopied(tree, active))}
				/>
			</div>
		</>
	);
}

/** A string without its quotes and escapes, all else as it was written. */
function readCopied(tree: JsonTree, node: number): string {
	const value = readJsonValue(tree, node);
	return value.startsWith('"') && !isJsonContainer(tree, node) ? (JSON.parse(value) as string) : value;
}
