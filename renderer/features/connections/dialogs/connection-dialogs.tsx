import { useStore } from "zustand";
import { clearHistory, deleteConnection } from "../../../actions/connection-actions.ts";
import { useRunAction } from "../../../actions/use-action.ts";
import { useText } from "../../../i18n/use-text.ts";
import { selectActivity } from "../../../state/connections-store.ts";
import { useStores } from "../../../state/use-stores.ts";
import { applyDialog } from "../../../state/view-store.ts";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";
import { ConnectionDialog } from "../form/connection-dialog.tsx";
import { RedirectDialog } from "./redirect-dialog.tsx";
import { SecretsDialog } from "./secrets-dialog.tsx";
import { ServerCertificateDialog } from "./server-certificate-dialog.tsx";

/** Whichever dialog about a connection is open. */
export function ConnectionDialogs() {
	const say = useText();
	const stores = useStores();
	const run = useRunAction();
	const dialog = useStore(stores.view, (state) => state.dialog);
	const name = useStore(stores.connections, (state) =>
		dialog === null || !("connectionId" in dialog) || dialog.connectionId === null
			? ""
			: (state.profiles.get(dialog.connectionId)?.name ?? ""),
	);
	const pinned = useStore(stores.connections, (state) =>
		dialog?.kind === "clear-history" ? (selectActivity(state, dialog.connectionId)?.totals.pinned ?? 0) : 0,
	);
	// Only this one: what was opened meanwhile (secrets are asked for) stays.
	const close = () => stores.view.setState((state) => (state.dialog === dialog ? applyDialog(state, null) : state));
	switch (dialog?.kind) {
		case "connection-form":
			return (
				<ConnectionDialog
					key={dialog.connectionId ?? "new"}
					connectionId={dialog.connectionId}
					folderId={dialog.folderId ?? null}
					onClose={close}
				/>
			);
		case "secrets":
			return (
				<SecretsDialog key={dialog.connectionId} connectionId={dialog.connectionId} missing={dialog.missing} onClose={close} />
			);
		case "server-certificate":
			return <ServerCertificateDialog key={dialog.connectionId} connectionId={dialog.connectionId} onClose={close} />;
		case "delete-connection":
			return (
				<ConfirmDialog
					title={say("connection.delete.title", { name })}
					text={say("connection.delete.text")}
					confirmLabel={say("connection.delete.confirm")}
					cancelLabel={say("common.cancel")}
					onClose={close}
					onConfirm={() => {
						close();
						run(deleteConnection, { connectionId: dialog.connectionId });
					}}
				/>
			);
		case "redirect":
			return <RedirectDialog key={dialog.connectionId} connectionId={dialog.connectionId} onClose={close} />;
		case "clear-history":
			return (
				<ConfirmDialog
					title={say("connection.clear.title", { name })}
					text={[say("connection.clear.text"), ...(pinned === 0 ? [] : [say("connection.clear.pinned", { count: pinned })])].join(
						" ",
					)}
					confirmLabel={say("connection.clear.confirm")}
					cancelLabel={say("common.cancel")}
					onClose={close}
					onConfirm={() => {
						close();
						run(clearHistory, { connectionId: dialog.connectionId });
					}}
				/>
			);
		default:
			return null;
	}
}
