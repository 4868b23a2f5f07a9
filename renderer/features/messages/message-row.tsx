import { memo } from "react";
import type { Message } from "../../../shared/model/message.ts";
import { makeVisible } from "../../../shared/payload/make-visible.ts";
import { shortenTopic } from "../../../shared/topic/shorten-topic.ts";
import { formatClock } from "../../i18n/format-time.ts";
import { joinClasses } from "../../ui/join-classes.ts";
import { drawBubble, selectBubbleClass } from "./draw-bubble.tsx";
import styles from "./message-row.module.css";
import type { MessageRowProps } from "./message-row-props.ts";
import type { RowTexts } from "./row-texts.ts";

/**
 * One message, whatever it is drawn as. Hundreds a second may be drawn: few elements, no hooks, and no handlers but one; the list
 * listens for presses. `data-seq` is what the list finds rows by, `data-menu` marks the button that opens the menu.
 */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
	const { row, isHit, isCurrent, texts } = props;
	return (
		<article
			className={joinClasses(styles["row"], selectBubbleClass(props))}
			aria-label={formatRowName(row, texts)}
			aria-current={isHit ? "true" : undefined}
			data-seq={row.seq}
			tabIndex={isCurrent ? 0 : -1}
		>
			{drawBubble(props)}
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

function formatRowName(row: Message, texts: RowTexts): string {
	const direction = row.kind === "received" ? texts.received : texts.published;
	return [direction, makeVisible(shortenTopic(row.topic)), formatClock(row.at)].join(texts.separator);
}
