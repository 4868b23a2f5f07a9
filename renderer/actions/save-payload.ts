import { detectPayload } from "../../shared/payload/detect-payload.ts";
import { formatFileName } from "../../shared/payload/format-file-name.ts";
import type { Action } from "./action.ts";
import type { MessageSubject } from "./copy-message.ts";

/** Long after every browser has begun to read it. */
const KEPT_MS = 60_000;
const DETECTED_BYTES = 262_144;

/** The payload's bytes, unchanged, as a file that is named after the topic. */
export const savePayload: Action<MessageSubject> = {
	id: "message.savePayload",
	label: "action.savePayload",
	when: () => true,
	async run({ host }, { connectionId, message }) {
		const whole = await host.link.request("message.read", { connectionId, seq: message.seq });
		if (!whole.ok) return whole.failure;
		const { payload, topic } = whole.value;
		const first = payload.subarray(0, DETECTED_BYTES);
		const { kind } = detectPayload(first, first.byteLength < payload.byteLength);
		const name = formatFileName(topic, kind === "json" ? "json" : kind === "binary" ? "bin" : "txt");
		download(new Blob([payload.slice()], { type: "application/octet-stream" }), name);
		return null;
	},
};

function download(content: Blob, name: string): void {
	const link = document.createElement("a");
	link.href = URL.createObjectURL(content);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
