/**
 * The gate of the engine: one wire served by the contract's handlers. A name is looked up among the contract's own entries only, an
 * input reaches its handler only when the schema has passed it, and whatever is thrown behind it becomes `internal-error`.
 */
import type { FeedSource } from "../link/feed-source.ts";
import { serveLink } from "../link/serve-link.ts";
import type { Wire } from "../link/wire.ts";
import { createFailure } from "../model/create-failure.ts";
import { checkInput } from "./check-input.ts";
import {
	CONTRACT_VERSION,
	type CommandContext,
	type CommandName,
	commands,
	type FeedName,
	type FeedOpeners,
	feeds,
	type Handlers,
} from "./contract.ts";
import type { Result } from "./spec.ts";

export interface ContractService {
	readonly handlers: Handlers;
	readonly feeds: FeedOpeners;
	/** Notes a thrown error down with the name of what was asked, and says the id that the person will see. */
	readonly onBug: (error: unknown, name: string) => string;
}

type AnyHandler = (input: unknown, context: CommandContext) => Promise<Result<unknown>> | Result<unknown>;
type AnyOpener = (input: unknown, context: { readonly wake: () => void }) => Result<FeedSource<unknown>>;

/** Serves until the wire ends; `close` ends it. */
export function serveContract(wire: Wire, service: ContractService): { close(): void } {
	return serveLink(wire, {
		version: CONTRACT_VERSION,
		request: (name, input, signal) => {
			if (!isCommand(name)) return { ok: false, failure: createFailure("unknown-command", { name }) };
			const checked = checkInput<unknown>(commands[name].input, input);
			if (!checked.ok) return checked;
			return (service.handlers[name] as AnyHandler)(checked.value, { signal });
		},
		openFeed: (name, input, wake) => {
			if (!isFeed(name)) return { ok: false, failure: createFailure("unknown-command", { name }) };
			const checked = checkInput<unknown>(feeds[name].input, input);
			if (!checked.ok) return checked;
			return (service.feeds[name] as AnyOpener)(checked.value, { wake });
		},
		onBug: (error, name) => createFailure("internal-error", { id: service.onBug(error, name) }),
	});
}

function isCommand(name: string): name is CommandName {
	return Object.hasOwn(commands, name);
}

function isFeed(name: string): name is FeedName {
	return Object.hasOwn(feeds, name);
}
