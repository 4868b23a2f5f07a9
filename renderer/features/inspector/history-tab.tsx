import { RefreshCw } from "lucide-react";
import { useState } from "react";
import type { Message } from "../../../shared/model/message.ts";
import { inspectMessage } from "../../actions/inspector-actions.ts";
import { useRunAction } from "../../actions/use-action.ts";
import { useText } from "../../i18n/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import styles from "./history-tab.module.css";
import { SearchedBack } from "./searched-back.tsx";
import { TopicMessage } from "./topic-message.tsx";
import { useTopicSearch } from "./use-topic-search.ts";

const PAGE_MESSAGES = 50;

/** The last messages of the topic, newest first; a press shows one. */
export function HistoryTab({ connectionId, message }: { readonly connectionId: string; readonly message: Message }) {
	const [round, setRound] = useState(0);
	return (
		<TopicHistory key={round} connectionId={connectionId} message={message} onReload={() => setRound((before) => before + 1)} />
	);
}

interface TopicHistoryProps {
	readonly connectionId: string;
	readonly message: Message;
	readonly onReload: () => void;
}

function TopicHistory({ connectionId, message, onReload }: TopicHistoryProps) {
	const say = useText();
	const run = useRunAction();
	const search = useTopicSearch(connectionId, message.topic, Number.MAX_SAFE_INTEGER, PAGE_MESSAGES);
	return (
		<div className={styles["history"]}>
			<div className={styles["bar"]}>
				<span>{say("inspector.lastMessages")}</span>
				<Button size="small" variant="ghost" icon={RefreshCw} disabled={search.isSearching} onPress={onReload}>
					{say("inspector.reload")}
				</Button>
			</div>
			<ol className={styles["list"]} aria-label={say("inspector.history")} aria-busy={search.isSearching}>
				{search.messages.map((one) => (
					<li key={one.seq}>
						<TopicMessage
							message={one}
							isShown={one.seq === message.seq}
							onPress={() => run(inspectMessage, { connectionId, seq: one.seq })}
						/>
					</li>
				))}
			</ol>
			{search.messages.length === 0 && search.isSearching ? (
				<Skeleton label={say("inspector.searching")} shape="rows" />
			) : (
				<SearchedBack search={search} continueLabel={say("inspector.older")} />
			)}
		</div>
	);
}
