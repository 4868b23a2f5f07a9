import { z } from "zod";
import {
	type ConnectionDraft,
	type ConnectionProfile,
	type ConnectionState,
	type Protocol,
	SESSION_NEVER_EXPIRES,
} from "../model/connection.ts";
import type { ConnectionFolder, ConnectionPlace } from "../model/connection-folder.ts";
import type { ConversationActivity } from "../model/conversation.ts";
import type { Rule } from "../model/failure.ts";
import type { CertificateFacts } from "../model/tls.ts";
import { authentication, connectProperties, lastWill } from "./connect-fields.ts";
import { bytes, mqttString, recordId, textField, wholeNumber } from "./field.ts";
import { command, feed } from "./spec.ts";
import {
	certificateFingerprint,
	checkHost,
	checkPath,
	proxyOptions,
	secretChanges,
	tlsOptions,
	webSocketHeaders,
} from "./transport.ts";

/** The rule for the names of connections and folders. */
export function checkName(name: string): Rule | null {
	if (name.trim() === "") return "required";
	return name.length > 200 ? "too-long" : null;
}

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
		authentication,
		will: lastWill.nullable(),
		tls: tlsOptions,
		proxy: proxyOptions,
		webSocketHeaders,
		secrets: secretChanges,
	})
	.check((context) => {
		const draft = context.value;
		const refuse = (field: keyof ConnectionDraft, rule: Rule) =>
			context.issues.push({ code: "custom", input: draft, path: [field], params: { rule } });
		// A server may refuse an empty id whose session it is to keep, and could never find that session again. [MQTT-3.1.3-8]
		if (draft.clientId === "" && needsClientId(draft)) refuse("clientId", "client-id-needed");
		// SCRAM proves a user name and its password.
		if (draft.version === "5.0" && draft.authentication.kind === "scram" && draft.username === "") refuse("username", "required");
		// Only MQTT 5 allows a password without a user name. [MQTT-3.1.2-22 of 3.1.1]
		if (draft.version !== "5.0" && draft.username === "" && (draft.secrets.password ?? "") !== "") {
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
	"connection.setSecrets": command<null>()(z.strictObject({ id: recordId, secrets: secretChanges })),
	/** From now on this certificate alone is accepted of the server; null = whichever the TLS settings let pass. */
	"connection.pinCertificate": command<null>()(z.strictObject({ id: recordId, fingerprint: certificateFingerprint.nullable() })),
	/** What a file or a pasted text holds, for the form: certificates as PEM text, each with what it says of itself. */
	"certificate.read": command<readonly ReadCertificate[]>()(
		z.strictObject({ content: bytes.refine((content) => content.byteLength <= 1_000_000, { params: { rule: "too-long" } }) }),
	),
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

export interface ReadCertificate {
	readonly pem: string;
	readonly facts: CertificateFacts;
}

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
