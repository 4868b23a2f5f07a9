import type { FeedOpeners } from "../../../shared/contract/contract.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import type { ConnectionList } from "../connection-list.ts";
import type { Drafts } from "../create-drafts.ts";
import type { LocalBroker } from "../local-broker/local-broker.ts";
import type { Clock } from "../ports.ts";
import { openBrokerFeed } from "./open-broker-feed.ts";
import { openConnectionsFeed } from "./open-connections-feed.ts";
import { openConversationFeed } from "./open-conversation-feed.ts";
import { openDraftFeed } from "./open-draft-feed.ts";
import { openOutgoingFeed } from "./open-outgoing-feed.ts";
import { openProgramFeed, type ProgramParts } from "./open-program-feed.ts";
import { openSavedMessagesFeed } from "./open-saved-messages-feed.ts";
import { openSubscriptionsFeed } from "./open-subscriptions-feed.ts";

export interface FeedParts extends ProgramParts {
	readonly list: ConnectionList;
	readonly drafts: Drafts;
	readonly clock: Clock;
	readonly localBroker: LocalBroker;
}

/** Everything that the contract's feeds are answered with. */
export function createFeedOpeners(parts: FeedParts): FeedOpeners {
	const { list, localBroker } = parts;
	return {
		connections: (_input, context) => ({ ok: true, value: openConnectionsFeed(list, context) }),
		subscriptions: ({ connectionId }, context) => openSubscriptionsFeed(list, connectionId, parts.clock, context),
		conversation: ({ connectionId, filter, place }, context) => {
			const connection = list.find(connectionId);
			if (connection === undefined) return { ok: false, failure: createFailure("not-found", { what: "connection" }) };
			return { ok: true, value: openConversationFeed(connection.conversation, { filter, place }, context) };
		},
		draft: (input, context) => openDraftFeed(parts, input, context),
		outgoing: ({ connectionId }, context) => openOutgoingFeed(list, connectionId, context),
		savedMessages: (_input, context) => ({ ok: true, value: openSavedMessagesFeed(parts.profiles, context) }),
		program: (_input, context) => ({ ok: true, value: openProgramFeed(parts, context) }),
		broker: (_input, context) => ({ ok: true, value: openBrokerFeed(localBroker, context) }),
	};
}
