/** Which message the keys go to next, and how far the list scrolls for it: pure, over rows as they stand on the page. */

export interface MeasuredRow {
	readonly seq: number;
	/** Both from the viewport's upper edge. */
	readonly topPx: number;
	readonly bottomPx: number;
}

export interface StepFacts {
	/** The messages of the window, oldest first. */
	readonly rows: readonly MeasuredRow[];
	readonly viewportPx: number;
	/** The current message; null = none yet, or it is not in the window. */
	readonly currentSeq: number | null;
	readonly towards: "older" | "newer";
	readonly follows: boolean;
}

export type Step =
	| { readonly kind: "row"; readonly row: MeasuredRow }
	/** The current message goes on beyond the edge: more of it comes into sight before it is left. */
	| { readonly kind: "scroll"; readonly px: number };

/** How much of the viewport one step through a message that is higher than it covers. */
const STEP_SHARE = 0.8;
/** Between a message that is brought into sight and the edge. */
const EDGE_PX = 6;

/** null = there is nothing in that direction. */
export function selectStep(facts: StepFacts): Step | null {
	const { rows, viewportPx, currentSeq, towards } = facts;
	const index = rows.findIndex((row) => row.seq === currentSeq);
	const current = rows[index];
	// From one that has gone out of sight the list would jump back: the reader is where they look.
	if (current === undefined || !isInSight(current, viewportPx)) {
		const row = selectInSight(facts);
		return row === null ? null : { kind: "row", row };
	}
	if (current.bottomPx - current.topPx > viewportPx) {
		const rest = towards === "newer" ? current.bottomPx - viewportPx : -current.topPx;
		const px = Math.min(rest + EDGE_PX, viewportPx * STEP_SHARE);
		if (rest > 1) return { kind: "scroll", px: towards === "newer" ? px : -px };
	}
	const row = rows[index + (towards === "newer" ? 1 : -1)];
	return row === undefined ? null : { kind: "row", row };
}

/** Where the keys begin: at the end with the newest, elsewhere with the one at the edge that the reader comes from. */
export function selectInSight({ rows, viewportPx, towards, follows }: Omit<StepFacts, "currentSeq">): MeasuredRow | null {
	const seen = rows.filter((row) => isInSight(row, viewportPx));
	if (seen.length === 0) {
		const beyond = towards === "newer" ? rows.find((row) => row.topPx >= viewportPx) : rows.findLast((row) => row.bottomPx <= 0);
		return beyond ?? null;
	}
	const whole = seen.filter((row) => row.topPx >= -1 && row.bottomPx <= viewportPx + 1);
	const from = whole.length === 0 ? seen : whole;
	return (follows || towards === "older" ? from.at(-1) : from[0]) ?? null;
}

/** How far to scroll, so that this message is in sight; of one that is higher than the viewport, the side one comes to first. */
export function selectRevealPx(row: MeasuredRow, viewportPx: number, towards: "older" | "newer"): number {
	const toTop = row.topPx - EDGE_PX;
	const toBottom = row.bottomPx + EDGE_PX - viewportPx;
	if (row.bottomPx - row.topPx + 2 * EDGE_PX > viewportPx) return towards === "newer" ? toTop : toBottom;
	if (toTop < 0) return toTop;
	return toBottom > 0 ? toBottom : 0;
}

function isInSight(row: MeasuredRow, viewportPx: number): boolean {
	return row.bottomPx > 1 && row.topPx < viewportPx - 1;
}
