import { ArrowDownUp, CheckCheck, Columns3, Flag, RotateCcw, Tag } from "lucide-react";
import { type MouseEvent, useState } from "react";
import { useStore } from "zustand";
import { resetColumnWidths, toggleMessageColumn } from "../../../actions/message-view-actions.ts";
import { useRunAction } from "../../../actions/use-action.ts";
import { useText } from "../../../i18n/use-text.ts";
import { applyColumnWidth, MESSAGE_COLUMNS, type MessageColumn, type OptionalColumn } from "../../../state/message-view-store.ts";
import { useStores } from "../../../state/use-stores.ts";
import { FloatingMenu } from "../../../ui/floating-menu.tsx";
import type { Icon } from "../../../ui/icon.ts";
import { joinClasses } from "../../../ui/join-classes.ts";
import { Menu } from "../../../ui/menu.tsx";
import type { MenuItem } from "../../../ui/menu-items.tsx";
import { SplitHandle } from "../../../ui/split-handle.tsx";
import styles from "./column-header.module.css";
import { LEAST_COLUMN_PX, MOST_COLUMN_PX, type ShownColumn, selectOwnWidth } from "./select-columns.ts";

export interface ColumnHeaderProps {
	readonly columns: readonly ShownColumn[];
	readonly roomPx: number;
}

/** In place of the name, where there is no room for it. */
const MARKS: Readonly<Partial<Record<MessageColumn, Icon>>> = {
	direction: ArrowDownUp,
	subscription: Tag,
	flags: Flag,
	delivery: CheckCheck,
};

/** The names of the columns, their edges to be moved, and the menu that says which are shown. */
export function ColumnHeader({ columns, roomPx }: ColumnHeaderProps) {
	const say = useText();
	const stores = useStores();
	const state = useStore(stores.messageView);
	const items = useColumnItems();
	const [menu, setMenu] = useState<{ readonly x: number; readonly y: number; readonly origin: HTMLElement | null } | null>(null);
	const payloadAt = columns.findIndex(({ column }) => column === "payload");
	const resize = (column: OptionalColumn, px: number, ownPx: number) =>
		stores.messageView.setState((before) => applyColumnWidth(before, column, px === ownPx ? null : px), true);
	const onContextMenu = (event: MouseEvent<HTMLElement>) => {
		event.preventDefault();
		const origin = document.activeElement;
		const isWithin = origin instanceof HTMLElement && event.currentTarget.contains(origin);
		setMenu({ x: event.clientX, y: event.clientY, origin: isWithin ? origin : null });
	};
	return (
		// biome-ignore lint/a11y/useSemanticElements: these are the heads of columns, and no fields of a form
		<div role="group" aria-label={say("conversation.columns.name")} className={styles["header"]} onContextMenu={onContextMenu}>
			{columns.map(({ column, widthPx, isFolded }, index) => {
				const label = say(`conversation.column.${column}`);
				// The payload takes what is left: what stands after it is held at the right, and grows to the left.
				const edge = index < payloadAt ? "right" : "left";
				const Mark = isFolded ? MARKS[column] : undefined;
				const ownPx = column === "payload" ? widthPx : selectOwnWidth(state, column, roomPx);
				return (
					<div key={column} className={styles["cell"]} title={label}>
						{Mark === undefined ? null : <Mark className={styles["mark"]} aria-hidden={true} />}
						<span className={joinClasses(styles[isFolded ? "hidden" : "name"], column === "size" && styles["amount"])}>
							{label}
						</span>
						{column === "payload" ? null : (
							<div className={joinClasses(styles["edge"], styles[edge])}>
								<SplitHandle
									edge={edge}
									label={say("conversation.columns.width", { column: label })}
									value={widthPx}
									min={LEAST_COLUMN_PX}
									max={MOST_COLUMN_PX}
									initial={ownPx}
									onChange={(px) => resize(column, px, ownPx)}
								/>
							</div>
						)}
					</div>
				);
			})}
			<Menu label={say("conversation.columns.choose")} icon={Columns3} size="small" items={items} />
			{menu === null ? null : (
				<FloatingMenu anchor={{ x: menu.x, y: menu.y }} origin={menu.origin} items={items} onClose={() => setMenu(null)} />
			)}
		</div>
	);
}

function useColumnItems(): readonly MenuItem[] {
	const say = useText();
	const stores = useStores();
	const run = useRunAction();
	const state = useStore(stores.messageView);
	const columns = MESSAGE_COLUMNS.filter((column): column is OptionalColumn => column !== "payload");
	return [
		...columns.map((column) => ({
			id: column,
			label: say(`conversation.column.${column}`),
			checked: !state.hidden.includes(column),
			onPress: () => run(toggleMessageColumn, column),
		})),
		{
			id: resetColumnWidths.id,
			label: say(resetColumnWidths.label),
			icon: RotateCcw,
			separated: true,
			disabled: !resetColumnWidths.when(stores),
			onPress: () => run(resetColumnWidths, undefined),
		},
	];
}
