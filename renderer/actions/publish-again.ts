import { PREVIEW_BYTES } from "../../shared/model/message.ts";
import { decodeText } from "../../shared/payload/decode-text.ts";
import { detectPayload, hasManyControls } from "../../shared/payload/detect-payload.ts";
import { formatJsonInSteps } from "../../shared/payload/format-json.ts";
import { applyDraft } from "../state/composer-store.ts";
import type { Action } from "./action.ts";
import type { MessageSubject } from "./copy-message.ts";
import { driveSteps } from "./drive-steps.ts";

/** The editor takes more; a text of that size is a file, and nobody edits it by hand. */
const MOST_EDITED_BYTES = 8_388_608;

/** Loads the composer with the message; nothing is sent. What is not text, or far too much of it, cannot stand there. */
export const publishAgain: Action<MessageSubject> = {
	id: "message.publishAgain",
	label: "action.publishAgain",
	when(_stores, { message: { payload, payloadBytes } }) {
		if (payloadBytes > MOST_EDITED_BYTES) return false;
		const first = payload.subarray(0, PREVIEW_BYTES);
		return detectPayload(first, first.byteLength < payloadBytes).kind !== "binary";
	},
	async run({ host, stores }, { connectionId, message }) {
		const whole = await host.link.request("message.read", { connectionId, seq: message.seq });
		if (!whole.ok) return whole.failure;
		const { topic, qos, retain, payload } = whole.value;
		const text = decodeText(payload);
		if (text === null || hasManyControls(text)) return null;
		const isJson = /^\s*[[{]/.test(text) && (await driveSteps(formatJsonInSteps(text)))?.ok === true;
		const format = isJson ? "json" : "text";
		stores.composer.setState((state) => applyDraft(state, connectionId, { topic, text, format, qos, retain }), true);
		stores.view.setState((state) => ({ composerFocusRequests: state.composerFocusRequests + 1 }));
		return null;
	},
};
