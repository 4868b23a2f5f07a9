/** What a screen reader calls a message. */
import type { Message } from "../../../../shared/model/message.ts";
import { cutText } from "../../../../shared/payload/decode-text.ts";
import { makeVisible } from "../../../../shared/payload/make-visible.ts";
import type { PayloadLine } from "../../../../shared/payload/preview-line.ts";
import { shortenTopic } from "../../../../shared/topic/shorten-topic.ts";
import { formatClock, formatPreciseClock } from "../../../i18n/format-time.ts";
import { describeDelivery } from "./describe-delivery.ts";
import type { RowTexts } from "./row-texts.ts";

/** As much of a payload as is bearable to hear of each row. */
const SPOKEN_CHARACTERS = 120;

/** A bubble: the rest is read from it. */
export function formatBubbleName(row: Message, texts: RowTexts): string {
	return [...readBeginning(row, texts), formatClock(row.at)].join(texts.separator);
}

/** A line in columns: all its facts, because cells without their header would say little, and some of them may be hidden. */
export function formatLineName(row: Message, texts: RowTexts, line: PayloadLine): string {
	const spoken = cutText(line.text, SPOKEN_CHARACTERS);
	const isCut = line.isShortened || spoken.length < line.text.length;
	const empty = row.retain ? texts.clearsRetained : texts.emptyPayload;
	return [
		...readBeginning(row, texts),
		formatPreciseClock(row.at),
		line.kind === "empty" ? empty : `${makeVisible(spoken)}${isCut ? " …" : ""}`,
		texts.qos[row.qos],
		...(row.retain ? [texts.retained] : []),
		...(row.dup ? [texts.duplicate] : []),
		...(row.pinned === true ? [texts.pinned] : []),
		texts.formatSize(row.payloadBytes),
		...(row.kind === "published" ? [describeDelivery(row.delivery, texts).label] : []),
	].join(texts.separator);
}

function readBeginning(row: Message, texts: RowTexts): readonly string[] {
	return [row.kind === "received" ? texts.received : texts.published, makeVisible(shortenTopic(row.topic))];
}
