import { useStore } from "zustand";
import { useStores } from "../../state/use-stores.ts";
import { applyDialog } from "../../state/view-store.ts";
import { RepeatDialog } from "./repeat-dialog.tsx";

/** The dialog about sending, where one is open. */
export function ComposerDialogs() {
	const stores = useStores();
	const dialog = useStore(stores.view, (state) => state.dialog);
	const close = () => stores.view.setState((state) => (state.dialog === dialog ? applyDialog(state, null) : state));
	if (dialog?.kind === "repeat-form") return <RepeatDialog connectionId={dialog.connectionId} onClose={close} />;
	return null;
}
