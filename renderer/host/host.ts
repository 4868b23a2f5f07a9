import type { EngineLink } from "../../shared/contract/engine-link.ts";

/** Where the page is and what it can do there. Code asks `can`, never which host it is. */
export interface Host {
	readonly link: EngineLink;
	readonly can: {
		/** Open the data folder in the system's file manager. */
		readonly showDataFolder: boolean;
	};
	readonly clipboard: { writeText(text: string): Promise<boolean> };
}
