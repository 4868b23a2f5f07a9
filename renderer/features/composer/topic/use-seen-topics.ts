import { useEffect } from "react";
import { openDesk } from "../../../state/composer-store.ts";
import type { ConversationWindow } from "../../../state/conversation-window.ts";
import { useStores } from "../../../state/use-stores.ts";

/** Remembers the topics of every row that comes into the open conversation's window. Nothing is drawn from it until it is asked. */
export function useSeenTopics(connectionId: string): void {
	const stores = useStores();
	useEffect(() => {
		const { seenTopics } = openDesk(stores.composer, connectionId);
		let before: ConversationWindow["rows"] | null = null;
		const note = () => {
			const { connectionId: shown, window } = stores.conversation.getState();
			if (shown !== connectionId || window === null || window.rows === before) return;
			const known = before?.at(-1)?.seq ?? 0;
			const first = before?.at(0)?.seq ?? Number.POSITIVE_INFINITY;
			before = window.rows;
			for (const row of window.rows) {
				if (row.kind !== "event" && (row.seq > known || row.seq < first)) seenTopics.add(row.topic);
			}
		};
		note();
		return stores.conversation.subscribe(note);
	}, [stores, connectionId]);
}
