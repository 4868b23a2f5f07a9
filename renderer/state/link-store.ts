import { createStore } from "zustand/vanilla";
import type { LinkState } from "../../shared/link/link.ts";
import type { Access } from "../host/host.ts";

export interface LinkStoreState {
	readonly link: LinkState;
	/** Whether it has been open before: a link that is not open yet is no loss. */
	readonly wasOpen: boolean;
	readonly access: Access;
}

export function createLinkStore() {
	return createStore<LinkStoreState>(() => ({ link: { kind: "connecting" }, wasOpen: false, access: { kind: "granted" } }));
}

export function applyLinkState(state: LinkStoreState, link: LinkState): LinkStoreState {
	return { ...state, link, wasOpen: state.wasOpen || link.kind === "open" };
}

export function applyAccess(state: LinkStoreState, access: Access): LinkStoreState {
	return { ...state, access };
}
