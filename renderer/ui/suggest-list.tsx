import { type RefObject, useLayoutEffect, useRef } from "react";
import floatStyles from "./float.module.css";
import { joinClasses } from "./join-classes.ts";
import styles from "./suggest-field.module.css";
import type { Suggestion } from "./suggestion.ts";

export interface SuggestListProps {
	/** Of the field: the list is `{id}-list`, its options are `{id}-0` and on. */
	readonly id: string;
	readonly label: string;
	readonly anchor: RefObject<HTMLElement | null>;
	readonly items: readonly Suggestion[];
	/** -1 = none. */
	readonly active: number;
	readonly emptyText: string;
	readonly onTake: (item: Suggestion) => void;
}

const GAP_PX = 4;
const EDGE_PX = 8;
const MOST_HEIGHT_PX = 320;

/** The list above a field, in the browser's top layer. The focus stays in the field. */
export function SuggestList({ id, label, anchor, items, active, emptyText, onTake }: SuggestListProps) {
	const list = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		const { current } = list;
		const place = anchor.current?.getBoundingClientRect();
		if (current === null || place === undefined) return;
		current.style.left = `${place.left}px`;
		current.style.bottom = `${window.innerHeight - place.top + GAP_PX}px`;
		current.style.minWidth = `${place.width}px`;
		current.style.maxHeight = `${Math.min(MOST_HEIGHT_PX, place.top - GAP_PX - EDGE_PX)}px`;
		current.showPopover();
	}, [anchor]);
	useLayoutEffect(() => {
		if (active >= 0) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
	}, [id, active]);
	return (
		<div ref={list} popover="manual" className={joinClasses(floatStyles["popup"], styles["popup"])}>
			{items.length === 0 ? <p className={styles["empty"]}>{emptyText}</p> : null}
			<div id={`${id}-list`} role="listbox" aria-label={label}>
				{items.map((item, index) => (
					// biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field has the focus and takes the keys
					<div
						key={item.value}
						id={`${id}-${index}`}
						role="option"
						aria-selected={index === active}
						data-highlighted={index === active ? true : undefined}
						className={joinClasses(floatStyles["item"], styles["item"])}
						title={item.shown}
						onPointerDown={(event) => event.preventDefault()}
						onClick={() => onTake(item)}
					>
						<span className={styles["value"]}>{item.shown}</span>
						<span className={styles["note"]}>{item.note}</span>
					</div>
				))}
			</div>
		</div>
	);
}
