import { EllipsisVertical, Plug, Unplug } from "lucide-react";
import { useStore } from "zustand";
import { formatAddress } from "../../../../shared/model/format-link.ts";
import { connect, copyAddress, disconnect, ENDABLE_STATES, STARTABLE_STATES } from "../../../actions/connection-actions.ts";
import { useAction } from "../../../actions/use-action.ts";
import { useText } from "../../../i18n/use-text.ts";
import { selectConnectionState, selectProfile } from "../../../state/connections-store.ts";
import { useStores } from "../../../state/use-stores.ts";
import { Button } from "../../../ui/button.tsx";
import { Menu } from "../../../ui/menu.tsx";
import { useConnectionItems } from "../list/connection-items.ts";
import styles from "./connection-header.module.css";
import { ConnectionStatus } from "./connection-status.tsx";
import { GrantedPanel } from "./granted-panel.tsx";
import { NotVerifiedMark } from "./not-verified-mark.tsx";

/** Over the conversation: who it is with, in which state, and what can be done about it. */
export function ConnectionHeader({ connectionId }: { readonly connectionId: string }) {
	const say = useText();
	const stores = useStores();
	const profile = useStore(stores.connections, (state) => selectProfile(state, connectionId));
	const kind = useStore(stores.connections, (state) => selectConnectionState(state, connectionId).kind);
	const isLinked = useStore(stores.link, (state) => state.link.kind === "open");
	const reason = isLinked ? undefined : say("app.linkClosed");
	const subject = { connectionId };
	const connecting = useAction(connect, subject);
	const disconnecting = useAction(disconnect, subject);
	const items = useConnectionItems(connectionId, "beside-buttons");
	const address = profile === null ? "" : formatAddress(profile);
	const copying = useAction(copyAddress, { connectionId, address });
	if (profile === null) return null;
	return (
		<section className={styles["header"]} aria-label={profile.name}>
			<div className={styles["who"]}>
				<h1 className={styles["name"]} title={profile.name}>
					{profile.name}
				</h1>
				<div className={styles["facts"]}>
					<ConnectionStatus connectionId={connectionId} />
					<button type="button" className={styles["address"]} title={say(copyAddress.label)} onClick={copying.run}>
						{address}
					</button>
					<NotVerifiedMark profile={profile} />
				</div>
			</div>
			<div className={styles["actions"]}>
				<GrantedPanel connectionId={connectionId} />
				{ENDABLE_STATES.includes(kind) ? (
					<Button icon={Unplug} disabled={!disconnecting.can} title={reason} onPress={disconnecting.run}>
						{say(kind === "connecting" ? "action.cancelConnecting" : disconnect.label)}
					</Button>
				) : null}
				{STARTABLE_STATES.includes(kind) ? (
					<Button variant="primary" icon={Plug} disabled={!connecting.can} title={reason} onPress={connecting.run}>
						{say(connect.label)}
					</Button>
				) : null}
				<Menu label={say("connection.moreActions")} icon={EllipsisVertical} items={items} />
			</div>
		</section>
	);
}
