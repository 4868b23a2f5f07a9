import type { ReactNode } from "react";
import { joinClasses } from "../../../ui/join-classes.ts";
import highlightStyles from "./highlight.module.css";
import styles from "./message-payload.module.css";
import type { MessageRowProps } from "./message-row-props.ts";

export interface PayloadRest {
	/** Of what the page has, and the first screen leaves out. */
	readonly leftOut: {
		readonly text: "conversation.payload.lines" | "conversation.payload.characters" | "conversation.payload.bytes";
		readonly count: number;
	};
	/** All of it is shown, and it is more than a first screen. */
	readonly canShorten: boolean;
	/** How many matches stand in what is left out. */
	readonly hiddenMatches: number;
	/** What was found here stands in what the page does not have. */
	readonly isMatchBeyond: boolean;
}

/** What of a payload is not shown, with its size, and the way there; nothing where all of it stands above. */
export function drawPayloadFoot({ row, fold, texts, onShowAll }: MessageRowProps, rest: PayloadRest): ReactNode {
	const { say, formatSize } = texts;
	const { leftOut, canShorten, hiddenMatches, isMatchBeyond } = rest;
	const isCut = row.payload.byteLength < row.payloadBytes;
	const canUnfold = leftOut.count > 0;
	if (!canUnfold && !(canShorten && fold.isWhole) && !isCut) return null;
	return (
		<div className={styles["foot"]}>
			{canUnfold || canShorten ? (
				<button type="button" tabIndex={-1} className={styles["more"]} aria-expanded={!canUnfold} data-fold="all">
					{canUnfold ? say(leftOut.text, { count: leftOut.count }) : say("conversation.payload.less")}
					{hiddenMatches === 0 ? null : (
						<mark className={joinClasses(highlightStyles["match"], styles["hidden"])}>
							{say("conversation.payload.matches", { count: hiddenMatches })}
						</mark>
					)}
				</button>
			) : null}
			{isCut ? (
				<>
					<span className={styles["quiet"]}>
						{say("conversation.payload.partShown", {
							shown: formatSize(row.payload.byteLength),
							size: formatSize(row.payloadBytes),
						})}
					</span>
					<button type="button" tabIndex={-1} className={styles["more"]} onClick={() => onShowAll(row.seq)}>
						{say("conversation.message.showAll", { size: formatSize(row.payloadBytes) })}
					</button>
				</>
			) : null}
			{isMatchBeyond && isCut ? <span className={styles["quiet"]}>{say("conversation.payload.matchBeyond")}</span> : null}
		</div>
	);
}
