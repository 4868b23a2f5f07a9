import type { TextKey } from "../i18n/text-key.ts";
import { useText } from "../i18n/use-text.ts";
import { applyWidth, type Column } from "../state/layout-store.ts";
import { useStores } from "../state/use-stores.ts";
import { SplitHandle } from "../ui/split-handle.tsx";
import styles from "./column-handle.module.css";
import { useColumnWidth, useInspectorPlace } from "./use-column-width.ts";

const LABELS: Readonly<Record<Column, TextKey>> = {
	connections: "width.connections",
	subscriptions: "width.subscriptions",
	inspector: "width.inspector",
};

/** The edge of a column, to be moved. It lies over the column's border, wherever its width puts that. */
export function ColumnHandle({ column }: { readonly column: Column }) {
	const say = useText();
	const stores = useStores();
	const { min, max, initial, value } = useColumnWidth(column);
	const { isOver } = useInspectorPlace();
	const resize = (px: number) => stores.layout.setState((state) => applyWidth(state, column, px), true);
	return (
		<div className={styles[column]}>
			<SplitHandle
				edge={column === "inspector" && !isOver ? "left" : "right"}
				label={say(LABELS[column])}
				value={value}
				min={min}
				max={max}
				initial={initial}
				onChange={resize}
			/>
		</div>
	);
}
