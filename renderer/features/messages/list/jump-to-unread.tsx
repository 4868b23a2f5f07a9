import { ArrowUp } from "lucide-react";
import { useState } from "react";
import { useStore } from "zustand";
import { firstUnreadMessage } from "../../../actions/message-moves.ts";
import { useRunAction } from "../../../actions/use-action.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useStores } from "../../../state/use-stores.ts";
import { Button } from "../../../ui/button.tsx";
import type { ConversationScroll } from "./conversation-scroll.ts";
import styles from "./message-list.module.css";
import { selectUnreadPlace } from "./select-unread-place.ts";

export interface JumpToUnreadProps {
	readonly connectionId: string;
	readonly scroll: ConversationScroll;
}

/** The way to the first message that had not been seen when the conversation was opened, until the reader has come to it. */
export function JumpToUnread({ connectionId, scroll }: JumpToUnreadProps) {
	const say = useText();
	const stores = useStores();
	const run = useRunAction();
	const unreadAfterSeq = useStore(stores.conversation, (state) => state.unreadAfterSeq);
	const firstRowSeq = useStore(stores.conversation, (state) => state.window?.rows[0]?.seq ?? null);
	const firstKeptSeq = useStore(stores.conversation, (state) => state.window?.totals.firstSeq ?? 0);
	const follows = useStore(stores.conversation, (state) => state.window?.follows ?? true);
	const topSeq = useStore(scroll.position, (position) => position.topSeq);
	const bottomSeq = useStore(scroll.position, (position) => position.bottomSeq);
	const [isReached, setIsReached] = useState(false);
	const place = selectUnreadPlace({ unreadAfterSeq, firstKeptSeq, firstRowSeq, follows, topSeq, bottomSeq });
	if (place === "in-sight" && !isReached) setIsReached(true);
	if (isReached || place !== "above") return null;
	return (
		<div className={styles["jumpUp"]}>
			<Button icon={ArrowUp} size="small" onPress={() => run(firstUnreadMessage, { connectionId })}>
				{say("conversation.jumpToUnread")}
			</Button>
		</div>
	);
}
