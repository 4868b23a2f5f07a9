import type { ConnectionDraft } from "./connection.ts";
import { DEFAULT_TLS } from "./tls.ts";

/** What a new connection begins with, but for what tells it from all others. A new field of the profile has its default here. */
export const CONNECTION_DEFAULTS: Omit<ConnectionDraft, "name" | "host" | "port" | "clientId"> = {
	protocol: "mqtt",
	path: "/mqtt",
	username: "",
	version: "5.0",
	connectTimeoutSeconds: 10,
	keepAliveSeconds: 60,
	autoReconnect: true,
	reconnectDelaySeconds: 4,
	reconnectCeilingSeconds: 60,
	reconnectAttempts: null,
	cleanStart: true,
	sessionExpirySeconds: 0,
	connectAtStart: false,
	properties: {
		receiveMaximum: null,
		maximumPacketBytes: null,
		topicAliasMaximum: null,
		requestResponseInformation: null,
		requestProblemInformation: null,
		userProperties: [],
	},
	authentication: { kind: "none" },
	will: null,
	tls: DEFAULT_TLS,
	proxy: { kind: "none" },
	webSocketHeaders: [],
	secrets: {},
};
