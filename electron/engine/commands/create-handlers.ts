import type { Handlers } from "../../../shared/contract/contract.ts";
import type { CommandParts } from "./command-parts.ts";
import { createBrokerCommands } from "./create-broker-commands.ts";
import { createConnectionCommands } from "./create-connection-commands.ts";
import { createDraftCommands } from "./create-draft-commands.ts";
import { createFolderCommands } from "./create-folder-commands.ts";
import { createMessageCommands } from "./create-message-commands.ts";
import { createOutgoingCommands } from "./create-outgoing-commands.ts";
import { createPreferencesCommands } from "./create-preferences-commands.ts";
import { createRequestCommands } from "./create-request-commands.ts";
import { createSavedMessageCommands } from "./create-saved-message-commands.ts";
import { createSelectionCommands } from "./create-selection-commands.ts";
import { createSubscriptionCommands } from "./create-subscription-commands.ts";

/** Everything that the contract's commands are answered with. */
export function createHandlers(parts: CommandParts): Handlers {
	const subscriptions = createSubscriptionCommands(parts);
	return {
		...createConnectionCommands(parts),
		...createFolderCommands(parts),
		...subscriptions,
		...createMessageCommands(parts),
		...createDraftCommands(parts),
		...createOutgoingCommands(parts),
		...createRequestCommands(parts, subscriptions["subscription.add"]),
		...createSavedMessageCommands(parts),
		...createSelectionCommands(parts),
		...createPreferencesCommands(parts),
		...createBrokerCommands(parts),
	};
}
