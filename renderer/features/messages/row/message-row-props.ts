import type { Message } from "../../../../shared/model/message.ts";
import type { OutlineFold } from "../../../../shared/payload/select-outline-rows.ts";
import type { MessageColumn } from "../../../state/message-view-store.ts";
import type { RowTexts } from "./row-texts.ts";
import type { TopicSubscription } from "./topic-subscriptions.ts";

/** What one message is drawn from, whatever it is drawn as. */
export interface MessageRowProps {
	readonly row: Message;
	readonly startsGroup: boolean;
	/** What a received message came by; null = not known any more. */
	readonly subscription: TopicSubscription | null;
	/** As one line in these columns; null = as a bubble. */
	readonly columns: readonly MessageColumn[] | null;
	/** What of its payload is folded away. */
	readonly fold: OutlineFold;
	readonly search: string;
	readonly isHit: boolean;
	/** The inspector shows it. */
	readonly isInspected: boolean;
	readonly isSelected: boolean;
	/** The one stop of the Tab key. */
	readonly isCurrent: boolean;
	readonly texts: RowTexts;
	readonly onShowAll: (seq: number) => void;
}
