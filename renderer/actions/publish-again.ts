import { detectPayload } from "../../shared/payload/detect-payload.ts";
import { applyDraft } from "../state/composer-store.ts";
import type { Action } from "./action.ts";
import type { MessageSubject } from "./copy-message.ts";

/** Loads the composer with the message; nothing is sent. What is not text cannot stand in it. */
export const publishAgain: Action<MessageSubject> = {
	id: "message.publishAgain",
	label: "action.publishAgain",
	when: (_stores, { message }) =>
		detectPayload(message.payload, message.payload.byteLength < message.payloadBytes).kind !== "binary",
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
