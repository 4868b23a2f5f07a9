import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import { moveConnectionDown, moveConnectionUp } from "../../../actions/arrange-connections.ts";
import { moveFolderDown, moveFolderUp, revealConnection, toggleFolder } from "../../../actions/folder-actions.ts";
import { useRunAction } from "../../../actions/use-action.ts";
import { openConnection } from "../../../actions/view-actions.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useStores } from "../../../state/use-stores.ts";
import { VirtualList, type VirtualListHandle } from "../../../ui/virtual-list.tsx";
import { readTypedRow } from "../form/read-typed-row.ts";
import { TreeItemRow } from "./tree-item-row.tsx";
import { TreeMenu, type TreeMenuProps } from "./tree-menu.tsx";
import { readTreeMove } from "./tree-moves.ts";
import { groupByFolder, type TreeRow } from "./tree-rows.ts";
import { useTreeDrag } from "./use-tree-drag.ts";

/** The heights that the rows are laid out for: a line, and two lines. */
const ROW_PX = { comfortable: { folder: 32, connection: 52 }, compact: { folder: 26, connection: 40 } } as const;
const PAGE_ROWS = 10;
const NONE: readonly string[] = [];

export interface ConnectionTreeHandle {
	focusFirst(): void;
}

export interface ConnectionTreeProps {
	readonly rows: readonly TreeRow[];
	/** What the rows are narrowed to: another search is read from its start. */
	readonly search: string;
	readonly ref: Ref<ConnectionTreeHandle>;
}

/** Folders and connections. One row of it is in the order of Tab, the arrows and letters move between them, and a row has a menu. */
export function ConnectionTree({ rows, search, ref }: ConnectionTreeProps) {
	const say = useText();
	const stores = useStores();
	const run = useRunAction();
	const box = useRef<HTMLDivElement>(null);
	const list = useRef<VirtualListHandle>(null);
	const wantsFocus = useRef(false);
	const lastIndex = useRef(-1);
	const typed = useRef({ text: "", at: 0 });
	const order = useStore(stores.connections, (state) => state.order);
	const folders = useStore(stores.connections, (state) => state.folders);
	const places = useStore(stores.connections, (state) => state.places);
	const profiles = useStore(stores.connections, (state) => state.profiles);
	const openId = useStore(stores.view, (state) => state.openConnectionId);
	const inFolders = useMemo(() => groupByFolder({ order, folders, places }), [order, folders, places]);
	const [currentId, setCurrentId] = useState<string | null>(null);
	const [menu, setMenu] = useState<Omit<TreeMenuProps, "onClose"> | null>(null);
	const { mark, rowEvents, roomEvents } = useTreeDrag(rows);

	const indexOf = (id: string | null) => rows.findIndex((row) => row.id === id);
	const own = indexOf(currentId);
	const current = own === -1 ? Math.max(0, indexOf(openId)) : own;
	const nameOf = (row: TreeRow) => (row.kind === "folder" ? row.name : (profiles.get(row.id)?.name ?? ""));
	const density = useStore(stores.program, (state) => state.program?.preferences.density ?? "comfortable");
	const rowPx = useMemo(() => (index: number) => ROW_PX[density][rows[index]?.kind ?? "connection"], [rows, density]);
	const elementOf = (id: string) => box.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`) ?? null;

	const go = (index: number) => {
		const row = rows[index];
		if (row === undefined) return;
		wantsFocus.current = true;
		setCurrentId(row.id);
		list.current?.showRow(index);
		elementOf(row.id)?.focus({ preventScroll: true });
	};
	// A row that was out of sight exists after this, and one that was moved has lost the focus by being moved.
	useLayoutEffect(() => {
		if (!wantsFocus.current || (document.activeElement !== document.body && !box.current?.contains(document.activeElement)))
			return;
		const row = rows[current];
		const element = row === undefined ? null : elementOf(row.id);
		if (element === null || (element === document.activeElement && lastIndex.current === current)) return;
		lastIndex.current = current;
		list.current?.showRow(current);
		element.focus({ preventScroll: true });
	});
	useImperativeHandle(ref, () => ({ focusFirst: () => go(0) }));

	const searched = useRef(search);
	useLayoutEffect(() => {
		if (searched.current === search) return;
		searched.current = search;
		list.current?.showStart();
	}, [search]);

	const shownId = useRef<string | null>(null);
	// Opened from elsewhere, a connection is brought into sight; the one that the page begins with stays where folders were left.
	useEffect(() => {
		if (openId === null || shownId.current === openId) return;
		const index = rows.findIndex((row) => row.id === openId);
		const isFirst = shownId.current === null;
		if (index !== -1 || isFirst) shownId.current = openId;
		if (index !== -1) list.current?.showRow(index);
		else if (!isFirst) run(revealConnection, { connectionId: openId });
	}, [openId, rows, run]);

	const press = (row: TreeRow) => {
		setCurrentId(row.id);
		if (row.kind === "folder") run(toggleFolder, { folderId: row.id });
		else run(openConnection, { connectionId: row.id });
	};
	const openMenu = (row: TreeRow, anchor: TreeMenuProps["anchor"]) => {
		setCurrentId(row.id);
		setMenu({ subject: row, anchor, origin: elementOf(row.id) });
	};

	const onKeyDown = (event: KeyboardEvent) => {
		const row = rows[current];
		if (row === undefined || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
		const { key } = event;
		if (key === "ContextMenu" || (key === "F10" && event.shiftKey)) {
			const element = elementOf(row.id);
			if (element !== null) openMenu(row, element);
		} else if (event.altKey) {
			if (key !== "ArrowUp" && key !== "ArrowDown") return;
			wantsFocus.current = true;
			if (row.kind === "folder") run(key === "ArrowUp" ? moveFolderUp : moveFolderDown, { folderId: row.id });
			else run(key === "ArrowUp" ? moveConnectionUp : moveConnectionDown, { connectionId: row.id });
		} else if (key === "Enter" || key === " ") press(row);
		else {
			const move = readTreeMove(rows, current, key, PAGE_ROWS);
			if (move?.kind === "go") go(move.index);
			else if (move?.kind === "toggle") run(toggleFolder, { folderId: row.id });
			else if (move === null) {
				const found = readTypedRow(rows.map(nameOf), current, key, typed.current);
				if (found === null) return;
				typed.current = found.typed;
				if (found.index !== null) go(found.index);
			}
		}
		event.preventDefault();
	};

	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: it only hears where the focus goes
		<div
			ref={box}
			role="presentation"
			style={{ display: "contents" }}
			onBlur={(event) => {
				if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) wantsFocus.current = false;
			}}
		>
			<VirtualList
				ref={list}
				role="tree"
				label={say("connection.list")}
				count={rows.length}
				rowPx={rowPx}
				rowKey={(index) => rows[index]?.id ?? ""}
				keptIndex={current}
				isTarget={mark !== null && mark.rowId === null}
				onKeyDown={onKeyDown}
				{...roomEvents}
				renderRow={(index) => {
					const row = rows[index];
					if (row === undefined) return null;
					return (
						<TreeItemRow
							row={row}
							connectionIds={inFolders.get(row.id) ?? NONE}
							isCurrent={index === current}
							drop={mark?.rowId === row.id ? mark.side : null}
							// However the focus comes to a row, the keys are about this one.
							events={{ ...rowEvents(row, index), onFocus: () => setCurrentId(row.id) }}
							onPress={() => press(row)}
							onMenu={(anchor) => openMenu(row, anchor)}
						/>
					);
				}}
			/>
			{menu === null ? null : <TreeMenu {...menu} onClose={() => setMenu(null)} />}
		</div>
	);
}
