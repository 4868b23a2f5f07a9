/**
 * Where a feed's batches come from, on the side that answers. The link pulls: it calls `take` only when the source has said by
 * `wake` that there is something, and there is credit. What happens in between, the source folds into its next batch: a slow page
 * gets fewer, larger steps.
 */
export interface FeedSource<Batch> {
	/** The next batch, or null where there is nothing after all. Never called again before it has settled. */
	take(): Promise<Batch | null> | Batch | null;
	close(): void;
}

export interface FeedContext {
	/** Say that there is something to take; cheap, may be called at any rate. */
	readonly wake: () => void;
}
