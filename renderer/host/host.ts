import type { EngineLink } from "../../shared/contract/engine-link.ts";

/** Whether the engine lets this page in. What becomes of the link after that is the link's own state. */
export type Access =
	| { readonly kind: "granted" }
	/** The person has to bring the one-time code. `wasRefused`: the one that was brought is not in force. */
	| { readonly kind: "needs-code"; readonly wasRefused: boolean };

export interface HostAccess {
	readonly state: Access;
	onState(listener: (state: Access) => void): () => void;
	/** Tries a code, or an address that holds one; what becomes of it is told by the state. */
	enter(codeOrAddress: string): void;
}

/** Where the page is and what it can do there. Code asks `can`, never which host it is. */
export interface Host {
	readonly link: EngineLink;
	readonly access: HostAccess;
	readonly can: {
		/** Open the data folder in the system's file manager. */
		readonly showDataFolder: boolean;
		/** Take every key for itself. A browser keeps some, such as Ctrl+N, and no page hears of them. */
		readonly takeEveryKey: boolean;
	};
	readonly clipboard: { writeText(text: string): Promise<boolean> };
}
