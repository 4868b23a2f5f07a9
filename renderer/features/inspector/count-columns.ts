/** The monospaced face's advance, as a share of its size, and the size it has here. */
const ADVANCE = 0.6;
const FONT_PX = 12;
const PADDING_PX = 24;

/** How many characters fit into this width. In steps, so that a panel being dragged is not laid out anew at every pixel. */
export function countColumns(widthPx: number): number {
	const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
	const columns = Math.floor((widthPx - PADDING_PX) / (ADVANCE * FONT_PX * rem));
	return Math.max(8, columns - (columns % 4));
}
