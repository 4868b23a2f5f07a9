import { ArrowDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { latestMessage } from "../../../actions/message-moves.ts";
import { useRunAction } from "../../../actions/use-action.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useStores } from "../../../state/use-stores.ts";
import { Button } from "../../../ui/button.tsx";
import type { ConversationScroll } from "./conversation-scroll.ts";
import styles from "./message-list.module.css";

export interface JumpToLatestProps {
	readonly connectionId: string;
	readonly scroll: ConversationScroll;
	readonly isFiltered: boolean;
}

/** For a reader who is not at the end: how much is newer than what is seen, and the way there. */
export function JumpToLatest({ connectionId, scroll, isFiltered }: JumpToLatestProps) {
	const say = useText();
	const { i18n } = useTranslation();
	const stores = useStores();
	const run = useRunAction();
	const follows = useStore(stores.conversation, (state) => state.window?.follows ?? true);
	const lastSeq = useStore(stores.conversation, (state) => state.window?.totals.lastSeq ?? 0);
	const bottomSeq = useStore(scroll.position, (position) => position.bottomSeq);
	if (follows) return null;
	// Under a filter it is not known how many of the newer rows pass it.
	const newer = isFiltered ? 0 : Math.max(0, lastSeq - bottomSeq);
	const count = newer === 0 ? "" : ` (${say("conversation.newerCount", { number: newer.toLocaleString(i18n.language) })})`;
	return (
		<div className={styles["jump"]}>
			<Button icon={ArrowDown} size="small" onPress={() => run(latestMessage, { connectionId })}>
				{say("conversation.jumpToLatest")}
				{count}
			</Button>
		</div>
	);
}
