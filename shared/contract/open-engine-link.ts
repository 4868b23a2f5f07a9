import type { LinkOptions } from "../link/create-link.ts";
import type { Link } from "../link/link.ts";
import { createFailure } from "../model/create-failure.ts";
import { CONTRACT_VERSION } from "./contract.ts";
import type { EngineLink } from "./engine-link.ts";

/** For `createLink`: the contract's version, and the link's own trouble in the product's words. */
export const ENGINE_LINK_OPTIONS: LinkOptions = {
	version: CONTRACT_VERSION,
	describe: (trouble) =>
		trouble.code === "stale-page"
			? createFailure("stale-page", { page: trouble.page, engine: trouble.engine })
			: createFailure(trouble.code),
};

/**
 * The link with the contract's types. Nothing is checked at run time: both sides have the same contract, as their hello has shown,
 * and the page trusts its engine. The link must have been made with `ENGINE_LINK_OPTIONS`.
 */
export function openEngineLink(link: Link): EngineLink {
	return link as EngineLink;
}
