import { createStore } from "zustand/vanilla";
import type { LinkState } from "../../shared/link/link.ts";

export interface LinkStoreState {
	readonly link: LinkState;
	/** Whether it has been open before: a link that is not open yet is no loss. */
	readonly wasOpen: boolean;
}

export function createLinkStore() {
	return createStore<LinkStoreState>(() => ({ link: { kind: "connecting" }, wasOpen: false }));
}

export function applyLinkState(state: LinkStoreState, link: LinkState): LinkStoreState {
	return { link, wasOpen: state.wasOpen || link.kind === "open" };
}
