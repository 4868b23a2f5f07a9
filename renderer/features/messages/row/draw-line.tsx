import type { ReactNode } from "react";
import type { Message } from "../../../../shared/model/message.ts";
import { UNFOLDED } from "../../../../shared/payload/select-outline-rows.ts";
import type { RowFolds } from "../../../state/fold-store.ts";
import type { MessageColumn } from "../../../state/message-view-store.ts";
import styles from "../list/message-list.module.css";
import type { Line } from "../list/select-lines.ts";
import { EventLine } from "./event-line.tsx";
import { MessageRow } from "./message-row.tsx";
import type { RowTexts } from "./row-texts.ts";
import type { ReadTopicSubscription } from "./topic-subscriptions.ts";

/** What the lines of a list are drawn with, the same for all of them. */
export interface LineLook {
	readonly texts: RowTexts;
	readonly folds: RowFolds;
	readonly search: string;
	readonly hitSeq: number | null;
	readonly inspectedSeq: number | null;
	readonly currentSeq: number | null;
	readonly isRowSelected: (row: Message) => boolean;
	/** Messages as lines in these columns; null = as bubbles. */
	readonly columns: readonly MessageColumn[] | null;
	readonly readSubscription: ReadTopicSubscription;
	readonly onShowAll: (seq: number) => void;
}

/** One line of the list: a day, the unread marker, an event or a message. */
export function drawLine(line: Line, look: LineLook): ReactNode {
	const { texts } = look;
	switch (line.kind) {
		case "day":
			return (
				<div key={line.key} className={styles["day"]}>
					{texts.formatDay(line.at)}
				</div>
			);
		case "unread":
			return (
				<div key={line.key} className={styles["unread"]}>
					{texts.say("conversation.unread")}
				</div>
			);
		case "event":
			return <EventLine key={line.key} row={line.row} texts={texts} isPrecise={look.columns !== null} />;
		default: {
			const { row } = line;
			return (
				<MessageRow
					key={line.key}
					row={row}
					// What was found may stand in the topic: the current match always says it.
					startsGroup={line.startsGroup || row.seq === look.hitSeq}
					subscription={row.kind === "received" ? look.readSubscription(row.topic) : null}
					columns={look.columns}
					fold={look.folds.get(row.seq) ?? UNFOLDED}
					search={look.search}
					isHit={row.seq === look.hitSeq}
					isInspected={row.seq === look.inspectedSeq}
					isSelected={look.isRowSelected(row)}
					isCurrent={row.seq === look.currentSeq}
					texts={texts}
					onShowAll={look.onShowAll}
				/>
			);
		}
	}
}
