import type { ReactNode } from "react";
import { shortenTopic } from "../../../../shared/topic/shorten-topic.ts";
import { formatClock, formatExactTime } from "../../../i18n/format-time.ts";
import { joinClasses } from "../../../ui/join-classes.ts";
import { DeliveryMark } from "./delivery-mark.tsx";
import { highlight } from "./highlight.tsx";
import styles from "./message-bubble.module.css";
import { MessagePayload } from "./message-payload.tsx";
import type { MessageRowProps } from "./message-row-props.ts";
import { ReplyButton } from "./reply-button.tsx";
import { isRequest, RequestThread } from "./request-thread.tsx";
import colourStyles from "./subscription-colour.module.css";

const QOS_CLASSES = [undefined, styles["qos1"], styles["qos2"]] as const;

/** A message as a bubble of the chat. A plain function: as a component it would add to what every row costs. */
export function drawBubble(props: MessageRowProps): ReactNode {
	const { row, startsGroup, subscription, search, texts } = props;
	const colour = subscription?.colour ?? null;
	return (
		<div className={joinClasses(styles["bubble"], colour !== null && styles["striped"], colour !== null && colourStyles[colour])}>
			{startsGroup ? <div className={styles["topic"]}>{highlight(shortenTopic(row.topic), search)}</div> : null}
			<MessagePayload {...props} />
			<div className={styles["meta"]}>
				<span className={QOS_CLASSES[row.qos]}>{texts.qos[row.qos]}</span>
				{row.retain ? <span className={joinClasses(styles["badge"], styles["retained"])}>{texts.retained}</span> : null}
				{row.pinned === true ? <span className={styles["badge"]}>{texts.pinned}</span> : null}
				{row.dup ? <span className={styles["badge"]}>{texts.duplicate}</span> : null}
				<span>{texts.formatSize(row.payloadBytes)}</span>
				{row.kind === "published" ? <DeliveryMark delivery={row.delivery} texts={texts} /> : null}
				<time title={formatExactTime(row.at)}>{formatClock(row.at)}</time>
			</div>
			{isRequest(row) ? <RequestThread row={row} /> : null}
			{row.kind === "received" && row.properties?.responseTopic !== undefined ? <ReplyButton row={row} /> : null}
		</div>
	);
}

/** Of the row that the bubble stands in. */
export function selectBubbleClass({ row, startsGroup, isHit, isInspected }: MessageRowProps): string {
	return joinClasses(
		styles["chat"],
		row.kind === "published" && styles["published"],
		startsGroup && styles["first"],
		isHit && styles["hit"],
		isInspected && styles["inspected"],
	);
}
