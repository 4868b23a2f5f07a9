import type { Message } from "../../../shared/model/message.ts";
import type { SubscriptionColour } from "../../../shared/model/subscription.ts";
import type { OutlineFold } from "../../../shared/payload/select-outline-rows.ts";
import type { RowTexts } from "./row-texts.ts";

/** What one message is drawn from, whatever it is drawn as. */
export interface MessageRowProps {
	readonly row: Message;
	readonly startsGroup: boolean;
	readonly colour: SubscriptionColour | null;
	/** What of its payload is folded away. */
	readonly fold: OutlineFold;
	readonly search: string;
	readonly isHit: boolean;
	/** The inspector shows it. */
	readonly isInspected: boolean;
	/** The one stop of the Tab key. */
	readonly isCurrent: boolean;
	readonly texts: RowTexts;
	readonly onShowAll: (seq: number) => void;
}
