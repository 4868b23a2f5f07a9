/** The columns beside the conversation: how wide a person made them, and which are put away; and which folders are closed. */
import { createStore } from "zustand/vanilla";

export type Column = "connections" | "subscriptions" | "inspector";
/** The inspector is open or closed by itself. */
export type HideableColumn = Exclude<Column, "inspector">;

export interface LayoutState {
	/** As wished; one that was never moved is not among them. What fits is `readColumnWidth`. */
	readonly widthsPx: Readonly<Partial<Record<Column, number>>>;
	readonly hidden: readonly HideableColumn[];
	/** The ids of the folders of connections that are closed. */
	readonly closedFolders: readonly string[];
}

export interface ColumnWidth {
	readonly min: number;
	readonly max: number;
	readonly initial: number;
	/** The wish, as far as it fits. */
	readonly value: number;
}

/** `share`: of the window, the most and what it begins with; `px`: the least, the most to begin with, and the most. */
const LIMITS = {
	connections: { share: [0.25, 0.22], px: [160, 304, 480] },
	subscriptions: { share: [0.22, 0.18], px: [144, 272, 480] },
} as const;
const INSPECTOR_PX = { least: 320, mostInitial: 608, most: 1200 };
const BAR_PX = 48;
/** Up to this width of the window; in the style sheets 50rem. */
const STACKED_PX = 800;
/** What the inspector leaves to the conversation. */
const LEAST_TALK_PX = 360;

export function createLayoutStore() {
	return createStore<LayoutState>(() => ({ widthsPx: {}, hidden: [], closedFolders: [] }));
}

export function applyWidth(state: LayoutState, column: Column, widthPx: number): LayoutState {
	return { ...state, widthsPx: { ...state.widthsPx, [column]: widthPx } };
}

export function applyHidden(state: LayoutState, column: HideableColumn, isHidden: boolean): LayoutState {
	if (state.hidden.includes(column) === isHidden) return state;
	return { ...state, hidden: isHidden ? [...state.hidden, column] : state.hidden.filter((each) => each !== column) };
}

/** `known`: the ids of all folders; those that are gone are forgotten. */
export function applyFoldersClosed(
	state: LayoutState,
	ids: Iterable<string>,
	isClosed: boolean,
	known: ReadonlySet<string>,
): LayoutState {
	const closed = new Set(state.closedFolders);
	const changed = [...ids].filter((id) => closed.has(id) !== isClosed);
	if (changed.length === 0) return state;
	for (const id of changed) isClosed ? closed.add(id) : closed.delete(id);
	return { ...state, closedFolders: [...closed].filter((id) => known.has(id)) };
}

/** How wide a column is in a window of this width, and how wide it may be: the conversation always keeps its place. */
export function readColumnWidth(state: LayoutState, column: Column, windowPx: number): ColumnWidth {
	const { min, max, initial } = column === "inspector" ? readInspectorLimits(state, windowPx) : readLimits(column, windowPx);
	const within = (px: number) => Math.round(Math.min(max, Math.max(min, px)));
	return { min, max, initial: within(initial), value: within(state.widthsPx[column] ?? initial) };
}

function readLimits(column: HideableColumn, windowPx: number) {
	const { share, px } = LIMITS[column];
	const [mostShare, initialShare] = share;
	const [min, mostInitial, most] = px;
	const max = Math.round(Math.max(min, Math.min(most, windowPx * mostShare)));
	return { min, max, initial: Math.min(mostInitial, windowPx * initialShare) };
}

/** Whether there is no room for the inspector beside the conversation: then it lies over the columns at the left, and nothing moves. */
export function isInspectorOver(state: LayoutState, windowPx: number): boolean {
	return windowPx - BAR_PX - readOthersPx(state, windowPx) - LEAST_TALK_PX < INSPECTOR_PX.least;
}

/** How much of the conversation it would cover where it lies over other columns: the conversation gives way by so much. */
export function readInspectorCover(state: LayoutState, windowPx: number): number {
	if (!isInspectorOver(state, windowPx)) return 0;
	// In the smallest windows the subscriptions stand above the conversation.
	const columns = windowPx > STACKED_PX ? state : applyHidden(state, "subscriptions", true);
	return Math.max(0, readColumnWidth(state, "inspector", windowPx).value - readOthersPx(columns, windowPx));
}

/** The same for what stands over the subscriptions as well. */
export function readHeaderCover(state: LayoutState, windowPx: number): number {
	if (!isInspectorOver(state, windowPx) || windowPx <= STACKED_PX) return 0;
	const columns = applyHidden(state, "subscriptions", true);
	return Math.max(0, readColumnWidth(state, "inspector", windowPx).value - readOthersPx(columns, windowPx));
}

function readInspectorLimits(state: LayoutState, windowPx: number) {
	const { least, mostInitial, most } = INSPECTOR_PX;
	const othersPx = readOthersPx(state, windowPx);
	const isOver = isInspectorOver(state, windowPx);
	// Over the others it leaves the conversation as much as beside them: whoever looks into a message can write one.
	const room = windowPx - BAR_PX - LEAST_TALK_PX - (isOver ? 0 : othersPx);
	const max = Math.round(Math.max(least, Math.min(most, room)));
	// It covers what it lies over; beside it begins small where the window has little to give, and takes nearly half of what there is more.
	return { min: least, max, initial: isOver ? othersPx : Math.min(mostInitial, windowPx * 0.44 - 216) };
}

function readOthersPx(state: LayoutState, windowPx: number): number {
	return (["connections", "subscriptions"] as const)
		.filter((column) => !state.hidden.includes(column))
		.reduce((sum, column) => sum + readColumnWidth(state, column, windowPx).value, 0);
}
