/** Connections, their subscriptions and the preferences, on disk: one versioned JSON file, written whole or not at all. No secrets. */
import type { Result } from "../../../shared/contract/spec.ts";
import type { ConnectionProfile } from "../../../shared/model/connection.ts";
import type { ConnectionArrangement, ConnectionFolder } from "../../../shared/model/connection-folder.ts";
import type { Failure } from "../../../shared/model/failure.ts";
import type { Preferences } from "../../../shared/model/preferences.ts";
import type { SavedMessage } from "../../../shared/model/saved-message.ts";
import type { Subscription } from "../../../shared/model/subscription.ts";

export interface StoredConnection {
	readonly profile: ConnectionProfile;
	readonly subscriptions: readonly Subscription[];
	/** null = it stands in no folder. */
	readonly folderId: string | null;
}

/** Where a connection is saved: absent = where it is; a new one outside of all folders, behind the last. */
export interface SavePlace {
	readonly folderId?: string | null | undefined;
	/** Only for a new one. */
	readonly afterId?: string;
}

export interface Profiles {
	/** In the list's order. What is on disk: a change shows here when it has been written. */
	readonly connections: readonly StoredConnection[];
	readonly folders: readonly ConnectionFolder[];
	readonly preferences: Preferences;
	/** Another list after each change of it, and after no other. */
	readonly savedMessages: readonly SavedMessage[];
	/** Set aside, newer, or the last write failed. */
	readonly trouble: Failure | null;
	/** Called when anything above has changed. Returns the way to stop. */
	onChange(listener: () => void): () => void;
	/** Adds or replaces by id. Answers when it is on disk; a Failure means that nothing has changed. */
	saveConnection(connection: Omit<StoredConnection, "folderId">, place?: SavePlace): Promise<Result<null>>;
	removeConnection(id: string): Promise<Result<null>>;
	/** Connections that it does not name stay as they are, behind those that it does. */
	saveArrangement(arrangement: ConnectionArrangement): Promise<Result<null>>;
	/** With everything that stands in it. */
	removeFolder(id: string): Promise<Result<null>>;
	/** Puts this list in place of the one that is there. */
	saveMessages(messages: readonly SavedMessage[]): Promise<Result<null>>;
	savePreferences(preferences: Preferences): Promise<Result<null>>;
	close(): Promise<void>;
}
