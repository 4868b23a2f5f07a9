import { detectPayload } from "../../shared/payload/detect-payload.ts";
import { formatFileName } from "../../shared/payload/format-file-name.ts";
import type { Action } from "./action.ts";
import type { MessageSubject } from "./copy-message.ts";
import { download } from "./download.ts";

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
