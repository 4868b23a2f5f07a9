import { useStore } from "zustand";
import { useText } from "../../../i18n/use-text.ts";
import { selectConnectionState } from "../../../state/connections-store.ts";
import { useStores } from "../../../state/use-stores.ts";
import { StatusDot } from "../../../ui/status-dot.tsx";
import { useNow } from "../list/use-now.ts";
import styles from "./connection-status.module.css";
import { describeConnectionState, readStatusTone } from "./describe-connection-state.ts";

/** A connection's state as dot and words, with the countdown to the next attempt. Told to screen readers without the countdown. */
export function ConnectionStatus({ connectionId }: { readonly connectionId: string }) {
	const say = useText();
	const stores = useStores();
	const state = useStore(stores.connections, (connections) => selectConnectionState(connections, connectionId));
	const isWaiting = state.kind === "waiting";
	const now = useNow(isWaiting);
	return (
		<span className={styles["status"]}>
			<StatusDot tone={readStatusTone(state)} />
			<span className={isWaiting ? styles["spoken"] : styles["words"]} role="status">
				{describeConnectionState(say, state)}
			</span>
			{isWaiting ? (
				<span className={styles["words"]} aria-hidden={true}>
					{describeConnectionState(say, state, now)}
				</span>
			) : null}
		</span>
	);
}
