import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { NO_FILTER } from "../../../shared/model/conversation.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import type { Failure } from "../../../shared/model/failure.ts";
import type { Message } from "../../../shared/model/message.ts";
import { useActionContext } from "../../actions/use-action.ts";
import { selectActivity } from "../../state/connections-store.ts";
import type { ConversationState } from "../../state/conversation-store.ts";

export interface ShownMessage {
	/** The one asked for, or, while that is on its way, the one before. */
	readonly message: Message | null;
	readonly failure: Failure | null;
}

/**
 * A message with its whole payload. What the conversation's window holds whole is taken from there; what is larger, or elsewhere, is read
 * from the engine. A delivery that moves on does so here as well, as long as the row is in the window.
 */
export function useMessage(connectionId: string, seq: number): ShownMessage {
	const { host, stores } = useActionContext();
	const [shown, setShown] = useState<ShownMessage>(() => ({
		message: findWhole(stores.conversation.getState(), connectionId, seq),
		failure: null,
	}));
	useEffect(() => {
		const held = findWhole(stores.conversation.getState(), connectionId, seq);
		if (held !== null) {
			setShown({ message: held, failure: null });
			return;
		}
		const asked = new AbortController();
		void host.link.request("message.read", { connectionId, seq }, asked.signal).then((read) => {
			if (asked.signal.aborted) return;
			setShown(read.ok ? { message: read.value, failure: null } : { message: null, failure: read.failure });
		});
		return () => asked.abort();
	}, [connectionId, seq, host, stores]);

	const deleted = useStore(stores.connections, (state) => selectActivity(state, connectionId)?.totals.deleted ?? 0);
	const seenDeleted = useRef(deleted);
	useEffect(() => {
		if (seenDeleted.current === deleted) return;
		seenDeleted.current = deleted;
		const asked = new AbortController();
		const selection = [{ from: seq, to: seq, filter: NO_FILTER }];
		void host.link.request("selection.count", { connectionId, selection }, asked.signal).then((counted) => {
			if (asked.signal.aborted || !counted.ok || counted.value.messages > 0) return;
			setShown({ message: null, failure: createFailure("message-deleted") });
		});
		return () => asked.abort();
	}, [connectionId, deleted, seq, host]);

	const row = useStore(stores.conversation, (state) => findMessage(state, connectionId, seq));
	const { message } = shown;
	if (message?.kind !== "published" || row?.kind !== "published" || row.seq !== message.seq) return shown;
	return row.delivery === message.delivery ? shown : { ...shown, message: { ...message, delivery: row.delivery } };
}

function findMessage(state: ConversationState, connectionId: string, seq: number): Message | null {
	if (state.connectionId !== connectionId) return null;
	const row = state.window?.rows.find((one) => one.seq === seq);
	return row === undefined || row.kind === "event" ? null : row;
}

function findWhole(state: ConversationState, connectionId: string, seq: number): Message | null {
	const held = findMessage(state, connectionId, seq);
	return held !== null && held.payload.byteLength === held.payloadBytes ? held : null;
}
