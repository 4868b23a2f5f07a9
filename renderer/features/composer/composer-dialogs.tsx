import { useStore } from "zustand";
import { useStores } from "../../state/use-stores.ts";
import { applyDialog } from "../../state/view-store.ts";
import { SaveMessageDialog } from "./saved/save-message-dialog.tsx";
import { SavedMessagesDialog } from "./saved/saved-messages-dialog.tsx";
import { RepeatDialog } from "./sending/repeat-dialog.tsx";

/** The dialog about sending, where one is open. */
export function ComposerDialogs() {
	const stores = useStores();
	const dialog = useStore(stores.view, (state) => state.dialog);
	const close = () => stores.view.setState((state) => (state.dialog === dialog ? applyDialog(state, null) : state));
	switch (dialog?.kind) {
		case "repeat-form":
			return <RepeatDialog connectionId={dialog.connectionId} onClose={close} />;
		case "saved-messages":
			return <SavedMessagesDialog connectionId={dialog.connectionId} onClose={close} />;
		case "save-message":
			return <SaveMessageDialog connectionId={dialog.connectionId} savedId={dialog.savedId} onClose={close} />;
		default:
			return null;
	}
}
