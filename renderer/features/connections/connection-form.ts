/**
 * The connection form as a person types it: texts, not yet numbers, and what was typed by hand and must not be overwritten. The apply
 * functions are the form's rules; whether it may be saved is the contract's own schema's to say (`read-form.ts`).
 */
import { USUAL_PORT } from "../../../shared/contract/connection.ts";
import {
	type ConnectionProfile,
	type MqttVersion,
	type Protocol,
	SESSION_NEVER_EXPIRES,
} from "../../../shared/model/connection.ts";
import { createClientId } from "../../../shared/model/create-client-id.ts";
import type { QoS } from "../../../shared/model/message.ts";
import type { BrokerUrl } from "./parse-broker-url.ts";

export interface ConnectionForm {
	readonly name: string;
	/** False: the name follows the host. */
	readonly nameIsOwn: boolean;
	readonly protocol: Protocol;
	readonly host: string;
	readonly port: string;
	/** False: the port follows the protocol. */
	readonly portIsOwn: boolean;
	readonly path: string;
	readonly clientId: string;
	readonly username: string;
	readonly password: string;
	/** A stored password is never shown; it is kept, replaced by what is typed, or removed. */
	readonly storedPassword: "none" | "keep" | "remove";
	readonly version: MqttVersion;
	readonly connectTimeoutSeconds: string;
	readonly keepAliveSeconds: string;
	readonly autoReconnect: boolean;
	readonly reconnectDelaySeconds: string;
	readonly cleanStart: boolean;
	readonly sessionExpirySeconds: string;
	readonly neverExpires: boolean;
	readonly connectAtStart: boolean;
	readonly hasWill: boolean;
	readonly willTopic: string;
	readonly willPayload: string;
	/** The stored payload while its text is untouched: what is no UTF-8 must survive a save. */
	readonly willPayloadBytes: Uint8Array | null;
	readonly willQos: QoS;
	readonly willRetain: boolean;
	readonly willDelaySeconds: string;
	readonly verifyServer: boolean;
	readonly caCertificates: string;
}

export function createConnectionForm(takenNames: ReadonlySet<string>): ConnectionForm {
	return {
		name: proposeName("localhost", takenNames),
		nameIsOwn: false,
		protocol: "mqtt",
		host: "localhost",
		port: String(USUAL_PORT.mqtt),
		portIsOwn: false,
		path: "/mqtt",
		clientId: createClientId(),
		username: "",
		password: "",
		storedPassword: "none",
		version: "5.0",
		connectTimeoutSeconds: "10",
		keepAliveSeconds: "60",
		autoReconnect: true,
		reconnectDelaySeconds: "4",
		cleanStart: true,
		sessionExpirySeconds: "0",
		neverExpires: false,
		connectAtStart: false,
		hasWill: false,
		willTopic: "",
		willPayload: "",
		willPayloadBytes: null,
		willQos: 0,
		willRetain: false,
		willDelaySeconds: "0",
		verifyServer: true,
		caCertificates: "",
	};
}

export function readConnectionForm(profile: ConnectionProfile): ConnectionForm {
	const neverExpires = profile.sessionExpirySeconds === SESSION_NEVER_EXPIRES;
	return {
		name: profile.name,
		nameIsOwn: true,
		protocol: profile.protocol,
		host: profile.host,
		port: String(profile.port),
		portIsOwn: profile.port !== USUAL_PORT[profile.protocol],
		path: profile.path,
		clientId: profile.clientId,
		username: profile.username,
		password: "",
		storedPassword: profile.hasPassword ? "keep" : "none",
		version: profile.version,
		connectTimeoutSeconds: String(profile.connectTimeoutSeconds),
		keepAliveSeconds: String(profile.keepAliveSeconds),
		autoReconnect: profile.autoReconnect,
		reconnectDelaySeconds: String(profile.reconnectDelaySeconds),
		cleanStart: profile.cleanStart,
		sessionExpirySeconds: neverExpires ? "0" : String(profile.sessionExpirySeconds),
		neverExpires,
		connectAtStart: profile.connectAtStart,
		hasWill: profile.will !== null,
		willTopic: profile.will?.topic ?? "",
		willPayload: profile.will === null ? "" : new TextDecoder().decode(profile.will.payload),
		willPayloadBytes: profile.will?.payload ?? null,
		willQos: profile.will?.qos ?? 0,
		willRetain: profile.will?.retain ?? false,
		willDelaySeconds: String(profile.will?.delaySeconds ?? 0),
		verifyServer: profile.tls.verifyServer,
		caCertificates: profile.tls.caCertificates.join("\n"),
	};
}

/** The port moves along unless a person typed one. */
export function applyProtocol(form: ConnectionForm, protocol: Protocol): ConnectionForm {
	return { ...form, protocol, port: form.portIsOwn ? form.port : String(USUAL_PORT[protocol]) };
}

/** Emptied, it is nobody's own again and follows the next change of protocol. */
export function applyPort(form: ConnectionForm, port: string): ConnectionForm {
	return { ...form, port, portIsOwn: port !== "" && port !== String(USUAL_PORT[form.protocol]) };
}

/** The name moves along unless a person typed one. */
export function applyHost(form: ConnectionForm, host: string, takenNames: ReadonlySet<string>): ConnectionForm {
	return { ...form, host, name: form.nameIsOwn ? form.name : proposeName(host.trim(), takenNames) };
}

export function applyName(form: ConnectionForm, name: string): ConnectionForm {
	return { ...form, name, nameIsOwn: name !== "" };
}

/** Fills every field that the pasted address names; what it does not name stays, or follows its own rule. */
export function applyBrokerUrl(form: ConnectionForm, url: BrokerUrl, takenNames: ReadonlySet<string>): ConnectionForm {
	const withProtocol = url.protocol === undefined ? form : applyProtocol(form, url.protocol);
	const withHost = applyHost(withProtocol, url.host, takenNames);
	const withPort = url.port === undefined ? withHost : applyPort(withHost, String(url.port));
	return {
		...withPort,
		path: url.path ?? form.path,
		username: url.username ?? form.username,
		password: url.password ?? form.password,
	};
}

/** The host's name; with a number where another connection has it. */
function proposeName(host: string, takenNames: ReadonlySet<string>): string {
	if (host === "" || !takenNames.has(host)) return host;
	let number = 2;
	while (takenNames.has(`${host} ${number}`)) number += 1;
	return `${host} ${number}`;
}

/** Whether user name or password would go over a network that others can read. */
export function sendsSecretsOpenly(form: ConnectionForm): boolean {
	const hasSecrets = form.username !== "" || form.password !== "" || form.storedPassword === "keep";
	return hasSecrets && (form.protocol === "mqtt" || form.protocol === "ws") && !isLoopback(form.host.trim());
}

function isLoopback(host: string): boolean {
	const name = host.toLowerCase();
	return name === "" || name === "localhost" || name.endsWith(".localhost") || name === "::1" || /^127(\.\d{1,3}){3}$/.test(name);
}
