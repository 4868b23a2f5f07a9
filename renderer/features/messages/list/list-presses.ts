/** What a press in the list of messages means. The list listens for all its rows: a handler in each would cost with every row. */
import type { MouseEvent } from "react";
import { isMac } from "../../../actions/is-mac.ts";

export interface ListPresses {
	readonly toggle: (seq: number) => void;
	readonly selectTo: (seq: number) => void;
	readonly inspect: (seq: number) => void;
	/** A part of the payload, by the number of its line, or all of it. */
	readonly toggleFold: (seq: number, part: number | "all") => void;
	/** Without a place: at the row's own button. */
	readonly openMenu: (row: HTMLElement, place?: { readonly x: number; readonly y: number }) => void;
	/** For the current row, as its keys do. */
	readonly openMenuByKey: () => void;
}

export function runListPress(event: MouseEvent, list: ListPresses): void {
	const target = event.target as Element;
	const row = findRowOf(target);
	if (row === null) return;
	if (target.closest("[data-menu]") !== null) {
		list.openMenu(row);
		return;
	}
	const fold = target.closest<HTMLElement>("[data-fold]")?.dataset["fold"];
	if (fold !== undefined) {
		list.toggleFold(Number(row.dataset["seq"]), fold === "all" ? fold : Number(fold));
		return;
	}
	if (isMac() ? event.metaKey : event.ctrlKey) {
		list.toggle(Number(row.dataset["seq"]));
		return;
	}
	if (event.shiftKey) {
		row.focus({ preventScroll: true });
		list.selectTo(Number(row.dataset["seq"]));
		return;
	}
	// Whoever has marked some text wants to copy it, and other buttons have a press of their own.
	if (target.closest("button") !== null || isTextMarked()) return;
	list.inspect(Number(row.dataset["seq"]));
}

/** With Shift it draws a range of messages, and does not mark the text between two places. */
export function runListPressDown(event: MouseEvent): void {
	if (event.shiftKey && findRowOf(event.target as Element) !== null) event.preventDefault();
}

export function runListContextMenu(event: MouseEvent, list: ListPresses): void {
	const row = findRowOf(event.target as Element);
	if (row === null) return;
	// Of a key, such as Shift+F10: browsers make this event of it, with a place of their own choice.
	const isByKey = event.button !== 2 && !event.ctrlKey && row === document.activeElement;
	// A selection keeps the browser's own menu, which knows how to copy it.
	if (!isByKey && isTextMarked()) return;
	event.preventDefault();
	if (isByKey) list.openMenuByKey();
	else list.openMenu(row, { x: event.clientX, y: event.clientY });
}

function findRowOf(target: Element): HTMLElement | null {
	return target.closest<HTMLElement>("article[data-seq]");
}

function isTextMarked(): boolean {
	return document.getSelection()?.isCollapsed === false;
}
