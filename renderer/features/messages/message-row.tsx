import { memo } from "react";
import type { Message } from "../../../shared/model/message.ts";
import type { SubscriptionColour } from "../../../shared/model/subscription.ts";
import { makeVisible } from "../../../shared/payload/make-visible.ts";
import { previewPayload } from "../../../shared/payload/preview-payload.ts";
import { shortenTopic } from "../../../shared/topic/shorten-topic.ts";
import { formatClock, formatExactTime } from "../../i18n/format-time.ts";
import { joinClasses } from "../../ui/join-classes.ts";
import { DeliveryMark } from "./delivery-mark.tsx";
import { formatSize } from "./format-size.ts";
import { highlight } from "./highlight.tsx";
import styles from "./message-row.module.css";
import type { RowTexts } from "./row-texts.ts";

/** Up to here the size says nothing that the payload does not. */
const SMALL_BYTES = 256;

export interface MessageRowProps {
	readonly row: Message;
	readonly startsGroup: boolean;
	readonly colour: SubscriptionColour | null;
	readonly search: string;
	readonly isHit: boolean;
	/** The inspector shows it. */
	readonly isInspected: boolean;
	/** The one stop of the Tab key. */
	readonly isCurrent: boolean;
	readonly texts: RowTexts;
	readonly onShowAll: (seq: number) => void;
}

/**
 * One message. Hundreds a second may be drawn: few elements, no hooks, and no handlers but one; the list listens for the menu.
 * `data-seq` is what the list finds rows by, `data-menu` marks the button that opens the menu.
 */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
	const { row, startsGroup, colour, search, isHit, isInspected, isCurrent, texts, onShowAll } = props;
	const preview = previewPayload(row.payload, row.payloadBytes);
	const topic = makeVisible(shortenTopic(row.topic));
	const time = formatClock(row.at);
	const isReceived = row.kind === "received";
	const name = [isReceived ? texts.received : texts.published, topic, time].join(texts.separator);
	return (
		<article
			className={joinClasses(
				styles["row"],
				isReceived ? styles["received"] : styles["published"],
				startsGroup && styles["first"],
				isHit && styles["hit"],
				isInspected && styles["inspected"],
			)}
			aria-label={name}
			aria-current={isHit ? "true" : undefined}
			data-seq={row.seq}
			tabIndex={isCurrent ? 0 : -1}
		>
			<div className={joinClasses(styles["bubble"], colour !== null && styles["striped"], colour !== null && styles[colour])}>
				{startsGroup ? <div className={styles["topic"]}>{highlight(topic, search)}</div> : null}
				{preview.kind === "empty" ? (
					<div className={styles["note"]}>{texts.emptyPayload}</div>
				) : (
					<div className={preview.kind === "text" ? styles["payload"] : styles["code"]}>
						{highlight(preview.text, search)}
						{preview.isShortened ? " …" : null}
					</div>
				)}
				{preview.reason === null ? null : <div className={styles["note"]}>{texts.binary[preview.reason]}</div>}
				{preview.isShortened ? (
					<button type="button" tabIndex={-1} className={styles["more"]} onClick={() => onShowAll(row.seq)}>
						{texts.say("conversation.message.showAll", { size: formatSize(row.payloadBytes) })}
					</button>
				) : null}
				<div className={styles["meta"]}>
					<span>{texts.qos[row.qos]}</span>
					{row.retain ? <span className={styles["badge"]}>{texts.retained}</span> : null}
					{row.dup ? <span className={styles["badge"]}>{texts.duplicate}</span> : null}
					{row.payloadBytes > SMALL_BYTES ? <span>{formatSize(row.payloadBytes)}</span> : null}
					{row.kind === "published" ? <DeliveryMark delivery={row.delivery} texts={texts} /> : null}
					<time title={formatExactTime(row.at)}>{time}</time>
				</div>
			</div>
			<button
				type="button"
				// The row's own keys open it.
				tabIndex={-1}
				className={styles["menu"]}
				aria-label={texts.actions}
				aria-haspopup="menu"
				data-menu={row.seq}
			/>
		</article>
	);
});
