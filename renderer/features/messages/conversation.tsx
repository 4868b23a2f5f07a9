import { CircleAlert } from "lucide-react";
import { useEffect, useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { type ConversationFilter, hasFilter } from "../../../shared/model/conversation.ts";
import { useActionContext } from "../../actions/use-action.ts";
import { formatFailure } from "../../i18n/format-failure.ts";
import { useText } from "../../i18n/use-text.ts";
import { selectActivity } from "../../state/connections-store.ts";
import { selectFilter, selectLook } from "../../state/conversation-store.ts";
import { selectTopicFilter } from "../../state/view-store.ts";
import { Banner } from "../../ui/banner.tsx";
import { ConversationBar } from "./bar/conversation-bar.tsx";
import { useSearch } from "./bar/use-search.ts";
import styles from "./conversation.module.css";
import { ConversationEmpty } from "./conversation-empty.tsx";
import { createConversationScroll } from "./list/conversation-scroll.ts";
import { JumpToLatest } from "./list/jump-to-latest.tsx";
import { JumpToUnread } from "./list/jump-to-unread.tsx";
import listStyles from "./list/message-list.module.css";
import { MessageList } from "./list/message-list.tsx";
import { ScrollBar } from "./list/scroll-bar.tsx";
import { SpokenMessages } from "./list/spoken-messages.tsx";
import { useMarkRead } from "./list/use-mark-read.ts";
import { createRowTexts } from "./row/row-texts.ts";
import { useMuted } from "./use-muted.ts";

/** One connection's history as a chat: what was received stands left, what was published right. */
export function Conversation({ connectionId }: { readonly connectionId: string }) {
	// A conversation of its own for each connection: nothing of one is left in another.
	return <OpenedConversation key={connectionId} connectionId={connectionId} />;
}

function OpenedConversation({ connectionId }: { readonly connectionId: string }) {
	const say = useText();
	const { i18n } = useTranslation();
	const { stores, host } = useActionContext();
	const viewportId = useId();
	const [scroll] = useState(() => createConversationScroll(host.link, stores.conversation));
	const texts = useMemo(() => createRowTexts(say, i18n.language), [say, i18n.language]);
	const failure = useStore(stores.conversation, (state) => state.failure);
	const search = useStore(stores.conversation, (state) => selectLook(state, connectionId).search);
	// A search that leaves nothing out changes no filter, and must not move the window.
	const filterText = useStore(stores.conversation, (state) => selectFilter(selectLook(state, connectionId), null).text);
	const direction = useStore(stores.conversation, (state) => selectLook(state, connectionId).direction);
	const pinned = useStore(stores.conversation, (state) => selectLook(state, connectionId).onlyPinned);
	const topicFilter = useStore(stores.view, (state) => selectTopicFilter(state, connectionId));
	const muted = useMuted(connectionId);
	const filter = useMemo<ConversationFilter>(
		() => ({ direction, topicFilter, text: filterText, pinned, ...muted }),
		[direction, topicFilter, filterText, pinned, muted],
	);
	const ownSearch = useSearch(connectionId, scroll);
	useMarkRead(connectionId);

	useEffect(() => {
		const activity = selectActivity(stores.connections.getState(), connectionId);
		scroll.open(connectionId, filter, activity !== null && activity.unread > 0 ? activity.lastReadSeq : null);
	}, [connectionId, filter, scroll, stores]);
	useEffect(() => () => scroll.close(), [scroll]);

	return (
		<div className={styles["conversation"]}>
			<ConversationBar connectionId={connectionId} search={ownSearch} />
			{failure === null ? null : <Banner tone="danger" icon={CircleAlert} {...formatFailure(say, failure)} />}
			<div className={listStyles["frame"]}>
				<MessageList connectionId={connectionId} scroll={scroll} texts={texts} search={search} viewportId={viewportId} />
				<ConversationEmpty isFiltered={hasFilter(filter)} />
				<JumpToUnread connectionId={connectionId} scroll={scroll} />
				<JumpToLatest connectionId={connectionId} scroll={scroll} isFiltered={hasFilter(filter)} />
				<SpokenMessages texts={texts} />
				<ScrollBar scroll={scroll} controlsId={viewportId} />
			</div>
		</div>
	);
}
