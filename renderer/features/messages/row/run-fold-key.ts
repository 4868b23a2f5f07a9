/**
 * The keys among the folds of one payload, as in a tree: up and down go from fold to fold, right unfolds or goes on, left folds or goes
 * back to the message, as Escape does. Enter and Space are the buttons' own.
 */
import type { KeyboardEvent } from "react";

/** Whether the key was for a fold. */
export function runFoldKey(event: KeyboardEvent<HTMLElement>): boolean {
	const button = (event.target as Element).closest<HTMLElement>("button[data-fold]");
	const row = button?.closest<HTMLElement>("article");
	if (button == null || row == null) return false;
	const target = selectTarget(event.key, button, row);
	if (target === null) return false;
	event.preventDefault();
	if (target === "press") button.click();
	else target.focus();
	return true;
}

/** null: the key is another's. */
function selectTarget(key: string, button: HTMLElement, row: HTMLElement): HTMLElement | "press" | null {
	const all = [...row.querySelectorAll<HTMLElement>("button[data-fold]")];
	const at = all.indexOf(button);
	const isOpen = button.getAttribute("aria-expanded") === "true";
	switch (key) {
		case "ArrowDown":
			return all[at + 1] ?? null;
		case "ArrowUp":
			return all[at - 1] ?? row;
		case "ArrowRight":
			return isOpen ? (all[at + 1] ?? button) : "press";
		case "ArrowLeft":
			return isOpen && button.dataset["fold"] !== "all" ? "press" : row;
		case "Escape":
			return row;
		default:
			return null;
	}
}
