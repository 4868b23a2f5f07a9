import { useStore } from "zustand";
import { formatAddress } from "../../../../shared/model/format-link.ts";
import { followRedirect, readRedirect } from "../../../actions/redirect-actions.ts";
import { useRunAction } from "../../../actions/use-action.ts";
import { useText } from "../../../i18n/use-text.ts";
import { selectProfile } from "../../../state/connections-store.ts";
import { useStores } from "../../../state/use-stores.ts";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";

/** Asks before going where a broker points to. */
export function RedirectDialog({ connectionId, onClose }: { readonly connectionId: string; readonly onClose: () => void }) {
	const say = useText();
	const stores = useStores();
	const run = useRunAction();
	const profile = useStore(stores.connections, (state) => selectProfile(state, connectionId));
	const target = readRedirect(stores, connectionId);
	if (profile === null || target === null) return null;
	const address = formatAddress({ ...profile, host: target.host, port: target.port ?? profile.port });
	return (
		<ConfirmDialog
			title={say("connection.redirect.title", { address })}
			text={say("connection.redirect.text")}
			confirmLabel={say("connection.redirect.confirm")}
			cancelLabel={say("common.cancel")}
			onClose={onClose}
			onConfirm={() => {
				run(followRedirect, { connectionId });
				onClose();
			}}
		/>
	);
}
