import { applyDraft } from "../state/composer-store.ts";
import type { Action } from "./action.ts";
import type { MessageSubject } from "./copy-message.ts";
import { readDraft } from "./read-draft.ts";

/** The editor takes more; a payload of that size is a file, and nobody edits it by hand. */
const MOST_EDITED_BYTES = 8_388_608;

/** Loads the composer with the message; nothing is sent. What is not text stands there as hex or base64. */
export const publishAgain: Action<MessageSubject> = {
	id: "message.publishAgain",
	label: "action.publishAgain",
	when: (_stores, { message: { payloadBytes } }) => payloadBytes <= MOST_EDITED_BYTES,
	whyNot: (_stores, { message }) => (message.payloadBytes > MOST_EDITED_BYTES ? "selection.reason.tooLarge" : null),
	async run({ host, stores }, { connectionId, message }) {
		const whole = await host.link.request("message.read", { connectionId, seq: message.seq });
		if (!whole.ok) return whole.failure;
		const draft = await readDraft(whole.value);
		stores.composer.setState((state) => applyDraft(state, connectionId, draft), true);
		stores.view.setState((state) => ({ composerFocusRequests: state.composerFocusRequests + 1 }));
		return null;
	},
};
