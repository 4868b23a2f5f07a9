import { PREVIEW_BYTES } from "../../shared/model/message.ts";
import { detectPayload } from "../../shared/payload/detect-payload.ts";
import { applyDraft } from "../state/composer-store.ts";
import type { Action } from "./action.ts";
import type { MessageSubject } from "./copy-message.ts";

/** A larger text in a field that one types in would make every key slow. */
const MOST_EDITED_BYTES = 262_144;

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
		const detected = detectPayload(payload);
		if (detected.kind === "binary") return null;
		const text = detected.kind === "empty" ? "" : detected.text;
		const format = detected.kind === "json" ? "json" : "text";
		stores.composer.setState((state) => applyDraft(state, connectionId, { topic, text, format, qos, retain }), true);
		stores.view.setState((state) => ({ composerFocusRequests: state.composerFocusRequests + 1 }));
		return null;
	},
};
