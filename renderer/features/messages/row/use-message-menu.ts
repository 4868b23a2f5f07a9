/** The one menu of the list: which message it is open for, and where. While it is open the list holds still. */
import { useCallback, useState } from "react";
import type { Message } from "../../../../shared/model/message.ts";
import { useStores } from "../../../state/use-stores.ts";
import type { ConversationScroll } from "../list/conversation-scroll.ts";

type Anchor = Element | { readonly x: number; readonly y: number };

export interface OpenMenu {
	readonly message: Message;
	readonly anchor: Anchor;
	readonly origin: HTMLElement | null;
	readonly wasFollowing: boolean;
}

export interface MessageMenuState {
	readonly menu: OpenMenu | null;
	/** Without an anchor it stands at the row's button. */
	readonly open: (row: HTMLElement, anchor?: Anchor) => void;
	readonly close: () => void;
}

export function useMessageMenu(scroll: ConversationScroll, findMessage: (seq: number) => Message | null): MessageMenuState {
	const stores = useStores();
	const [menu, setMenu] = useState<OpenMenu | null>(null);
	const open = useCallback(
		(row: HTMLElement, anchor?: Anchor) => {
			const { window } = stores.conversation.getState();
			const message = findMessage(Number(row.dataset["seq"]));
			if (window === null || message === null) return;
			scroll.holdStill();
			setMenu({
				message,
				anchor: anchor ?? row.querySelector("[data-menu]") ?? row,
				origin: row,
				wasFollowing: window.follows,
			});
		},
		[findMessage, scroll, stores],
	);
	const close = () => {
		if (menu?.wasFollowing === true) scroll.jumpToEnd();
		setMenu(null);
	};
	return { menu, open, close };
}
