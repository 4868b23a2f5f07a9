import type { Authentication } from "./authentication.ts";
import type { Failure } from "./failure.ts";
import type { MessageProperties, QoS, UserProperty } from "./message.ts";
import type { ProxyOptions } from "./proxy.ts";
import type { SecretChanges, SecretName } from "./secret.ts";
import type { TlsOptions } from "./tls.ts";
import type { WebSocketHeader } from "./web-socket-header.ts";

export type Protocol = "mqtt" | "mqtts" | "ws" | "wss";
export type MqttVersion = "3.1" | "3.1.1" | "5.0";

/** Never expires, as the specification writes it: 0xFFFFFFFF. [MQTT-3.1.2.11.2] */
export const SESSION_NEVER_EXPIRES = 0xffff_ffff;

/** How a will's payload is typed; the bytes are what is sent. */
export type WillPayloadSyntax = "text" | "json" | "hex" | "base64";

/** The properties that a will can carry besides its delay. [MQTT 5.0, 3.1.3.2] Absent = not sent. */
export type WillProperties = Omit<MessageProperties, "topicAlias" | "subscriptionIdentifiers">;

export interface LastWill {
	readonly topic: string;
	readonly payload: Uint8Array;
	readonly payloadSyntax: WillPayloadSyntax;
	readonly qos: QoS;
	readonly retain: boolean;
	/** MQTT 5 only; 0 = at once. */
	readonly delaySeconds: number;
	/** MQTT 5 only. */
	readonly properties: WillProperties;
}

/** What MQTT 5 lets a client say in CONNECT besides; null = unset, not sent. [MQTT 5.0, 3.1.2.11] */
export interface ConnectProperties {
	/** How many QoS 1 and 2 messages the broker may have under way to us. */
	readonly receiveMaximum: number | null;
	/** The largest packet that the broker may send us. */
	readonly maximumPacketBytes: number | null;
	/** How many topic aliases the broker may use to us. */
	readonly topicAliasMaximum: number | null;
	readonly requestResponseInformation: boolean | null;
	readonly requestProblemInformation: boolean | null;
	/** In this order; a key may repeat. */
	readonly userProperties: readonly UserProperty[];
}

/** Everything that the form shows, less the secrets, which rest in the vault. */
export interface ConnectionProfile {
	readonly id: string;
	readonly name: string;
	readonly protocol: Protocol;
	/** A name, an IPv4 or an IPv6 address without brackets. */
	readonly host: string;
	readonly port: number;
	/** For ws and wss: path with its query string, beginning with `/`. */
	readonly path: string;
	/** Empty: the broker assigns one. */
	readonly clientId: string;
	/** Empty: none is sent. */
	readonly username: string;
	readonly version: MqttVersion;
	readonly connectTimeoutSeconds: number;
	/** 0 = off. */
	readonly keepAliveSeconds: number;
	readonly autoReconnect: boolean;
	/** The first delay; it doubles with jitter up to the ceiling. */
	readonly reconnectDelaySeconds: number;
	readonly reconnectCeilingSeconds: number;
	/** So many attempts in a row may fail before a person is needed; null = no limit. */
	readonly reconnectAttempts: number | null;
	/** Clean Start on 5, Clean Session on 3.x. */
	readonly cleanStart: boolean;
	/** MQTT 5 only. */
	readonly sessionExpirySeconds: number;
	/** Whether it connects by itself when Parley starts. */
	readonly connectAtStart: boolean;
	/** MQTT 5 only. */
	readonly properties: ConnectProperties;
	/** MQTT 5 only. */
	readonly authentication: Authentication;
	/** null = no last will. */
	readonly will: LastWill | null;
	readonly tls: TlsOptions;
	readonly proxy: ProxyOptions;
	/** Sent with the upgrade of ws and wss, in this order. */
	readonly webSocketHeaders: readonly WebSocketHeader[];
	/** Which secrets belong to this connection; they themselves are the vault's. */
	readonly secrets: readonly SecretName[];
}

/** What the form hands over; the engine adds the id, and keeps the secrets apart. */
export type ConnectionDraft = Omit<ConnectionProfile, "id" | "secrets"> & { readonly secrets: SecretChanges };

export type ConnectionState =
	| { readonly kind: "idle" }
	| { readonly kind: "connecting"; readonly attempt: number; readonly since: number }
	| { readonly kind: "connected"; readonly since: number; readonly granted: Granted }
	/** Counting down to the next attempt; `retryAt` in milliseconds since the epoch. */
	| { readonly kind: "waiting"; readonly attempt: number; readonly retryAt: number; readonly failure: Failure }
	/** `gaveUpAfter`: it could have passed by itself, but the profile allows no more attempts in a row. */
	| { readonly kind: "failed"; readonly failure: Failure; readonly gaveUpAfter?: number };

/** What the broker's CONNACK granted. A field that the broker did not send has the value the specification gives it. */
export interface Granted {
	readonly sessionPresent: boolean;
	readonly clientId: string;
	readonly clientIdAssigned: boolean;
	/** What is in force: the server's where it set one. 0 = off. */
	readonly keepAliveSeconds: number;
	readonly keepAliveFromServer: boolean;
	readonly sessionExpirySeconds: number;
	readonly receiveMaximum: number;
	readonly maximumQos: QoS;
	readonly retainAvailable: boolean;
	readonly wildcardAvailable: boolean;
	readonly identifiersAvailable: boolean;
	readonly sharedAvailable: boolean;
	readonly topicAliasMaximum: number;
	/** null = no limit but the protocol's. */
	readonly maximumPacketBytes: number | null;
	readonly responseInformation: string | null;
	readonly serverReference: string | null;
	readonly reasonString: string | null;
	readonly userProperties: readonly UserProperty[];
}
