/** Where the viewport stands in the whole history: what the scroll bar and the way back to the end show. */
import { createStore } from "zustand/vanilla";
import type { ConversationWindow } from "../../../state/conversation-window.ts";

export interface ScrollPosition {
	/** 0 at the first row, 1 at the end. */
	readonly fraction: number;
	/** How much of the whole is in sight, from 0 to 1; 1 = all of it, so that there is nothing to scroll. */
	readonly share: number;
	readonly follows: boolean;
	readonly topSeq: number;
	readonly bottomSeq: number;
	readonly firstSeq: number;
	readonly lastSeq: number;
}

const NOWHERE: ScrollPosition = { fraction: 1, share: 1, follows: true, topSeq: 0, bottomSeq: 0, firstSeq: 0, lastSeq: 0 };

export function createScrollPositionStore() {
	return createStore<ScrollPosition>(() => NOWHERE);
}

export interface MeasuredView {
	readonly scrollTop: number;
	readonly viewportPx: number;
	readonly contentPx: number;
	/** The first row in sight. */
	readonly top: { readonly seq: number; readonly offsetPx: number; readonly heightPx: number } | null;
	readonly bottomSeq: number;
}

/** A window that holds the whole conversation is measured in pixels; of a larger one the place is that of its seqs. */
export function selectPosition(window: ConversationWindow, view: MeasuredView): ScrollPosition {
	const { firstSeq, lastSeq } = window.totals;
	const scrollable = view.contentPx - view.viewportPx;
	const common = {
		follows: window.follows,
		topSeq: view.top?.seq ?? window.rows[0]?.seq ?? 0,
		bottomSeq: view.bottomSeq,
		firstSeq,
		lastSeq,
	};
	if (window.reachesStart && window.reachesEnd) {
		const share = Math.min(1, view.viewportPx / Math.max(1, view.contentPx));
		return { ...common, share, fraction: scrollable < 1 ? 1 : Math.min(1, view.scrollTop / scrollable) };
	}
	const range = Math.max(1, lastSeq - firstSeq);
	if (window.follows || view.top === null) {
		return { ...common, share: Math.min(0.95, window.rows.length / range), fraction: 1 };
	}
	const { top } = view;
	const hidden = top.heightPx > 0 ? Math.min(1, Math.max(0, -top.offsetPx / top.heightPx)) : 0;
	const span = Math.max(0, view.bottomSeq - top.seq);
	const free = Math.max(1, range - span);
	return {
		...common,
		share: Math.min(0.95, span / range),
		fraction: Math.min(1, Math.max(0, (top.seq + hidden - firstSeq) / free)),
	};
}
