import { memo } from "react";
import { previewLine } from "../../../../shared/payload/preview-line.ts";
import { joinClasses } from "../../../ui/join-classes.ts";
import { drawBubble, selectBubbleClass } from "./draw-bubble.tsx";
import { drawCells, selectLineClass } from "./draw-cells.tsx";
import { formatBubbleName, formatLineName } from "./format-row-name.ts";
import styles from "./message-row.module.css";
import type { MessageRowProps } from "./message-row-props.ts";
import { findMatches } from "./split-matches.ts";

/**
 * One message, whatever it is drawn as. Hundreds a second may be drawn: few elements, no hooks, and no handlers but one; the list
 * listens for presses. `data-seq` is what the list finds rows by, `data-menu` marks the button that opens the menu.
 */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
	const { row, columns, search, isHit, isSelected, isCurrent, texts } = props;
	const findPlace = search === "" ? undefined : (text: string) => findMatches(text, search)[0]?.from ?? 0;
	const line = columns === null ? null : previewLine(row.payload, row.payloadBytes, findPlace);
	const name = line === null ? formatBubbleName(row, texts) : formatLineName(row, texts, line);
	return (
		<article
			className={joinClasses(
				styles["row"],
				isSelected && styles["selected"],
				columns === null ? selectBubbleClass(props) : selectLineClass(props),
			)}
			// A message of a log has no state for it.
			aria-label={isSelected ? `${name}${texts.separator}${texts.selected}` : name}
			aria-current={isHit ? "true" : undefined}
			data-seq={row.seq}
			tabIndex={isCurrent ? 0 : -1}
		>
			{columns === null || line === null ? drawBubble(props) : drawCells(props, columns, line)}
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
