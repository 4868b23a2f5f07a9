import { expect, test } from "vitest";
import { listReconnectSettings } from "../../../../shared/model/connect-settings.ts";
import type { ConnectionProfile } from "../../../../shared/model/connection.ts";
import { createProfile } from "../../../support/create-test-session.ts";

const will = {
	topic: "w",
	payload: new Uint8Array([1]),
	payloadSyntax: "text",
	qos: 0,
	retain: false,
	delaySeconds: 0,
	properties: {},
} as const;
const profile = createProfile({ will, version: "5.0", protocol: "mqtt" });

test.each([
	[{ name: "other", autoReconnect: true, reconnectAttempts: 3, connectTimeoutSeconds: 9 }, []],
	[{ host: "other", keepAliveSeconds: 7 }, ["host", "keepAliveSeconds"]],
	// Without WebSocket and TLS these mean nothing.
	[{ path: "/other", tls: { ...profile.tls, verifyServer: false } }, []],
	[{ protocol: "wss" }, ["protocol", "path", "webSocketHeaders", "tls"]],
	[{ will: { ...will, payload: new Uint8Array([1]), payloadSyntax: "hex" } }, []],
	[{ will: { ...will, payload: new Uint8Array([2]) } }, ["will"]],
	[{ properties: { ...profile.properties, userProperties: [{ key: "a", value: "" }] } }, ["properties"]],
] as const satisfies readonly (readonly [Partial<ConnectionProfile>, readonly string[]])[])(
	"%j waits for another connect in %j",
	(change, settings) => {
		expect(listReconnectSettings(profile, { ...profile, ...change }).toSorted()).toEqual([...settings].sort());
	},
);
