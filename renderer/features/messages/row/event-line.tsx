import { memo } from "react";
import { assertNever } from "../../../../shared/model/assert-never.ts";
import type { ConnectionEvent, EventRow } from "../../../../shared/model/message.ts";
import { makeVisible } from "../../../../shared/payload/make-visible.ts";
import { formatFailure } from "../../../i18n/format-failure.ts";
import { formatClock, formatExactTime, formatPreciseClock } from "../../../i18n/format-time.ts";
import type { SayText } from "../../../i18n/use-text.ts";
import styles from "../list/message-list.module.css";
import type { RowTexts } from "./row-texts.ts";

export interface EventLineProps {
	readonly row: EventRow;
	readonly texts: RowTexts;
	/** To the millisecond, as the lines around it. */
	readonly isPrecise: boolean;
}

/** What happened to the connection, as a thin line in its place in time. */
export const EventLine = memo(function EventLine({ row, texts, isPrecise }: EventLineProps) {
	const words = describeEvent(row.event, texts.say);
	return (
		<div className={styles["event"]} data-seq={row.seq}>
			<span className={styles["words"]} title={words}>
				{words}
			</span>{" "}
			<time title={formatExactTime(row.at)}>{isPrecise ? formatPreciseClock(row.at) : formatClock(row.at)}</time>
		</div>
	);
});

function describeEvent(event: ConnectionEvent, say: SayText): string {
	switch (event.type) {
		case "connected":
			return say(event.sessionPresent ? "conversation.event.resumed" : "conversation.event.connected");
		case "disconnected":
			return say("conversation.event.disconnected");
		case "dropped":
			return say("conversation.event.dropped");
		case "restarted":
			return say("conversation.event.restarted");
		case "lost":
			return say("conversation.event.lost", { message: makeVisible(formatFailure(say, event.failure).message) });
		default:
			return assertNever(event);
	}
}
