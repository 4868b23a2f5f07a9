import { ChevronRight } from "lucide-react";
import {
	isJsonContainer,
	type JsonKind,
	readJsonDepth,
	readJsonKey,
	readJsonKind,
	readJsonValue,
} from "../../../shared/payload/json-node.ts";
import type { JsonTree } from "../../../shared/payload/json-tree.ts";
import { splitVisible } from "../../../shared/payload/make-visible.ts";
import { joinClasses } from "../../ui/join-classes.ts";
import { VisibleText } from "../../ui/visible-text.tsx";
import { cutLine } from "./cut-line.ts";
import styles from "./json-tree-view.module.css";

export interface JsonRowProps {
	readonly id: string;
	readonly tree: JsonTree;
	readonly node: number;
	readonly isOpen: boolean;
	readonly isActive: boolean;
	readonly search: string;
	readonly onPress: () => void;
	readonly onFold: (isOpen: boolean) => void;
}

/** Deeper nodes stand no further to the right: a hostile nesting would be out of sight otherwise. */
const DEEPEST = 24;

const KINDS: Readonly<Record<JsonKind, string | undefined>> = {
	object: styles["mark"],
	array: styles["mark"],
	string: styles["string"],
	number: styles["number"],
	literal: styles["literal"],
};

/** One member, item or value of a JSON tree, on one line. The keys are the tree's. */
export function JsonRow({ id, tree, node, isOpen, isActive, search, onPress, onFold }: JsonRowProps) {
	const depth = readJsonDepth(tree, node, DEEPEST);
	const size = tree.size[node] ?? 0;
	const hasChildren = size > 0;
	const key = readJsonKey(tree, node);
	const name = key ?? ((tree.parent[node] ?? -1) === -1 ? null : `${tree.position[node]}`);
	const kind = readJsonKind(tree, node);
	const value = isJsonContainer(tree, node) ? describeContainer(kind === "object", size) : cutLine(readJsonValue(tree, node));
	const isHit = (text: string) => search !== "" && text.toLowerCase().includes(search.toLowerCase());
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the focus, and listens
		// biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus, and names this one as active
		<div
			id={id}
			className={joinClasses(styles["row"], isActive && styles["active"])}
			role="treeitem"
			aria-level={depth + 1}
			aria-selected={isActive}
			aria-expanded={hasChildren ? isOpen : undefined}
			style={{ paddingInlineStart: `${depth * 14 + 4}px` }}
			onClick={onPress}
		>
			{hasChildren ? (
				// biome-ignore lint/a11y/useKeyWithClickEvents: arrows fold and unfold, see the tree
				// biome-ignore lint/a11y/noStaticElementInteractions: for a pointer alone
				<span className={joinClasses(styles["fold"], isOpen && styles["open"])} onClick={() => onFold(!isOpen)}>
					<ChevronRight className={styles["chevron"]} aria-hidden={true} />
				</span>
			) : (
				<span className={styles["fold"]} />
			)}
			{name === null ? null : (
				<>
					<span
						className={joinClasses(key === null ? styles["index"] : styles["key"], key !== null && isHit(key) && styles["hit"])}
					>
						<VisibleText parts={splitVisible(cutLine(name))} />
					</span>
					<span className={styles["mark"]}>: </span>
				</>
			)}
			<span className={joinClasses(KINDS[kind], !isJsonContainer(tree, node) && isHit(value) && styles["hit"])}>
				<VisibleText parts={splitVisible(value)} />
			</span>
		</div>
	);
}

function describeContainer(isObject: boolean, size: number): string {
	if (size === 0) return isObject ? "{}" : "[]";
	return isObject ? `{…} ${size}` : `[…] ${size}`;
}
