import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { deleteMessages } from "../../../actions/delete-messages.ts";
import { useRunAction } from "../../../actions/use-action.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useStores } from "../../../state/use-stores.ts";
import { applyDialog } from "../../../state/view-store.ts";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";

/** Says how many messages will go, and what stays or goes with them, before any of them does. */
export function DeleteMessagesDialog() {
	const say = useText();
	const { i18n } = useTranslation();
	const stores = useStores();
	const run = useRunAction();
	const dialog = useStore(stores.view, (state) => state.dialog);
	if (dialog?.kind !== "delete-messages") return null;
	const { connectionId, selection, count } = dialog;
	const close = () => stores.view.setState((state) => (state.dialog === dialog ? applyDialog(state, null) : state));
	const countOf = (value: number) => ({ count: value, number: value.toLocaleString(i18n.language) });
	const text = [
		say("selection.ask.text", countOf(count.messages - count.waiting)),
		...(count.pinned === 0 ? [] : [say("selection.ask.pinned", countOf(count.pinned))]),
		...(count.waiting === 0 ? [] : [say("selection.ask.waiting", countOf(count.waiting))]),
	];
	return (
		<ConfirmDialog
			title={say("selection.ask.title", countOf(count.messages - count.waiting))}
			text={text.join(" ")}
			confirmLabel={say("selection.delete")}
			cancelLabel={say("common.cancel")}
			onClose={close}
			onConfirm={() => {
				close();
				run(deleteMessages, { connectionId, selection, count });
			}}
		/>
	);
}
