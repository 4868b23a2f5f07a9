import { BellPlus, Braces, CheckCheck, Copy, Download, Funnel, Info, Pin, PinOff, Reply, Send, Trash2, X } from "lucide-react";
import type { Message } from "../../../../shared/model/message.ts";
import type { Action } from "../../../actions/action.ts";
import { copyPayload, copyTopic, type MessageSubject } from "../../../actions/copy-message.ts";
import { askDeleteMessage } from "../../../actions/delete-messages.ts";
import { showDetails } from "../../../actions/inspector-actions.ts";
import { filterToTopic, subscribeToTopic } from "../../../actions/message-topic.ts";
import { pinMessage, unpinMessage } from "../../../actions/pin-messages.ts";
import { publishAgain } from "../../../actions/publish-again.ts";
import { replyToMessage } from "../../../actions/request-actions.ts";
import { savePayload } from "../../../actions/save-payload.ts";
import { selectMessage, unselectMessage } from "../../../actions/select-messages.ts";
import { useRunAction } from "../../../actions/use-action.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useStores } from "../../../state/use-stores.ts";
import { FloatingMenu } from "../../../ui/floating-menu.tsx";
import type { Icon } from "../../../ui/icon.ts";

export interface MessageMenuProps {
	readonly connectionId: string;
	readonly message: Message;
	readonly anchor: Element | { readonly x: number; readonly y: number };
	/** Has the focus when the menu is closed. */
	readonly origin: HTMLElement | null;
	readonly onClose: () => void;
}

interface Entry {
	readonly action: Action<MessageSubject>;
	readonly icon: Icon;
	/** Begins a new group. */
	readonly separated?: boolean;
	readonly danger?: boolean;
	/** One of two that take each other's place: not there where it cannot be done. */
	readonly isOneOfTwo?: boolean;
}

const ENTRIES: readonly Entry[] = [
	{ action: showDetails, icon: Info },
	{ action: copyTopic, icon: Copy, separated: true },
	{ action: copyPayload, icon: Braces },
	{ action: savePayload, icon: Download },
	{ action: replyToMessage, icon: Reply, separated: true },
	{ action: publishAgain, icon: Send },
	{ action: subscribeToTopic, icon: BellPlus },
	{ action: filterToTopic, icon: Funnel },
	{ action: selectMessage, icon: CheckCheck, separated: true, isOneOfTwo: true },
	{ action: unselectMessage, icon: X, separated: true, isOneOfTwo: true },
	{ action: pinMessage, icon: Pin, isOneOfTwo: true },
	{ action: unpinMessage, icon: PinOff, isOneOfTwo: true },
	{ action: askDeleteMessage, icon: Trash2, danger: true },
];

/** What can be done with one message; one menu for the whole list. */
export function MessageMenu({ connectionId, message, anchor, origin, onClose }: MessageMenuProps) {
	const say = useText();
	const run = useRunAction();
	const stores = useStores();
	const subject = { connectionId, message };
	return (
		<FloatingMenu
			anchor={anchor}
			origin={origin}
			onClose={onClose}
			items={ENTRIES.flatMap(({ action, icon, separated = false, danger = false, isOneOfTwo = false }) => {
				const can = action.when(stores, subject);
				if (!can && isOneOfTwo) return [];
				const reason = can ? null : (action.whyNot?.(stores, subject) ?? null);
				return [
					{
						id: action.id,
						label: say(action.label),
						icon,
						separated,
						danger,
						disabled: !can,
						reason: reason === null ? undefined : say(reason),
						onPress: () => run(action, subject),
					},
				];
			})}
		/>
	);
}
