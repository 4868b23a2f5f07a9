import { createBrokerStore } from "./broker-store.ts";
import { createComposerStore } from "./composer-store.ts";
import { createConnectionsStore } from "./connections-store.ts";
import { createConversationStore } from "./conversation-store.ts";
import { createFoldStore } from "./fold-store.ts";
import { createInspectorStore } from "./inspector-store.ts";
import { createLayoutStore } from "./layout-store.ts";
import { createLinkStore } from "./link-store.ts";
import { createMessageViewStore } from "./message-view-store.ts";
import { createNoticesStore } from "./notices-store.ts";
import { createOutgoingStore } from "./outgoing-store.ts";
import { createProgramStore } from "./program-store.ts";
import { createSavedMessagesStore } from "./saved-messages-store.ts";
import { createSelectionStore } from "./selection-store.ts";
import { createSubscriptionsStore } from "./subscriptions-store.ts";
import { createViewStore } from "./view-store.ts";

/** The page's whole state, one store a subject. No globals: two pages live in one process. */
export function createStores() {
	return {
		link: createLinkStore(),
		program: createProgramStore(),
		connections: createConnectionsStore(),
		subscriptions: createSubscriptionsStore(),
		broker: createBrokerStore(),
		view: createViewStore(),
		composer: createComposerStore(),
		conversation: createConversationStore(),
		folds: createFoldStore(),
		selection: createSelectionStore(),
		inspector: createInspectorStore(),
		layout: createLayoutStore(),
		messageView: createMessageViewStore(),
		notices: createNoticesStore(),
		outgoing: createOutgoingStore(),
		savedMessages: createSavedMessagesStore(),
	};
}

export type Stores = ReturnType<typeof createStores>;
