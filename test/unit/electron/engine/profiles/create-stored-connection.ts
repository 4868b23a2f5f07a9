import type { StoredConnection } from "../../../../../electron/engine/profiles/profiles.ts";
import type { ConnectionProfile } from "../../../../../shared/model/connection.ts";

/** A sound connection, changed as the test needs it. */
export function createStoredConnection(change: Partial<ConnectionProfile> & { readonly id: string }): StoredConnection {
	const profile: ConnectionProfile = {
		name: `Connection ${change.id}`,
		protocol: "mqtt",
		host: "localhost",
		port: 1883,
		path: "/mqtt",
		clientId: "parley_test",
		username: "",
		hasPassword: false,
		version: "5.0",
		connectTimeoutSeconds: 10,
		keepAliveSeconds: 60,
		autoReconnect: true,
		reconnectDelaySeconds: 4,
		cleanStart: true,
		sessionExpirySeconds: 0,
		will: null,
		tls: { verifyServer: true, caCertificates: [] },
		...change,
	};
	return { profile, subscriptions: [] };
}
