import { useEffect, useState } from "react";
import type { Message } from "../../../shared/model/message.ts";
import { inspectMessage } from "../../actions/inspector-actions.ts";
import { useActionContext, useRunAction } from "../../actions/use-action.ts";
import { formatExactTime } from "../../i18n/format-time.ts";
import { useText } from "../../i18n/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { PayloadChanges } from "./payload-changes.tsx";
import tabStyles from "./payload-tab.module.css";
import { SearchedBack } from "./searched-back.tsx";
import { useTopicSearch } from "./use-topic-search.ts";

/** What is different in this payload from the previous message of the same topic, whichever way that one went. */
export function ChangesTab({ connectionId, message }: { readonly connectionId: string; readonly message: Message }) {
	const say = useText();
	const run = useRunAction();
	const search = useTopicSearch(connectionId, message.topic, message.seq, 1);
	const [found] = search.messages;
	const previous = useWholePayload(connectionId, found);
	if (found === undefined && search.isSearching) return <Skeleton label={say("inspector.searching")} shape="lines" />;
	if (found === undefined) {
		return search.reachesStart ? (
			<p className={tabStyles["note"]}>{say("inspector.noPrevious")}</p>
		) : (
			<SearchedBack search={search} continueLabel={say("inspector.searchOn")} />
		);
	}
	return (
		<>
			<div className={tabStyles["bar"]}>
				<span className={tabStyles["since"]}>{say("inspector.since", { time: formatExactTime(found.at) })}</span>
				<Button size="small" onPress={() => run(inspectMessage, { connectionId, seq: found.seq })}>
					{say("inspector.showPrevious")}
				</Button>
			</div>
			{previous === null ? (
				<Skeleton label={say("inspector.reading")} shape="lines" />
			) : (
				<PayloadChanges before={previous} after={message.payload} />
			)}
		</>
	);
}

/** null while it is read, and where it is gone in the meantime. */
function useWholePayload(connectionId: string, message: Message | undefined): Uint8Array | null {
	const { host } = useActionContext();
	const [payload, setPayload] = useState<Uint8Array | null>(null);
	useEffect(() => {
		if (message === undefined) return;
		if (message.payload.byteLength === message.payloadBytes) {
			setPayload(message.payload);
			return;
		}
		const asked = new AbortController();
		void host.link.request("message.read", { connectionId, seq: message.seq }, asked.signal).then((read) => {
			if (read.ok && !asked.signal.aborted) setPayload(read.value.payload);
		});
		return () => asked.abort();
	}, [connectionId, host, message]);
	return payload;
}
