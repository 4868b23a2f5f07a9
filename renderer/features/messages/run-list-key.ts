/** What the keys do in the conversation: without a modifier, and only where the focus is on it or on one of its messages. */
import type { KeyboardEvent } from "react";
import type { ConversationScroll } from "./conversation-scroll.ts";

export interface ListKeys {
	readonly scroll: ConversationScroll;
	readonly inspect: (seq: number) => void;
	readonly closeInspector: () => void;
}

export function runListKey(event: KeyboardEvent<HTMLElement>, { scroll, inspect, closeInspector }: ListKeys): void {
	const viewport = event.currentTarget;
	const row = event.target instanceof HTMLElement && event.target.matches("article") ? event.target : null;
	if (event.key === "Escape") closeInspector();
	if ((event.target !== viewport && row === null) || event.altKey || event.ctrlKey || event.metaKey) return;
	switch (event.key) {
		case "Home":
			event.preventDefault();
			scroll.jumpToStart();
			break;
		case "End":
			event.preventDefault();
			scroll.jumpToEnd();
			break;
		case "ArrowUp":
		case "PageUp":
			scroll.onHeading("older");
			break;
		case "ArrowDown":
		case "PageDown":
			scroll.onHeading("newer");
			break;
		case "k":
		case "j":
			event.preventDefault();
			focusNextRow(viewport, row, event.key === "k" ? "older" : "newer", scroll);
			break;
		case "Enter":
			if (row !== null) inspect(Number(row.dataset["seq"]));
			break;
	}
}

/** From a row to its neighbour; from none, to the newest in sight. */
function focusNextRow(
	viewport: HTMLElement,
	from: HTMLElement | null,
	towards: "older" | "newer",
	scroll: ConversationScroll,
): void {
	const rows = [...viewport.querySelectorAll<HTMLElement>("article[data-seq]")];
	const edge = viewport.getBoundingClientRect();
	const index = from === null ? -1 : rows.indexOf(from);
	const next =
		index === -1
			? rows.findLast((row) => row.getBoundingClientRect().top < edge.bottom && row.getBoundingClientRect().bottom > edge.top)
			: rows[index + (towards === "older" ? -1 : 1)];
	if (next === undefined) return;
	if (towards === "older") scroll.onHeading("older");
	next.focus({ preventScroll: true });
	next.scrollIntoView({ block: "nearest" });
}
