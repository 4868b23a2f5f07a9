import type { Message } from "../../../../shared/model/message.ts";
import { SEQ_SPAN } from "../worker-message.ts";
import { decodeMessage, ROW_COLUMNS } from "./decode-row.ts";
import type { ReaderStore } from "./reader-store.ts";

export const WHOLE_COLUMNS = ROW_COLUMNS.replace(
	"payload",
	"coalesce((SELECT large.payload FROM large WHERE large.id = entry.id), payload) AS payload",
);

/** With its whole payload; null = it is not kept any more, or no message. */
export function readMessage(store: ReaderStore, number: number, seq: number): Message | null {
	const base = number * SEQ_SPAN;
	const row = store.prepare(`SELECT ${WHOLE_COLUMNS} FROM entry WHERE id = ? AND flags & 3 < 2`).get(base, base + seq);
	return row === undefined ? null : decodeMessage(row);
}
