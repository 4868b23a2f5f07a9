import { formatHexRows } from "../../../../shared/payload/format-hex.ts";
import { selectOutlineRows } from "../../../../shared/payload/select-outline-rows.ts";
import { drawOutline } from "./draw-outline.tsx";
import { drawPayloadFoot } from "./draw-payload-foot.tsx";
import styles from "./message-payload.module.css";
import type { MessageRowProps } from "./message-row-props.ts";
import { readOutline } from "./read-outline.ts";
import { findMatches } from "./split-matches.ts";

/** So wide that a dump stands in the narrowest bubble. */
const HEX_WIDTH = 8;
const FIRST_HEX_BYTES = 64;

/** What a bubble holds: the payload as far as its preview and its folds go, and the way to all of it. */
export function MessagePayload(props: MessageRowProps) {
	const { row, fold, search, texts } = props;
	const outline = readOutline(row);
	switch (outline.kind) {
		case "empty":
			return <div className={styles["note"]}>{row.retain ? texts.clearsRetained : texts.emptyPayload}</div>;
		case "binary": {
			const { bytes, reason } = outline;
			const shown = fold.isWhole ? bytes : bytes.subarray(0, FIRST_HEX_BYTES);
			return (
				<>
					<div className={styles["hex"]}>{formatHexRows(shown, HEX_WIDTH)}</div>
					<div className={styles["note"]}>{texts.binary[reason]}</div>
					{drawPayloadFoot(props, {
						leftOut: { text: "conversation.payload.bytes", count: bytes.byteLength - shown.byteLength },
						canShorten: bytes.byteLength > FIRST_HEX_BYTES,
						hiddenMatches: 0,
						isMatchBeyond: false,
					})}
				</>
			);
		}
		default: {
			const matches = findMatches(outline.text, search);
			const { rows, leftOutLines, leftOutCharacters } = selectOutlineRows(outline.lines, fold);
			const last = rows.at(-1);
			const shownTo = last?.cutAt ?? outline.lines[outline.lines[last?.line ?? 0]?.closesAt ?? 0]?.tokens.at(-1)?.to ?? 0;
			const isShortened = leftOutLines > 0 || leftOutCharacters > 0;
			return (
				<>
					{drawOutline(outline, rows, matches, props)}
					{outline.isBroken ? <div className={styles["note"]}>{texts.brokenJson}</div> : null}
					{drawPayloadFoot(props, {
						leftOut:
							leftOutLines > 0
								? { text: "conversation.payload.lines", count: leftOutLines }
								: { text: "conversation.payload.characters", count: leftOutCharacters },
						canShorten: fold.isWhole && hasMore(outline.lines, fold.folded),
						hiddenMatches: isShortened ? matches.filter((match) => match.to > shownTo).length : 0,
						isMatchBeyond: props.isHit && matches.length === 0 && findMatches(row.topic, search).length === 0,
					})}
				</>
			);
		}
	}
}

function hasMore(lines: Parameters<typeof selectOutlineRows>[0], folded: ReadonlySet<number>): boolean {
	const { leftOutLines, leftOutCharacters } = selectOutlineRows(lines, { folded, isWhole: false });
	return leftOutLines > 0 || leftOutCharacters > 0;
}
