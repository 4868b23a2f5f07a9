import type { LinkFailure, Outcome, Wire } from "./wire.ts";

export type { LinkFailure, Outcome, Wire };

export type LinkState =
	| { readonly kind: "connecting" }
	| { readonly kind: "open" }
	/** The wire ended; another one may be attached. */
	| { readonly kind: "closed" }
	/** The two sides are of different versions; final. */
	| { readonly kind: "stale"; readonly own: string; readonly other: string };

export interface FeedListener<Batch> {
	onBatch(batch: Batch): void;
	/** The other side ended it, or refused to open it. Not called after `close`. */
	onEnd(failure: LinkFailure): void;
}

export interface OpenFeed {
	/** One more batch may come. Called when the last one has been painted. */
	pay(): void;
	close(): void;
}

/**
 * The asking side. It outlives its wires: when one ends, requests under way answer `link-closed`, and feeds that are open are asked
 * for again on the next (their listeners then see a first batch anew).
 */
export interface Link {
	readonly state: LinkState;
	onState(listener: (state: LinkState) => void): () => void;
	attach(wire: Wire): void;
	/** Never rejects: trouble is an Outcome. */
	request(name: string, input: unknown, signal?: AbortSignal): Promise<Outcome<unknown>>;
	openFeed(name: string, input: unknown, listener: FeedListener<unknown>): OpenFeed;
	close(): void;
}
