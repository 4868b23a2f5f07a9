import { z } from "zod";
import {
	type ConnectionDraft,
	type ConnectionProfile,
	type ConnectionState,
	type Protocol,
	SESSION_NEVER_EXPIRES,
	type TlsOptions,
} from "../model/connection.ts";
import type { ConnectionFolder, ConnectionPlace } from "../model/connection-folder.ts";
import type { ConversationActivity } from "../model/conversation.ts";
import type { Rule } from "../model/failure.ts";
import { connectProperties, lastWill } from "./connect-fields.ts";
import { mqttString, recordId, textField, wholeNumber } from "./field.ts";
import { command, feed } from "./spec.ts";

/** A DNS name, an IPv4 or an IPv6 address (zone allowed, no brackets); what no resolver could mean is refused. */
function checkHost(host: string): Rule | null {
	if (host === "") return "required";
	if (host.length > 255) return "too-long";
	if (host.includes(":")) return /^[0-9a-fA-F:.]+(%[\w.-]+)?$/.test(host) ? null : "host-invalid";
	return /^[\p{L}\p{N}_]([\p{L}\p{N}_.-]*[\p{L}\p{N}_.])?$/u.test(host) && !host.includes("..") ? null : "host-invalid";
}

/** A path with its query, as an HTTP request line can carry it. */
function checkPath(path: string): Rule | null {
	return /^\/[\x21-\x22\x24-\x7e]*$/.test(path) && path.length <= 2048 ? null : "path-invalid";
}

/** The rule for the names of connections and folders. */
export function checkName(name: string): Rule | null {
	if (name.trim() === "") return "required";
	return name.length > 200 ? "too-long" : null;
}

function checkCertificate(pem: string): Rule | null {
	return /-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/.test(pem) ? null : "certificate-invalid";
}

const tls: z.ZodType<TlsOptions> = z.strictObject({
	verifyServer: z.boolean(),
	caCertificates: z.array(textField(checkCertificate)).max(100),
});

/** The form's own schema: the page checks with it while a person types, the engine when the command arrives. */
export const connectionDraft: z.ZodType<ConnectionDraft> = z
	.strictObject({
		name: textField(checkName),
		protocol: z.enum(["mqtt", "mqtts", "ws", "wss"]),
		host: textField(checkHost),
		port: wholeNumber(1, 65_535),
		path: textField(checkPath),
		clientId: mqttString,
		username: mqttString,
		password: mqttString.nullable().exactOptional(),
		version: z.enum(["3.1", "3.1.1", "5.0"]),
		connectTimeoutSeconds: wholeNumber(1, 600),
		keepAliveSeconds: wholeNumber(0, 65_535),
		autoReconnect: z.boolean(),
		reconnectDelaySeconds: wholeNumber(1, 3600),
		reconnectCeilingSeconds: wholeNumber(1, 86_400),
		reconnectAttempts: wholeNumber(1, 1_000_000).nullable(),
		cleanStart: z.boolean(),
		sessionExpirySeconds: wholeNumber(0, SESSION_NEVER_EXPIRES),
		connectAtStart: z.boolean(),
		properties: connectProperties,
		will: lastWill.nullable(),
		tls,
	})
	.check((context) => {
		const draft = context.value;
		const refuse = (field: keyof ConnectionDraft, rule: Rule) =>
			context.issues.push({ code: "custom", input: draft, path: [field], params: { rule } });
		// A server may refuse an empty id whose session it is to keep, and could never find that session again. [MQTT-3.1.3-8]
		if (draft.clientId === "" && needsClientId(draft)) refuse("clientId", "client-id-needed");
		// Only MQTT 5 allows a password without a user name. [MQTT-3.1.2-22 of 3.1.1]
		if (draft.version !== "5.0" && draft.username === "" && typeof draft.password === "string" && draft.password !== "") {
			refuse("username", "password-without-username");
		}
	});

/** Whether the session must be found again, which takes a Client ID that stays the same. */
export function needsClientId(draft: Pick<ConnectionDraft, "version" | "cleanStart">): boolean {
	if (draft.version === "5.0") return !draft.cleanStart;
	return draft.version === "3.1" || !draft.cleanStart;
}

/** The port that each protocol usually has. */
export const USUAL_PORT: Readonly<Record<Protocol, number>> = { mqtt: 1883, mqtts: 8883, ws: 8083, wss: 8084 };

const one = z.strictObject({ id: recordId });

/** null = in no folder. */
const folderId = recordId.nullable();

export const connectionCommands = {
	/** Without a folder it stands in none. */
	"connection.create": command<{ readonly id: string }>()(
		z.strictObject({ draft: connectionDraft, folderId: folderId.exactOptional() }),
	),
	/** While connected, what needs a reconnect takes effect at the next one; `reconnectNeeded` says so. Without a folder it stays in its own. */
	"connection.update": command<{ readonly reconnectNeeded: boolean }>()(
		z.strictObject({ id: recordId, draft: connectionDraft, folderId: folderId.exactOptional() }),
	),
	/** A copy right behind it, with its subscriptions and secrets, a name and a Client ID of its own. */
	"connection.duplicate": command<{ readonly id: string; readonly clientIdChanged: boolean }>()(one),
	/** Into this folder, before that connection of it; null = behind its last. */
	"connection.move": command<null>()(z.strictObject({ id: recordId, folderId, beforeId: recordId.nullable() })),
	/** Disconnects first; its history goes with it. */
	"connection.remove": command<null>()(one),
	"connection.setPassword": command<null>()(z.strictObject({ id: recordId, password: mqttString })),
	/** Answers when the attempt has begun; what becomes of it returns by the feed. */
	"connection.connect": command<null>()(one),
	"connection.disconnect": command<null>()(one),
	/** MQTT 5: DISCONNECT with reason code 0x04, at which the broker publishes the last will. */
	"connection.disconnectWithWill": command<null>()(one),
	/** Cuts the socket without a DISCONNECT, so that the last will fires. */
	"connection.drop": command<null>()(one),
	"connection.clearHistory": command<null>()(one),
	/** Everything up to `seq` has been seen. */
	"connection.markRead": command<null>()(z.strictObject({ id: recordId, seq: wholeNumber(0, Number.MAX_SAFE_INTEGER) })),
};

/** The list of connections: the first batch is whole (`reset`), later ones carry what changed. */
export interface ConnectionsBatch {
	readonly reset: boolean;
	/** The ids in the list's order; null = unchanged. */
	readonly order: readonly string[] | null;
	/** All of them; null = unchanged. */
	readonly folders: readonly ConnectionFolder[] | null;
	/** Of connections whose folder has changed; of all that stand in one at first. */
	readonly places: readonly ConnectionPlace[];
	readonly profiles: readonly ConnectionProfile[];
	readonly states: readonly { readonly id: string; readonly state: ConnectionState }[];
	readonly activities: readonly { readonly id: string; readonly activity: ConversationActivity }[];
}

export const connectionFeeds = {
	connections: feed<ConnectionsBatch>()(z.strictObject({})),
};
