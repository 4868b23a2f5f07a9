import { EllipsisVertical } from "lucide-react";
import type { DOMAttributes, MouseEvent } from "react";
import { useStore } from "zustand";
import { useText } from "../../../i18n/use-text.ts";
import { useStores } from "../../../state/use-stores.ts";
import { joinClasses } from "../../../ui/join-classes.ts";
import { ConnectionRow } from "./connection-row.tsx";
import { FolderRow } from "./folder-row.tsx";
import styles from "./tree-item-row.module.css";
import type { TreeRow } from "./tree-rows.ts";
import type { DropMark } from "./use-tree-drag.ts";

export interface TreeItemRowProps {
	readonly row: TreeRow;
	/** Of a folder. */
	readonly connectionIds: readonly string[];
	/** Tab comes to this one. */
	readonly isCurrent: boolean;
	readonly drop: DropMark["side"] | null;
	readonly events: DOMAttributes<HTMLDivElement>;
	readonly onPress: () => void;
	/** Its menu, at the button or at the pointer. */
	readonly onMenu: (anchor: Element | { readonly x: number; readonly y: number }) => void;
}

/** Steps beyond this one would leave no room for the name. */
const MOST_STEPS = 6;

/** One row of the list of connections, whichever it is: its place in the tree, its menu, and what can be dropped on it. */
export function TreeItemRow({ row, connectionIds, isCurrent, drop, events, onPress, onMenu }: TreeItemRowProps) {
	const say = useText();
	const stores = useStores();
	const isFolder = row.kind === "folder";
	const isLookedAt = useStore(stores.view, (state) => !isFolder && state.openConnectionId === row.id);
	const openMenu = (event: MouseEvent, anchor: Parameters<typeof onMenu>[0]) => {
		event.preventDefault();
		event.stopPropagation();
		onMenu(anchor);
	};
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the tree answers the keys for all of its rows
		<div
			{...events}
			role="treeitem"
			data-row={row.id}
			draggable={true}
			tabIndex={isCurrent ? 0 : -1}
			aria-level={row.level}
			aria-posinset={row.position}
			aria-setsize={row.beside}
			aria-expanded={isFolder ? row.isOpen : undefined}
			aria-current={isLookedAt ? "true" : undefined}
			className={joinClasses(styles["row"], drop !== null && styles[drop])}
			style={{ paddingInlineStart: `${0.5 + Math.min(row.level - 1, MOST_STEPS) * 0.75}rem` }}
			onClick={onPress}
			onContextMenu={(event) => openMenu(event, { x: event.clientX, y: event.clientY })}
		>
			<div className={isFolder ? styles["folder"] : styles["connection"]}>
				{isFolder ? (
					<FolderRow name={row.name} isOpen={row.isOpen} connectionIds={connectionIds} />
				) : (
					<ConnectionRow id={row.id} />
				)}
			</div>
			<button
				type="button"
				className={styles["more"]}
				// The keyboard has its own way to the menu, and Tab passes the list in one step.
				tabIndex={-1}
				aria-haspopup="menu"
				aria-label={say("connection.moreActions")}
				onClick={(event) => openMenu(event, event.currentTarget)}
			>
				<EllipsisVertical className={styles["icon"]} aria-hidden={true} />
			</button>
		</div>
	);
}
