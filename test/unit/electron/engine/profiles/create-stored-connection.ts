import type { StoredConnection } from "../../../../../electron/engine/profiles/profiles.ts";
import type { ConnectionProfile } from "../../../../../shared/model/connection.ts";
import { CONNECTION_DEFAULTS } from "../../../../../shared/model/connection-defaults.ts";

/** A sound connection, changed as the test needs it. */
export function createStoredConnection(change: Partial<ConnectionProfile> & { readonly id: string }): StoredConnection {
	const profile: ConnectionProfile = {
		...CONNECTION_DEFAULTS,
		name: `Connection ${change.id}`,
		host: "localhost",
		port: 1883,
		clientId: "parley_test",
		secrets: [],
		...change,
	};
	return { profile, subscriptions: [], folderId: null };
}
