import type { ReactNode } from "react";
import type { Message } from "../../../../shared/model/message.ts";
import { makeVisible } from "../../../../shared/payload/make-visible.ts";
import type { PayloadLine } from "../../../../shared/payload/preview-line.ts";
import { shortenTopic } from "../../../../shared/topic/shorten-topic.ts";
import { formatExactTime, formatPreciseClock } from "../../../i18n/format-time.ts";
import type { MessageColumn } from "../../../state/message-view-store.ts";
import { joinClasses } from "../../../ui/join-classes.ts";
import { Mark } from "../../../ui/mark.tsx";
import { DeliveryMark } from "./delivery-mark.tsx";
import { findTopicCut } from "./find-topic-cut.ts";
import { drawRange, highlight } from "./highlight.tsx";
import styles from "./message-cells.module.css";
import type { MessageRowProps } from "./message-row-props.ts";
import type { RowTexts } from "./row-texts.ts";
import { findMatches } from "./split-matches.ts";

/** A message as one line in columns. A plain function, as the bubble is, and each cell is one element where it can be. */
export function drawCells(props: MessageRowProps, columns: readonly MessageColumn[], payload: PayloadLine): ReactNode {
	return columns.map((column) => drawCell(column, props, payload));
}

/** Of the row that the cells stand in. */
export function selectLineClass({ row, isHit, isInspected }: MessageRowProps): string {
	return joinClasses(
		styles["line"],
		row.kind === "published" && styles["published"],
		isHit && styles["hit"],
		isInspected && styles["inspected"],
	);
}

function drawCell(column: MessageColumn, props: MessageRowProps, payload: PayloadLine): ReactNode {
	const { row, subscription, search, texts } = props;
	switch (column) {
		case "time":
			return (
				<time key={column} className={joinClasses(styles["cell"], styles["number"])} title={formatExactTime(row.at)}>
					{formatPreciseClock(row.at)}
				</time>
			);
		case "direction":
			return (
				<span
					key={column}
					className={joinClasses(styles["cell"], styles["folding"], styles[row.kind === "received" ? "in" : "out"])}
					title={readDirection(row, texts)}
				>
					<span className={styles["word"]}>{readDirection(row, texts)}</span>
				</span>
			);
		case "subscription": {
			const name = subscription === null ? undefined : makeVisible(subscription.name);
			return (
				<span key={column} className={joinClasses(styles["cell"], styles["marked"])} title={name}>
					{subscription === null ? null : <Mark colour={subscription.colour} />}
					<span className={styles["name"]}>{name}</span>
				</span>
			);
		}
		case "topic":
			return drawTopic(column, shortenTopic(row.topic), search);
		case "payload":
			return drawPayload(column, props, payload);
		case "qos":
			return (
				<span
					key={column}
					className={joinClasses(styles["cell"], styles["number"], styles[`qos${row.qos}`])}
					title={texts.qos[row.qos]}
				>
					{row.qos}
				</span>
			);
		case "flags": {
			const flags = [
				row.pinned === true ? texts.pinned : "",
				row.retain ? texts.retained : "",
				row.dup ? texts.duplicate : "",
			].filter((flag) => flag !== "");
			return (
				<span key={column} className={joinClasses(styles["cell"], styles["flags"])} title={flags.join(texts.separator)}>
					{flags.map((flag) => (
						<span key={flag} className={styles["flag"]}>
							<span className={styles["initial"]} aria-hidden={true}>
								{flag.slice(0, 1)}
							</span>
							<span className={styles["word"]}>{flag}</span>
						</span>
					))}
				</span>
			);
		}
		case "size":
			return (
				<span key={column} className={joinClasses(styles["cell"], styles["amount"])} title={`${row.payloadBytes} B`}>
					{texts.formatSize(row.payloadBytes)}
				</span>
			);
		case "delivery":
			return (
				<span key={column} className={joinClasses(styles["cell"], styles["marked"])}>
					{row.kind === "published" ? <DeliveryMark delivery={row.delivery} texts={texts} isOneLine={true} /> : null}
				</span>
			);
	}
}

function drawTopic(key: string, topic: string, search: string): ReactNode {
	const matches = findMatches(topic, search);
	const cut = findTopicCut(topic);
	return (
		<span key={key} className={joinClasses(styles["cell"], styles["topic"])} title={makeVisible(topic)}>
			<span className={styles["head"]}>{drawRange(topic, matches, 0, cut)}</span>
			{cut === topic.length ? null : <span className={styles["tail"]}>{drawRange(topic, matches, cut, topic.length)}</span>}
		</span>
	);
}

function drawPayload(key: string, { row, search, texts }: MessageRowProps, line: PayloadLine): ReactNode {
	if (line.kind === "empty") {
		return (
			<span key={key} className={joinClasses(styles["cell"], styles["note"])}>
				{row.retain ? texts.clearsRetained : texts.emptyPayload}
			</span>
		);
	}
	return (
		<span key={key} className={joinClasses(styles["cell"], styles["payload"], line.kind !== "text" && styles["code"])}>
			{line.kind === "hex" ? <span className={styles["hex"]}>{texts.hex}</span> : null}
			{line.isStartCut === true ? "… " : null}
			{highlight(line.text, search)}
			{line.isShortened ? " …" : null}
		</span>
	);
}

function readDirection(row: Message, texts: RowTexts): string {
	return row.kind === "received" ? texts.received : texts.published;
}
