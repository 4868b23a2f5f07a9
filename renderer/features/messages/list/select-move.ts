/** What a scroll means for the window: pure, so that every case can be tested without a page. */

export interface ScrollFacts {
	readonly scrollTop: number;
	readonly viewportPx: number;
	readonly contentPx: number;
	readonly follows: boolean;
	readonly reachesStart: boolean;
	readonly reachesEnd: boolean;
	/** Whether this is the reader's doing: only a reader comes to the end, or goes from it. */
	readonly isByReader: boolean;
	/** Which way the reader has just turned a wheel or pressed a key; null = nothing lately. */
	readonly heading: "older" | "newer" | null;
}

export type ScrollMove =
	| "none"
	/** The reader goes away from the end. */
	| "leave"
	/** The reader has come to the end. */
	| "follow"
	/** An edge of the window comes near, and there is more beyond it. */
	| "extend";

/** A fraction of a pixel may remain at the end. */
const AT_END_PX = 4;
/** In viewports: nearer than this to an edge, the window is moved. */
const NEAR_EDGE = 0.75;
/** In viewports: what a moved window holds on each side of the row it was moved to. */
const MARGIN = 1.5;
const MOST_ROWS = 200;
/** The least height that a row can have, in the compact view at its closest, so that a margin counted in rows is never less than it is meant to be. */
export const LEAST_ROW_PX = 24;

export function selectMove(facts: ScrollFacts): ScrollMove {
	const toStart = facts.scrollTop;
	const toEnd = facts.contentPx - facts.viewportPx - facts.scrollTop;
	if (facts.follows) {
		if (!facts.isByReader) return "none";
		if (toEnd > AT_END_PX) return "leave";
		return facts.heading === "older" && facts.contentPx > facts.viewportPx ? "leave" : "none";
	}
	// Everything is in sight, e.g. after the history was cleared: whoever sees all is at the end.
	if (facts.reachesStart && facts.reachesEnd && facts.contentPx <= facts.viewportPx) return "follow";
	if (facts.isByReader && facts.reachesEnd && toEnd <= AT_END_PX && facts.heading !== "older") return "follow";
	const near = facts.viewportPx * NEAR_EDGE;
	if ((toStart < near && !facts.reachesStart) || (toEnd < near && !facts.reachesEnd)) return "extend";
	return "none";
}

/** Rows to ask for on each side of a place, where rows are expected to be so high. */
export function selectMarginRows(viewportPx: number, rowPx: number): number {
	return selectRows(viewportPx * MARGIN, rowPx);
}

/** Rows that fill so much, where they are expected to be so high. */
export function selectRows(px: number, rowPx: number): number {
	return Math.min(MOST_ROWS, Math.max(4, Math.ceil(px / Math.max(LEAST_ROW_PX, rowPx)) + 1));
}

/** Rows that fill a viewport, whatever their heights. */
export function selectRoomRows(viewportPx: number): number {
	return selectRows(viewportPx, LEAST_ROW_PX);
}

/** What to expect of rows that are not drawn yet: rather lower than those that are, because too few rows cost a second question. */
export function selectExpectedRowPx(contentPx: number, rowCount: number): number {
	return rowCount === 0 ? LEAST_ROW_PX : Math.max(LEAST_ROW_PX, (contentPx / rowCount) * 0.7);
}
