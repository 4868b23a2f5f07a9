import { useEffect } from "react";
import { findKeyAction } from "../actions/find-key-action.ts";
import { isMac } from "../actions/is-mac.ts";
import { runAction } from "../actions/run-action.ts";
import { useActionContext } from "../actions/use-action.ts";

/** Where a character is text, or goes to the item that begins with it. */
const TYPED_INTO =
	"input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=menu], [role=listbox], [role=dialog]";

/** Runs actions by their keys, wherever the focus is. While a dialog is open, keys are the dialog's. */
export function useKeys(): void {
	const context = useActionContext();
	useEffect(() => {
		const onKeyDown = (event: KeyboardEvent) => {
			const { dialog, overlay } = context.stores.view.getState();
			if (event.defaultPrevented || dialog !== null || overlay !== null) return;
			const isTyping = event.target instanceof Element && event.target.closest(TYPED_INTO) !== null;
			const found = findKeyAction(context.stores, event, isTyping, isMac());
			if (found === null) return;
			event.preventDefault();
			if (found.kind === "program") void runAction(context, found.action, undefined);
			else void runAction(context, found.action, found.subject);
		};
		window.addEventListener("keydown", onKeyDown);
		return () => window.removeEventListener("keydown", onKeyDown);
	}, [context]);
}
