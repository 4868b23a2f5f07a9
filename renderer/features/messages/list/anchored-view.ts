/**
 * The viewport and its rows on the page, and the anchor that keeps what is seen where it is: the first row in sight, with its offset
 * at the last scroll. The browser's own anchoring is off, because it knows nothing of replaced rows.
 */
import { findRow, findRowBelow, type RowPlace } from "./row-positions.ts";
import { selectRevealPx } from "./select-step.ts";

/** A scroll position is a whole pixel of the screen; a smaller shift cannot be mended. */
const LEAST_SHIFT_PX = 0.5;
/** Of a row that counts as seen. */
const LEAST_SEEN_PX = 1;
/** Until there is a viewport. */
const EXPECTED_VIEWPORT_PX = 500;

export type AnchoredView = ReturnType<typeof createAnchoredView>;

export function createAnchoredView() {
	let elements: { readonly viewport: HTMLElement; readonly content: HTMLElement } | null = null;
	let anchor: RowPlace | null = null;
	/** Where this program has put the viewport: the scroll event that follows is not the reader's. */
	let ownScrollTop = -1;

	function putScrollTop(scrollTop: number): void {
		if (elements === null) return;
		elements.viewport.scrollTop = scrollTop;
		ownScrollTop = elements.viewport.scrollTop;
	}

	function readAnchor(): void {
		if (elements === null) return;
		anchor = findRowBelow(elements.content, elements.viewport, elements.viewport.scrollTop);
	}

	return {
		show(viewport: HTMLElement, content: HTMLElement): void {
			elements = { viewport, content };
		},

		hide(): void {
			elements = null;
		},

		/** null until there is something to measure. */
		measure() {
			if (elements === null) return null;
			const { viewport, content } = elements;
			return {
				scrollTop: viewport.scrollTop,
				viewportPx: viewport.clientHeight,
				/** At least the viewport's height. */
				contentPx: viewport.scrollHeight,
				rowsPx: content.offsetHeight,
			};
		},

		viewportPx: () => elements?.viewport.clientHeight ?? EXPECTED_VIEWPORT_PX,

		anchor: () => anchor,

		readAnchor,

		forgetAnchor(): void {
			anchor = null;
		},

		/** Brings the anchor back to where it was. */
		keepAnchor(): void {
			if (elements === null || anchor === null) return;
			const { viewport, content } = elements;
			const now = findRow(content, viewport, anchor.seq);
			if (now === null) return;
			// A row that has become lower stays in sight with its lower edge.
			const shiftPx = now.offsetPx - Math.max(anchor.offsetPx, LEAST_SEEN_PX - now.heightPx);
			if (Math.abs(shiftPx) >= LEAST_SHIFT_PX) putScrollTop(viewport.scrollTop + shiftPx);
		},

		/**
		 * Fewer rows than fill the viewport stand at its lower edge, and each that comes lifts them. From here on they stay where they
		 * are, and what comes is put below them.
		 */
		pin(): void {
			if (elements === null) return;
			const { viewport, content } = elements;
			if (content.offsetHeight >= viewport.clientHeight) return;
			const top = content.getBoundingClientRect().top - viewport.getBoundingClientRect().top + viewport.scrollTop;
			content.style.marginTop = `${top}px`;
		},

		unpin(): void {
			if (elements !== null && elements.content.style.marginTop !== "") elements.content.style.marginTop = "";
		},

		/** The last row of which something is in sight. */
		findBottomSeq(): number | null {
			if (elements === null) return null;
			const { viewport, content } = elements;
			return findRowBelow(content, viewport, viewport.scrollTop + viewport.clientHeight - 1)?.seq ?? null;
		},

		/** Few rows stand at the lower edge: from here on they stay where they begin, whatever their height. */
		holdTop(): void {
			if (elements === null) return;
			const { viewport, content } = elements;
			if (content.offsetHeight < viewport.clientHeight) content.style.marginTop = `${content.offsetTop}px`;
		},

		putAtEnd(): void {
			if (elements !== null && elements.viewport.scrollHeight > elements.viewport.clientHeight)
				elements.content.style.marginTop = "";
			putScrollTop(elements?.viewport.scrollHeight ?? 0);
		},

		/** This row, or the next newer one, so far below the viewport's edge; without one, the end. */
		putRow(seq: number, offsetPx: number): void {
			if (elements === null) return;
			const { viewport, content } = elements;
			const row = findRow(content, viewport, seq);
			putScrollTop(row === null ? viewport.scrollHeight : viewport.scrollTop + row.offsetPx - offsetPx);
		},

		/** How far this row is from being in sight; 0 where it is, or is not in the window. */
		findRevealPx(seq: number): number {
			if (elements === null) return 0;
			const { viewport, content } = elements;
			const row = findRow(content, viewport, seq);
			if (row?.seq !== seq) return 0;
			return selectRevealPx({ seq, topPx: row.offsetPx, bottomPx: row.offsetPx + row.heightPx }, viewport.clientHeight, "newer");
		},

		/** How far the first mark in this row is from a third of the height; 0 where it is in sight, or there is none. */
		findMarkPx(seq: number): number {
			if (elements === null) return 0;
			const { viewport, content } = elements;
			const mark = content.querySelector(`[data-seq="${seq}"] mark`)?.getBoundingClientRect();
			if (mark === undefined) return 0;
			const { top, bottom } = viewport.getBoundingClientRect();
			if (mark.top >= top && mark.bottom <= bottom) return 0;
			return mark.top - top - viewport.clientHeight / 3;
		},

		/** Moves as this program: nothing is concluded about where the reader wants to be. */
		putBy(px: number): void {
			if (elements !== null && px !== 0) putScrollTop(elements.viewport.scrollTop + px);
		},

		/** Moves as the reader would. */
		scrollTo(scrollTop: number): void {
			if (elements !== null) elements.viewport.scrollTop = scrollTop;
		},

		/** Whether the viewport stands where the reader has brought it. */
		isMovedByReader: () => elements?.viewport.scrollTop !== ownScrollTop,
	};
}
