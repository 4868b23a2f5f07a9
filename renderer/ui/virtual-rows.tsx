import { type AriaRole, type KeyboardEvent, type ReactNode, type Ref, useImperativeHandle, useRef, useState } from "react";
import styles from "./virtual-rows.module.css";

export interface VirtualRowsHandle {
	/** Moves as little as brings the row into sight. */
	showRow(index: number): void;
	focus(): void;
}

export interface VirtualRowsProps {
	readonly label: string;
	readonly count: number;
	/** Asked for the rows in sight alone; each is one line high. */
	readonly renderRow: (index: number) => ReactNode;
	readonly role?: AriaRole;
	/** The element that the arrow keys have reached. */
	readonly activeId?: string | undefined;
	/** How many rows a page has, for the keys that go by pages. */
	readonly onKeyDown?: (event: KeyboardEvent, pageRows: number) => void;
	readonly onWidth?: (widthPx: number) => void;
	readonly ref?: Ref<VirtualRowsHandle>;
}

/** Every row's height; the same stands in the style sheet. */
const ROW_PX = 20;
/** Browsers lay out no box higher than some 30 million pixels; beyond this the bar's way is stretched over more rows. */
const HIGHEST_PX = 10_000_000;

/** Rows of one height, any number of them, of which only those in sight exist. As high as what it stands in. */
export function VirtualRows({ label, count, renderRow, role = "region", activeId, onKeyDown, onWidth, ref }: VirtualRowsProps) {
	const viewport = useRef<HTMLDivElement | null>(null);
	const [view, setView] = useState({ scrollTop: 0, heightPx: 400 });
	const wholePx = count * ROW_PX;
	const boxPx = Math.min(wholePx, HIGHEST_PX);
	const stretch = boxPx > view.heightPx ? Math.max(1, (wholePx - view.heightPx) / (boxPx - view.heightPx)) : 1;
	const top = Math.min(view.scrollTop, Math.max(0, boxPx - view.heightPx)) * stretch;
	const first = Math.floor(top / ROW_PX);
	const shown = Math.max(0, Math.min(count - first, Math.ceil(view.heightPx / ROW_PX) + 1));

	useImperativeHandle(ref, () => ({
		focus: () => viewport.current?.focus(),
		showRow(index) {
			const element = viewport.current;
			if (element === null) return;
			const from = element.scrollTop * stretch;
			const to = from + element.clientHeight - ROW_PX;
			const wanted = index * ROW_PX;
			if (wanted >= from && wanted <= to) return;
			element.scrollTop = (wanted < from ? wanted : wanted - element.clientHeight + ROW_PX * 2) / stretch;
		},
	}));

	return (
		// biome-ignore lint/a11y/useAriaPropsSupportedByRole: every role that is used here has a name
		// biome-ignore lint/a11y/noStaticElementInteractions: the role is the user's: a tree, a list, a region
		<div
			ref={(element) => {
				viewport.current = element;
				if (element === null) return;
				const measured = new ResizeObserver(() => {
					setView((before) => ({ ...before, heightPx: element.clientHeight }));
					onWidth?.(element.clientWidth);
				});
				measured.observe(element);
				return () => {
					viewport.current = null;
					measured.disconnect();
				};
			}}
			className={styles["viewport"]}
			role={role}
			aria-label={label}
			aria-activedescendant={activeId}
			// What scrolls must be reachable by keyboard.
			tabIndex={0}
			onScroll={(event) => {
				const { scrollTop } = event.currentTarget;
				setView((before) => ({ ...before, scrollTop }));
			}}
			onKeyDown={(event) => onKeyDown?.(event, Math.max(1, Math.floor(view.heightPx / ROW_PX) - 1))}
		>
			<div className={styles["whole"]} style={{ height: `${boxPx}px` }} role="presentation">
				<div className={styles["window"]} style={{ transform: `translateY(${-(top % ROW_PX)}px)` }} role="presentation">
					{Array.from({ length: shown }, (_, index) => renderRow(first + index))}
				</div>
			</div>
		</div>
	);
}
