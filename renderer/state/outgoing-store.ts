/** What the open connection still has to send. */
import { createStore } from "zustand/vanilla";
import type { OutgoingBatch } from "../../shared/contract/outgoing.ts";

export interface OutgoingState extends OutgoingBatch {
	readonly connectionId: string | null;
}

const NOTHING: OutgoingState = { connectionId: null, repeats: [], queue: { messages: [], waiting: 0, unanswered: 0 } };

export function createOutgoingStore() {
	return createStore<OutgoingState>(() => NOTHING);
}

export function selectOutgoing(state: OutgoingState, connectionId: string): OutgoingBatch {
	return state.connectionId === connectionId ? state : NOTHING;
}

export function applyOutgoingClosed(state: OutgoingState, connectionId: string): OutgoingState {
	return state.connectionId === connectionId ? NOTHING : state;
}
