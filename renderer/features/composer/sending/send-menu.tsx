import { Bookmark, BookmarkPlus, ChevronUp, MessageCircleQuestion, Repeat2 } from "lucide-react";
import { askRepeat } from "../../../actions/repeat-actions.ts";
import { sendRequest } from "../../../actions/request-actions.ts";
import { askSaveMessage, openSavedMessages } from "../../../actions/saved-message-actions.ts";
import { useAction } from "../../../actions/use-action.ts";
import { useText } from "../../../i18n/use-text.ts";
import { Menu } from "../../../ui/menu.tsx";

export interface SendMenuProps {
	readonly connectionId: string;
	/** What is typed is told now. */
	readonly onFlush: () => void;
}

/** The ways to send that are no plain Publish, and what is kept to be sent again. */
export function SendMenu({ connectionId, onFlush }: SendMenuProps) {
	const say = useText();
	const subject = { connectionId };
	const request = useAction(sendRequest, subject);
	const repeat = useAction(askRepeat, subject);
	const save = useAction(askSaveMessage, subject);
	const open = useAction(openSavedMessages, subject);
	return (
		<Menu
			label={say("composer.sendMore")}
			icon={ChevronUp}
			onOpenChange={(isOpen) => (isOpen ? onFlush() : undefined)}
			items={[
				{
					id: sendRequest.id,
					label: say(sendRequest.label),
					icon: MessageCircleQuestion,
					disabled: !request.can,
					onPress: request.run,
				},
				{ id: askRepeat.id, label: say(askRepeat.label), icon: Repeat2, disabled: !repeat.can, onPress: repeat.run },
				{
					id: askSaveMessage.id,
					label: say(askSaveMessage.label),
					icon: BookmarkPlus,
					separated: true,
					disabled: !save.can,
					onPress: save.run,
				},
				{ id: openSavedMessages.id, label: say(openSavedMessages.label), icon: Bookmark, onPress: open.run },
			]}
		/>
	);
}
