/** Where rows stand in the list, read from the page. Rows carry `data-seq` and stand in the order of their seqs. */

import type { MeasuredRow } from "./select-step.ts";

export interface RowPlace {
	readonly seq: number;
	/** From the viewport's upper edge; negative above it. */
	readonly offsetPx: number;
	readonly heightPx: number;
}

/** The first row of which something is below `edgePx` of the content; null where there is none. */
export function findRowBelow(content: HTMLElement, viewport: HTMLElement, edgePx: number): RowPlace | null {
	const { children } = content;
	let low = 0;
	let high = children.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const element = children[middle] as HTMLElement;
		if (element.offsetTop + element.offsetHeight > edgePx) high = middle;
		else low = middle + 1;
	}
	for (let index = low; index < children.length; index += 1) {
		const place = readPlace(children[index] as HTMLElement, viewport);
		if (place !== null) return place;
	}
	return null;
}

/** This row, or the next newer one. */
export function findRow(content: HTMLElement, viewport: HTMLElement, seq: number): RowPlace | null {
	for (const child of content.children) {
		const own = (child as HTMLElement).dataset["seq"];
		if (own !== undefined && Number(own) >= seq) return readPlace(child as HTMLElement, viewport);
	}
	return null;
}

/** All messages of the list. */
export function measureRows(viewport: HTMLElement): readonly MeasuredRow[] {
	const edge = viewport.getBoundingClientRect().top;
	return [...viewport.querySelectorAll<HTMLElement>("article[data-seq]")].map((row) => {
		const { top, bottom } = row.getBoundingClientRect();
		return { seq: Number(row.dataset["seq"]), topPx: top - edge, bottomPx: bottom - edge };
	});
}

function readPlace(element: HTMLElement, viewport: HTMLElement): RowPlace | null {
	const seq = element.dataset["seq"];
	if (seq === undefined) return null;
	// Heights are fractions of a pixel; whole numbers would let rows creep with every move of the window.
	const { top, height } = element.getBoundingClientRect();
	return { seq: Number(seq), offsetPx: top - viewport.getBoundingClientRect().top, heightPx: height };
}
