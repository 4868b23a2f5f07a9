import type { Message } from "../../../shared/model/message.ts";
import { previewPayload } from "../../../shared/payload/preview-payload.ts";
import { highlight } from "./highlight.tsx";
import styles from "./message-payload.module.css";
import type { RowTexts } from "./row-texts.ts";

export interface MessagePayloadProps {
	readonly row: Message;
	readonly search: string;
	readonly texts: RowTexts;
	readonly onShowAll: (seq: number) => void;
}

/** What a bubble holds: the payload as far as its preview goes, and the way to all of it. */
export function MessagePayload({ row, search, texts, onShowAll }: MessagePayloadProps) {
	const preview = previewPayload(row.payload, row.payloadBytes);
	return (
		<>
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
					{texts.say("conversation.message.showAll", { size: texts.formatSize(row.payloadBytes) })}
				</button>
			) : null}
		</>
	);
}
