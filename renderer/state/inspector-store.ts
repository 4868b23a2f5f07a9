/** The inspector: whether it is open, what it shows of a message, and which message of each connection it shows. */
import { createStore } from "zustand/vanilla";
import type { PayloadView } from "../../shared/payload/read-payload.ts";

export type InspectorTab = "payload" | "changes" | "history";
export type InspectorView = "auto" | PayloadView;

export interface InspectorState {
	readonly isOpen: boolean;
	readonly tab: InspectorTab;
	readonly view: InspectorView;
	/** By connection. */
	readonly seqs: ReadonlyMap<string, number>;
	/** Grows when the inspector is asked to take the focus. */
	readonly focusRequests: number;
}

export function createInspectorStore() {
	return createStore<InspectorState>(() => ({
		isOpen: false,
		tab: "payload",
		view: "auto",
		seqs: new Map(),
		focusRequests: 0,
	}));
}

export function applyInspected(state: InspectorState, connectionId: string, seq: number): InspectorState {
	if (state.isOpen && state.seqs.get(connectionId) === seq) return state;
	return { ...state, isOpen: true, seqs: new Map(state.seqs).set(connectionId, seq) };
}

/** The message that the inspector shows of this connection; null where none is chosen, or the inspector is closed. */
export function selectInspectedSeq(state: InspectorState, connectionId: string): number | null {
	return state.isOpen ? (state.seqs.get(connectionId) ?? null) : null;
}
