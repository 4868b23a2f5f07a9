import type { FeedListener, LinkState, OpenFeed } from "../link/link.ts";
import type { Failure } from "../model/failure.ts";
import type { CommandInput, CommandName, CommandOutput, FeedBatch, FeedInput, FeedName } from "./contract.ts";
import type { Result } from "./spec.ts";

/** The link as the page sees it: the contract's names, each with its types. */
export interface EngineLink {
	readonly state: LinkState;
	onState(listener: (state: LinkState) => void): () => void;
	/** Never rejects. */
	request<Name extends CommandName>(
		name: Name,
		input: CommandInput<Name>,
		signal?: AbortSignal,
	): Promise<Result<CommandOutput<Name>>>;
	openFeed<Name extends FeedName>(
		name: Name,
		input: FeedInput<Name>,
		listener: Omit<FeedListener<FeedBatch<Name>>, "onEnd"> & { onEnd(failure: Failure): void },
	): OpenFeed;
	close(): void;
}
