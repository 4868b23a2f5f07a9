/**
 * The border, whole: what the page may ask of the engine. A new command is one entry in its noun's file here and one handler in
 * `electron/engine/commands`; the compiler then knows both ends, and the schema guards the gate.
 */
import type { z } from "zod";
import type { FeedContext, FeedSource } from "../link/feed-source.ts";
import { connectionCommands, connectionFeeds } from "./connection.ts";
import { draftCommands, draftFeeds } from "./draft.ts";
import { folderCommands } from "./folder.ts";
import { localBrokerCommands, localBrokerFeeds } from "./local-broker.ts";
import { messageCommands, messageFeeds } from "./message.ts";
import { outgoingCommands, outgoingFeeds } from "./outgoing.ts";
import { preferencesCommands, preferencesFeeds } from "./preferences.ts";
import { requestCommands } from "./request.ts";
import { savedMessageCommands, savedMessageFeeds } from "./saved-message.ts";
import { selectionCommands } from "./selection.ts";
import type { Result } from "./spec.ts";
import { subscriptionCommands, subscriptionFeeds } from "./subscription.ts";

/** Both sides say it in their hello; a page of another version is told to reload. Raise it with every change of the contract. */
export const CONTRACT_VERSION = "11";

export const commands = {
	...connectionCommands,
	...folderCommands,
	...subscriptionCommands,
	...messageCommands,
	...draftCommands,
	...outgoingCommands,
	...requestCommands,
	...savedMessageCommands,
	...selectionCommands,
	...preferencesCommands,
	...localBrokerCommands,
};

export const feeds = {
	...connectionFeeds,
	...subscriptionFeeds,
	...messageFeeds,
	...draftFeeds,
	...outgoingFeeds,
	...savedMessageFeeds,
	...preferencesFeeds,
	...localBrokerFeeds,
};

export type CommandName = keyof typeof commands;
export type FeedName = keyof typeof feeds;

export type CommandInput<Name extends CommandName> = (typeof commands)[Name] extends { readonly input: z.ZodType<infer Input> }
	? Input
	: never;
export type CommandOutput<Name extends CommandName> = (typeof commands)[Name] extends { readonly output?: infer Output }
	? Output
	: never;
export type FeedInput<Name extends FeedName> = (typeof feeds)[Name] extends { readonly input: z.ZodType<infer Input> }
	? Input
	: never;
export type FeedBatch<Name extends FeedName> = (typeof feeds)[Name] extends { readonly batch?: infer Batch } ? Batch : never;

export interface CommandContext {
	readonly signal: AbortSignal;
}

/** What the engine answers with: inputs are checked already; expected trouble comes back as a Failure. */
export type Handlers = {
	readonly [Name in CommandName]: (
		input: CommandInput<Name>,
		context: CommandContext,
	) => Promise<Result<CommandOutput<Name>>> | Result<CommandOutput<Name>>;
};

export type FeedOpeners = {
	readonly [Name in FeedName]: (input: FeedInput<Name>, context: FeedContext) => Result<FeedSource<FeedBatch<Name>>>;
};
