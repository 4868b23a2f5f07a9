import { type DragEvent, useRef, useState } from "react";
import { moveConnection } from "../../../actions/arrange-connections.ts";
import { moveFolder, toggleFolder } from "../../../actions/folder-actions.ts";
import { useRunAction } from "../../../actions/use-action.ts";
import { type DropPlace, readDropPlace, type TreeItem } from "./tree-moves.ts";
import type { TreeRow } from "./tree-rows.ts";

/** So long over a closed folder opens it. */
const OPEN_AFTER_MS = 700;
/** So that only a drag that began here is taken: its content is nobody else's business. */
const TYPE = "application/x-parley-row";

export interface DropMark {
	/** null = the room below the last row. */
	readonly rowId: string | null;
	readonly side: DropPlace["side"];
}

/** Dragging rows of the list with the mouse. What is dropped is asked of the engine; the list shows it when it is so. */
export function useTreeDrag(rows: readonly TreeRow[]) {
	const run = useRunAction();
	const dragged = useRef<TreeItem | null>(null);
	const opening = useRef<{ readonly id: string; readonly timer: ReturnType<typeof setTimeout> } | null>(null);
	const [mark, setMark] = useState<DropMark | null>(null);

	const show = (next: DropMark | null) =>
		setMark((before) => (before?.rowId === next?.rowId && before?.side === next?.side ? before : next));
	const stopOpening = () => {
		if (opening.current !== null) clearTimeout(opening.current.timer);
		opening.current = null;
	};
	const end = () => {
		dragged.current = null;
		stopOpening();
		show(null);
	};
	const drop = (event: DragEvent, place: Omit<DropPlace, "side"> | null) => {
		const subject = dragged.current;
		if (subject === null) return;
		event.preventDefault();
		event.stopPropagation();
		end();
		if (place === null) return;
		const { folderId, beforeId } = place;
		if (subject.kind === "connection") run(moveConnection, { connectionId: subject.id, folderId, beforeId });
		else run(moveFolder, { folderId: subject.id, parentId: folderId, beforeId });
	};
	const readPlace = (event: DragEvent, index: number): DropPlace | null => {
		if (dragged.current === null) return null;
		const box = event.currentTarget.getBoundingClientRect();
		return readDropPlace(rows, index, (event.clientY - box.top) / box.height, dragged.current);
	};

	return {
		mark,
		rowEvents: (row: TreeRow, index: number) => ({
			draggable: true,
			onDragStart: (event: DragEvent) => {
				dragged.current = { kind: row.kind, id: row.id };
				event.dataTransfer.effectAllowed = "move";
				event.dataTransfer.setData(TYPE, "");
			},
			onDragEnd: end,
			onDragOver: (event: DragEvent) => {
				if (dragged.current === null) return;
				event.stopPropagation();
				const place = readPlace(event, index);
				if (row.kind === "folder" && !row.isOpen && place?.side === "inside") {
					if (opening.current?.id !== row.id) {
						stopOpening();
						opening.current = { id: row.id, timer: setTimeout(() => run(toggleFolder, { folderId: row.id }), OPEN_AFTER_MS) };
					}
				} else stopOpening();
				show(place === null ? null : { rowId: place.side === "inside" ? place.folderId : row.id, side: place.side });
				if (place !== null) event.preventDefault();
			},
			onDrop: (event: DragEvent) => drop(event, readPlace(event, index)),
		}),
		/** The room below the last row: out of every folder, behind the last. */
		roomEvents: {
			onDragOver: (event: DragEvent) => {
				if (dragged.current === null) return;
				event.preventDefault();
				stopOpening();
				show({ rowId: null, side: "inside" });
			},
			onDragLeave: (event: DragEvent<HTMLElement>) => {
				if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
				stopOpening();
				show(null);
			},
			onDrop: (event: DragEvent) => drop(event, { folderId: null, beforeId: null }),
		},
	};
}
