import type { Action } from "./action.ts";
import type { MessageSubject } from "./copy-message.ts";

export const showDetails: Action<MessageSubject> = {
	id: "message.showDetails",
	label: "action.showDetails",
	when: () => true,
	run({ stores }, { message }) {
		stores.conversation.setState({ detailsSeq: message.seq });
		return null;
	},
};
