import { memo } from "react";
import { useStore } from "zustand";
import { makeVisible } from "../../../../shared/payload/make-visible.ts";
import { shortenTopic } from "../../../../shared/topic/shorten-topic.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useText } from "../../../i18n/use-text.ts";
import { selectActivity, selectConnectionState, selectProfile } from "../../../state/connections-store.ts";
import { useStores } from "../../../state/use-stores.ts";
import { Badge } from "../../../ui/badge.tsx";
import { joinClasses } from "../../../ui/join-classes.ts";
import { StatusDot } from "../../../ui/status-dot.tsx";
import { describeConnectionState, readStatusTone } from "../header/describe-connection-state.ts";
import styles from "./connection-row.module.css";
import { formatListTime } from "./format-list-time.ts";
import { formatPreview } from "./format-preview.ts";

/** What the list says of one connection. Reads its own slices alone, so that a message to one does not render the others. */
export const ConnectionRow = memo(function ConnectionRow({ id }: { readonly id: string }) {
	const say = useText();
	const language = useLanguage();
	const stores = useStores();
	const profile = useStore(stores.connections, (state) => selectProfile(state, id));
	const connection = useStore(stores.connections, (state) => selectConnectionState(state, id));
	const activity = useStore(stores.connections, (state) => selectActivity(state, id));
	if (profile === null) return null;
	const last = activity?.last ?? null;
	const unread = activity?.unread ?? 0;
	const words = describeConnectionState(say, connection);
	// Connected or not is what the dot's form says; what goes on, or went wrong, is worth its words.
	const isTold = connection.kind !== "connected" && connection.kind !== "idle";
	return (
		<>
			<span className={styles["dot"]}>
				<StatusDot tone={readStatusTone(connection)} label={words} />
			</span>
			<span className={styles["name"]} title={profile.name}>
				{profile.name}
			</span>
			{last === null ? null : (
				<time className={styles["time"]} dateTime={new Date(last.at).toISOString()}>
					{formatListTime(last.at, Date.now(), language)}
				</time>
			)}
			<span className={joinClasses(styles["preview"], unread === 0 && styles["wide"])}>
				{isTold ? (
					<span className={connection.kind === "failed" ? styles["failed"] : styles["state"]} aria-hidden={true}>
						{words}
					</span>
				) : null}
				{last !== null ? (
					<>
						{isTold ? " · " : null}
						{last.kind === "published" ? `${say("connection.youPublished")}: ` : null}
						<span className={styles["topic"]}>{makeVisible(shortenTopic(last.topic))}</span> {formatPreview(last.preview)}
					</>
				) : isTold ? null : (
					say("connection.noMessages")
				)}
			</span>
			{unread > 0 ? <Badge count={unread} label={say("connection.unread", { count: unread })} /> : null}
		</>
	);
});
