import { useStore } from "zustand";
import { Composer } from "../features/composer/composer.tsx";
import { ConnectionHeader } from "../features/connections/header/connection-header.tsx";
import { FailureBanner } from "../features/connections/header/failure-banner.tsx";
import { Conversation } from "../features/messages/conversation.tsx";
import { SubscriptionList } from "../features/subscriptions/subscription-list.tsx";
import { useText } from "../i18n/use-text.ts";
import { useStores } from "../state/use-stores.ts";
import { ColumnHandle } from "./column-handle.tsx";
import styles from "./conversation-view.module.css";

/** The connection that is open: whom it is with, what it listens to, what was said, and what to say next. */
export function ConversationView() {
	const say = useText();
	const stores = useStores();
	const connectionId = useStore(stores.view, (state) => state.openConnectionId);
	const isKnown = useStore(stores.connections, (state) => connectionId !== null && state.profiles.has(connectionId));
	const hidden = useStore(stores.layout, (state) => state.hidden);
	const isInspecting = useStore(stores.inspector, (state) => state.isOpen);
	const isHidden = hidden.includes("subscriptions");
	// Inside of the landmark beside the column, so that everything on the page is in one.
	const leftEdge = hidden.includes("connections") ? null : <ColumnHandle column="connections" />;
	if (connectionId === null || !isKnown) {
		return (
			<main className={styles["none"]}>
				{leftEdge}
				<p>{say("connection.nothingOpen")}</p>
			</main>
		);
	}
	return (
		<main className={styles["view"]}>
			{leftEdge}
			<div className={styles["top"]}>
				<ConnectionHeader connectionId={connectionId} />
				<FailureBanner connectionId={connectionId} />
			</div>
			<div className={styles["body"]} data-bare={isHidden || undefined}>
				{isHidden ? null : (
					<>
						<SubscriptionList connectionId={connectionId} />
						<ColumnHandle column="subscriptions" />
					</>
				)}
				<div className={styles["talk"]}>
					<Conversation connectionId={connectionId} />
					<Composer connectionId={connectionId} />
				</div>
			</div>
			{isInspecting ? <ColumnHandle column="inspector" /> : null}
		</main>
	);
}
