/** What a scroll means for the window: pure, so that every case can be tested without a page. */

export interface ScrollFacts {
	readonly scrollTop: number;
	readonly viewportPx: number;
	readonly contentPx: number;
	readonly follows: boolean;
	readonly reachesStart: boolean;
	readonly reachesEnd: boolean;
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
/** The least height that a row can have, so that a margin counted in rows is never less than it is meant to be. */
export const LEAST_ROW_PX = 26;

export function selectMove(facts: ScrollFacts): ScrollMove {
	const toStart = facts.scrollTop;
	const toEnd = facts.contentPx - facts.viewportPx - facts.scrollTop;
	if (facts.follows) {
		if (toEnd > AT_END_PX) return "leave";
		return facts.heading === "older" && facts.contentPx > facts.viewportPx ? "leave" : "none";
	}
	if (facts.reachesEnd && toEnd <= AT_END_PX && facts.heading !== "older") return "follow";
	const near = facts.viewportPx * NEAR_EDGE;
	if ((toStart < near && !facts.reachesStart) || (toEnd < near && !facts.reachesEnd)) return "extend";
	return "none";
}

/** Rows to ask for on each side of a place. */
export function selectMarginRows(viewportPx: number): number {
	return Math.min(200, Math.max(12, Math.ceil((viewportPx * MARGIN) / LEAST_ROW_PX)));
}

/** Rows that fill a viewport, whatever their heights. */
export function selectRoomRows(viewportPx: number): number {
	return Math.min(200, Math.max(8, Math.ceil(viewportPx / LEAST_ROW_PX) + 1));
}
