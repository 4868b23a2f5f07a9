import type { Handlers } from "../../../shared/contract/contract.ts";
import type { draftCommands } from "../../../shared/contract/draft.ts";
import { type CommandParts, findConnection } from "./command-parts.ts";

type DraftHandlers = Pick<Handlers, keyof typeof draftCommands>;

export function createDraftCommands(parts: CommandParts): DraftHandlers {
	return {
		"draft.keep": ({ connectionId, ...writing }) => {
			const found = findConnection(parts, connectionId);
			return found.ok ? parts.drafts.keep(connectionId, writing) : found;
		},
	};
}
