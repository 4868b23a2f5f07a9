import type { Stores } from "../state/create-stores.ts";

/** Whether the page can ask its engine anything; without it no press reaches a broker. */
export function isLinkOpen(stores: Stores): boolean {
	return stores.link.getState().link.kind === "open";
}
