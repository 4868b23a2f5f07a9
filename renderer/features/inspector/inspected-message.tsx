import { useStore } from "zustand";
import { formatFailure } from "../../i18n/format-failure.ts";
import { useText } from "../../i18n/use-text.ts";
import type { InspectorTab } from "../../state/inspector-store.ts";
import { useStores } from "../../state/use-stores.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { ChangesTab } from "./changes-tab.tsx";
import { HistoryTab } from "./history-tab.tsx";
import styles from "./inspected-message.module.css";
import { MessageFacts } from "./message-facts.tsx";
import { MessageHeader } from "./message-header.tsx";
import { PayloadTab } from "./payload-tab.tsx";
import { useMessage } from "./use-message.ts";

export interface InspectedMessageProps {
	readonly connectionId: string;
	readonly seq: number;
}

/** All there is to know about one message: what it is above, its payload, changes and history below. */
export function InspectedMessage({ connectionId, seq }: InspectedMessageProps) {
	const say = useText();
	const stores = useStores();
	const tab = useStore(stores.inspector, (state) => state.tab);
	const { message, failure } = useMessage(connectionId, seq);
	if (failure !== null) {
		const { message: sentence, hint } = formatFailure(say, failure);
		return (
			<p className={styles["failure"]} role="alert">
				{sentence} {hint}
			</p>
		);
	}
	if (message === null) return <Skeleton label={say("inspector.reading")} shape="lines" />;
	const subject = { connectionId, message };
	return (
		<>
			<div className={styles["head"]}>
				<MessageHeader {...subject} />
				<MessageFacts message={message} />
			</div>
			<Tabs<InspectorTab>
				label={say("inspector.tabs")}
				value={tab}
				tabs={[
					{ value: "payload", label: say("inspector.payload") },
					{ value: "changes", label: say("inspector.changes") },
					{ value: "history", label: say("inspector.history") },
				]}
				onChange={(chosen) => stores.inspector.setState({ tab: chosen })}
			>
				{tab === "payload" ? <PayloadTab key={message.seq} {...subject} /> : null}
				{tab === "changes" ? <ChangesTab key={message.seq} {...subject} /> : null}
				{tab === "history" ? <HistoryTab key={message.topic} {...subject} /> : null}
			</Tabs>
		</>
	);
}
