import type { Message } from "../../shared/model/message.ts";
import { decodeText } from "../../shared/payload/decode-text.ts";
import { formatHex } from "../../shared/payload/format-hex.ts";
import type { Action } from "./action.ts";
import { copyText } from "./copy-text.ts";

/** One message of one conversation, as the window holds it: its payload may be a preview. */
export interface MessageSubject {
	readonly connectionId: string;
	readonly message: Message;
}

export const copyTopic: Action<MessageSubject> = {
	id: "message.copyTopic",
	label: "action.copyTopic",
	when: () => true,
	async run(context, { message }) {
		return copyText(context, message.topic);
	},
};

/** Text as it is; what is not text, as hex. Always the whole of it. */
export const copyPayload: Action<MessageSubject> = {
	id: "message.copyPayload",
	label: "action.copyPayload",
	when: () => true,
	async run(context, { connectionId, message }) {
		const whole = await context.host.link.request("message.read", { connectionId, seq: message.seq });
		if (!whole.ok) return whole.failure;
		return copyText(context, decodeText(whole.value.payload) ?? formatHex(whole.value.payload));
	},
};
