import { MessagesSquare, Rows3 } from "lucide-react";
import { useStore } from "zustand";
import { toggleMessageView } from "../../../actions/message-view-actions.ts";
import { useRunAction } from "../../../actions/use-action.ts";
import { useText } from "../../../i18n/use-text.ts";
import type { MessageView } from "../../../state/message-view-store.ts";
import { useStores } from "../../../state/use-stores.ts";
import { SegmentedControl } from "../../../ui/segmented-control.tsx";

/** As a chat, or one line a message. */
export function ViewSwitch({ connectionId }: { readonly connectionId: string }) {
	const say = useText();
	const stores = useStores();
	const run = useRunAction();
	const view = useStore(stores.messageView, (state) => state.view);
	return (
		<SegmentedControl<MessageView>
			label={say("conversation.view")}
			hideLabel={true}
			size="small"
			foldsInBar="first"
			value={view}
			options={[
				{ value: "chat", label: say("conversation.viewChat"), icon: MessagesSquare },
				{ value: "compact", label: say("conversation.viewCompact"), icon: Rows3 },
			]}
			onChange={() => run(toggleMessageView, { connectionId })}
		/>
	);
}
