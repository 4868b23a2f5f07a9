/** The selected messages as text on the clipboard: all of them, or none with the reason. Read in pages, so that nothing stands still. */
import { unpackRows } from "../../shared/contract/row-columns.ts";
import { createFailure } from "../../shared/model/create-failure.ts";
import type { Message } from "../../shared/model/message.ts";
import { decodeText } from "../../shared/payload/decode-text.ts";
import { formatHex } from "../../shared/payload/format-hex.ts";
import { formatExactTime } from "../i18n/format-time.ts";
import type { SayText } from "../i18n/use-text.ts";
import { selectRanges } from "../state/selection-store.ts";
import type { Action, ConnectionSubject } from "./action.ts";
import { copyText } from "./copy-text.ts";
import { hasSelection } from "./select-messages.ts";
import { workOnSelection } from "./work-on-selection.ts";

/** More than this slows down whatever program it is pasted into, and is a case for a file. */
const MOST_COPIED = 16_000_000;

export const copySelected: Action<ConnectionSubject> = {
	id: "messages.copy",
	label: "selection.copyAll",
	listKeys: ["mod+C"],
	when: (stores, subject) => hasSelection(stores, subject) && stores.selection.getState().work === null,
	async run(context, { connectionId }) {
		const { host, stores, say } = context;
		const selection = selectRanges(stores.selection.getState(), connectionId);
		const counted = await host.link.request("selection.count", { connectionId, selection });
		if (!counted.ok) return counted.failure;
		const { messages, payloadBytes } = counted.value;
		const tooMuch = (characters: number) =>
			createFailure("copy-too-large", { messages, megabytes: toMegabytes(characters), most: toMegabytes(MOST_COPIED) });
		if (payloadBytes > MOST_COPIED) return tooMuch(payloadBytes);
		const blocks: string[] = [];
		let characters = 0;
		const { isStopped, failure } = await workOnSelection(stores, "copy", messages, async (after) => {
			const page = await host.link.request("selection.read", { connectionId, selection, after });
			if (!page.ok) return page;
			const rows = unpackRows(page.value.rows).filter((row): row is Message => row.kind !== "event");
			for (const message of rows) {
				const block = formatBlock(message, say);
				characters += block.length + 1;
				blocks.push(block);
			}
			if (characters > MOST_COPIED) return { ok: false, failure: tooMuch(characters) };
			return { ok: true, value: { done: rows.length, next: page.value.next } };
		});
		if (isStopped) return failure;
		return copyText(context, blocks.join("\n"), blocks.length);
	},
};

/** A line that says what it is, then the payload as it is, then an empty line. */
function formatBlock(message: Message, say: SayText): string {
	const { kind, at, topic, qos, retain, payload } = message;
	const facts = [
		formatExactTime(at),
		say(kind === "received" ? "conversation.received" : "conversation.published"),
		topic,
		`(${[say("conversation.message.qos", { qos }), ...(retain ? [say("conversation.message.retained")] : [])].join(", ")})`,
	].join(" ");
	if (payload.byteLength === 0) return `${facts}\n${say("selection.emptyPayload")}\n`;
	const text = decodeText(payload);
	if (text !== null) return `${facts}\n${text}\n`;
	return `${facts} ${say("selection.asHex", { count: payload.byteLength })}\n${formatHex(payload)}\n`;
}

function toMegabytes(bytes: number): number {
	return Math.round(bytes / 100_000) / 10;
}
