import { Reply } from "lucide-react";
import type { Message } from "../../../../shared/model/message.ts";
import { replyToMessage } from "../../../actions/request-actions.ts";
import { useRunAction } from "../../../actions/use-action.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useStores } from "../../../state/use-stores.ts";
import styles from "./request-thread.module.css";

/** Under a request that somebody sent here. The row's own keys reach it by the menu. */
export function ReplyButton({ row }: { readonly row: Message }) {
	const say = useText();
	const run = useRunAction();
	const stores = useStores();
	const reply = () => {
		const { connectionId } = stores.conversation.getState();
		if (connectionId !== null) run(replyToMessage, { connectionId, message: row });
	};
	return (
		<button type="button" tabIndex={-1} className={styles["answer"]} onClick={reply}>
			<Reply className={styles["icon"]} aria-hidden={true} />
			{say(replyToMessage.label)}
		</button>
	);
}
