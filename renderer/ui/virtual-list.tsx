import {
	type AriaRole,
	type DragEventHandler,
	type KeyboardEventHandler,
	type ReactNode,
	type Ref,
	useImperativeHandle,
	useLayoutEffect,
	useMemo,
	useRef,
	useState,
} from "react";
import { joinClasses } from "./join-classes.ts";
import styles from "./virtual-list.module.css";

export interface VirtualListHandle {
	/** Moves as little as brings the row into sight. */
	showRow(index: number): void;
	showStart(): void;
}

export interface VirtualListProps {
	readonly count: number;
	/** The height of every row, or of each. A function has to stay the same as long as no height changes. */
	readonly rowPx: number | ((index: number) => number);
	readonly rowKey: (index: number) => string;
	/** Asked for the rows in sight alone. */
	readonly renderRow: (index: number) => ReactNode;
	/** A row that exists wherever the list is scrolled to: the one that has the focus. */
	readonly keptIndex?: number | null;
	readonly label?: string;
	readonly role: AriaRole;
	/** Of the box round each row; rows that are items by themselves need none. */
	readonly rowRole?: "listitem" | "presentation";
	/** Something is dragged over the room below the last row. */
	readonly isTarget?: boolean;
	readonly onKeyDown?: KeyboardEventHandler<HTMLDivElement>;
	readonly onDragOver?: DragEventHandler<HTMLDivElement>;
	readonly onDragLeave?: DragEventHandler<HTMLDivElement>;
	readonly onDrop?: DragEventHandler<HTMLDivElement>;
	readonly ref?: Ref<VirtualListHandle>;
}

/** Above the first row and below the last; the same stands in the style sheet for the sides. */
const PADDING_PX = 8;
/** Rows drawn beyond each edge, so that scrolling meets what is there already. */
const BEYOND_ROWS = 6;

/** Rows of known heights, any number of them, of which only those in sight exist. As high as what it stands in. */
export function VirtualList({
	count,
	rowPx,
	rowKey,
	renderRow,
	keptIndex = null,
	rowRole = "presentation",
	...props
}: VirtualListProps) {
	const viewport = useRef<HTMLDivElement | null>(null);
	const offsets = useMemo(() => computeOffsets(count, rowPx), [count, rowPx]);
	const offsetOf = (index: number) => offsets[index] ?? 0;
	/** The row that somebody stands in by keyboard outlives being scrolled away. */
	const [focusedKey, setFocusedKey] = useState<string | null>(null);
	const [range, setRange] = useState({ first: 0, last: 30 });
	/** As last measured: asking the page for them in the middle of a rendering would make it lay everything out. */
	const view = useRef({ topPx: 0, heightPx: 600 });
	const read = () => {
		const { topPx, heightPx } = view.current;
		const first = Math.max(0, findRow(offsets, topPx) - BEYOND_ROWS);
		const last = Math.min(count, findRow(offsets, topPx + heightPx) + 1 + BEYOND_ROWS);
		setRange((before) => (before.first === first && before.last === last ? before : { first, last }));
	};
	const latestRead = useRef(read);
	useLayoutEffect(() => {
		latestRead.current = read;
		read();
	});

	useImperativeHandle(props.ref, () => ({
		showStart: () => viewport.current?.scrollTo({ top: 0 }),
		showRow(index) {
			const element = viewport.current;
			if (element === null) return;
			const from = offsetOf(index) - PADDING_PX;
			const to = offsetOf(index + 1) + PADDING_PX - element.clientHeight;
			if (from < element.scrollTop) element.scrollTop = from;
			else if (to > element.scrollTop) element.scrollTop = to;
		},
	}));

	const first = Math.min(range.first, count);
	const shown = Array.from({ length: Math.max(0, Math.min(range.last, count) - first) }, (_, index) => first + index);
	const keep = (index: number) => {
		if (index < 0 || index >= count || shown.includes(index)) return;
		const at = shown.findIndex((each) => each > index);
		shown.splice(at === -1 ? shown.length : at, 0, index);
	};
	if (keptIndex !== null) keep(keptIndex);
	if (focusedKey !== null && !shown.some((index) => rowKey(index) === focusedKey)) {
		for (let index = 0; index < count; index++) if (rowKey(index) === focusedKey) keep(index);
	}
	return (
		// biome-ignore lint/a11y/useAriaPropsSupportedByRole: every role that is used here has a name
		// biome-ignore lint/a11y/noStaticElementInteractions: the role is the user's: a tree, a list
		<div
			ref={(element) => {
				viewport.current = element;
				if (element === null) return;
				const measured = new ResizeObserver(() => {
					view.current = { topPx: element.scrollTop, heightPx: element.clientHeight };
					latestRead.current();
				});
				measured.observe(element);
				return () => {
					viewport.current = null;
					measured.disconnect();
				};
			}}
			className={joinClasses(styles["viewport"], props.isTarget === true && styles["target"])}
			role={props.role}
			aria-label={props.label}
			onScroll={(event) => {
				view.current = { ...view.current, topPx: event.currentTarget.scrollTop };
				read();
			}}
			onFocus={(event) => setFocusedKey(event.target.closest<HTMLElement>("[data-key]")?.dataset["key"] ?? null)}
			onBlur={() => setFocusedKey(null)}
			onKeyDown={props.onKeyDown}
			onDragOver={props.onDragOver}
			onDragLeave={props.onDragLeave}
			onDrop={props.onDrop}
		>
			<div className={styles["whole"]} style={{ height: `${offsetOf(count) + PADDING_PX}px` }} role="presentation">
				{shown.map((index) => (
					// biome-ignore lint/a11y/useAriaPropsSupportedByRole: an item of a list has its place in it
					<div
						key={rowKey(index)}
						data-key={rowKey(index)}
						className={styles["row"]}
						style={{ top: `${offsetOf(index)}px`, height: `${offsetOf(index + 1) - offsetOf(index)}px` }}
						role={rowRole}
						aria-posinset={rowRole === "listitem" ? index + 1 : undefined}
						aria-setsize={rowRole === "listitem" ? count : undefined}
					>
						{renderRow(index)}
					</div>
				))}
			</div>
		</div>
	);
}

/** Where each row begins; one more for the end of the last. */
function computeOffsets(count: number, rowPx: VirtualListProps["rowPx"]): Float64Array {
	const offsets = new Float64Array(count + 1);
	offsets[0] = PADDING_PX;
	for (let index = 0; index < count; index++) {
		offsets[index + 1] = (offsets[index] ?? 0) + (typeof rowPx === "number" ? rowPx : rowPx(index));
	}
	return offsets;
}

/** The last row that begins at or above this place. */
function findRow(offsets: Float64Array, px: number): number {
	let low = 0;
	let high = offsets.length - 1;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((offsets[middle] ?? 0) <= px) low = middle;
		else high = middle - 1;
	}
	return low;
}
