/** How many rows a window at the end keeps: by what the viewport can show, whatever arrives. */
import type { FollowLimits } from "../../../state/conversation-window.ts";
import { selectRoomRows } from "./select-move.ts";

const MOST_CALM_ROWS = 200;
const LEAST_CALM_ROWS = 24;
const LEAST_FLOODED_ROWS = 6;

export function selectFollowLimits(before: FollowLimits, viewportPx: number): FollowLimits {
	const room = selectRoomRows(viewportPx);
	const calm = Math.min(MOST_CALM_ROWS, Math.max(LEAST_CALM_ROWS, Math.ceil(room * 1.5)));
	return { calm, flooded: Math.min(before.flooded, room) };
}

/** While rows are passed over, as many as the viewport shows are drawn, by the height that they turn out to have. */
export function selectFloodedRows(viewportPx: number, rowCount: number, rowsPx: number): number {
	const fitting = Math.ceil((viewportPx * Math.max(1, rowCount)) / Math.max(1, rowsPx)) + 2;
	return Math.min(selectRoomRows(viewportPx), Math.max(LEAST_FLOODED_ROWS, fitting));
}
