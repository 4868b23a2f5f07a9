/**
 * The connection form as a person types it: texts, not yet numbers, and what was typed by hand and must not be overwritten. The apply
 * functions are the form's rules; whether it may be saved is the contract's own schema's to say (`read-form.ts`).
 */
import { USUAL_PORT } from "../../../../shared/contract/connection.ts";
import {
	type ConnectionProfile,
	type MqttVersion,
	type Protocol,
	SESSION_NEVER_EXPIRES,
} from "../../../../shared/model/connection.ts";
import { CONNECTION_DEFAULTS } from "../../../../shared/model/connection-defaults.ts";
import { createClientId } from "../../../../shared/model/create-client-id.ts";
import { isSecretHeader, type SecretName } from "../../../../shared/model/secret.ts";
import { type AuthenticationForm, readAuthenticationForm } from "./authentication-form.ts";
import { type ConnectPropertiesForm, formatOptional, readConnectPropertiesForm } from "./connect-properties-form.ts";
import type { BrokerUrl } from "./parse-broker-url.ts";
import { applySecret, createSecretForms, type SecretForms, selectSecret } from "./secret-form.ts";
import { readTransportForm, type TransportForm } from "./transport-form.ts";
import { readWillForm, type WillForm } from "./will-form.ts";

export interface ConnectionForm extends TransportForm {
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
	readonly secrets: SecretForms;
	readonly version: MqttVersion;
	readonly connectTimeoutSeconds: string;
	readonly keepAliveSeconds: string;
	readonly autoReconnect: boolean;
	readonly reconnectDelaySeconds: string;
	readonly reconnectCeilingSeconds: string;
	/** Empty = no limit. */
	readonly reconnectAttempts: string;
	readonly cleanStart: boolean;
	readonly sessionExpirySeconds: string;
	readonly neverExpires: boolean;
	readonly connectAtStart: boolean;
	readonly properties: ConnectPropertiesForm;
	readonly authentication: AuthenticationForm;
	readonly will: WillForm;
}

export function createConnectionForm(takenNames: ReadonlySet<string>): ConnectionForm {
	const host = "localhost";
	const name = proposeName(host, takenNames);
	const fresh = { id: "", secrets: [], name, host, port: USUAL_PORT.mqtt, clientId: createClientId() };
	return { ...readConnectionForm({ ...CONNECTION_DEFAULTS, ...fresh }), nameIsOwn: false };
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
		secrets: createSecretForms(profile.secrets),
		version: profile.version,
		connectTimeoutSeconds: String(profile.connectTimeoutSeconds),
		keepAliveSeconds: String(profile.keepAliveSeconds),
		autoReconnect: profile.autoReconnect,
		reconnectDelaySeconds: String(profile.reconnectDelaySeconds),
		reconnectCeilingSeconds: String(profile.reconnectCeilingSeconds),
		reconnectAttempts: formatOptional(profile.reconnectAttempts),
		cleanStart: profile.cleanStart,
		sessionExpirySeconds: neverExpires ? "0" : String(profile.sessionExpirySeconds),
		neverExpires,
		connectAtStart: profile.connectAtStart,
		properties: readConnectPropertiesForm(profile.properties),
		authentication: readAuthenticationForm(profile.authentication),
		will: readWillForm(profile.will),
		...readTransportForm(profile),
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
		secrets: url.password === undefined ? form.secrets : applySecret(form.secrets, "password", { text: url.password }),
	};
}

/** The host's name; with a number where another connection has it. */
function proposeName(host: string, takenNames: ReadonlySet<string>): string {
	if (host === "" || !takenNames.has(host)) return host;
	let number = 2;
	while (takenNames.has(`${host} ${number}`)) number += 1;
	return `${host} ${number}`;
}

/** Whether user name, password or a header's secret would go over a network that others can read. */
export function sendsSecretsOpenly(form: ConnectionForm): boolean {
	const hasSecrets =
		form.username !== "" ||
		hasSecret(form, "password") ||
		(form.protocol === "ws" && form.webSocketHeaders.some(({ name }) => isSecretHeader(name)));
	return hasSecrets && (form.protocol === "mqtt" || form.protocol === "ws") && !isLoopback(form.host.trim());
}

/** Whether the login to the proxy would. */
export function sendsProxyLoginOpenly({ proxy }: ConnectionForm): boolean {
	const hasLogin = (proxy.kind === "http" || proxy.kind === "socks5") && proxy.username !== "";
	return hasLogin && !isLoopback(proxy.host.trim());
}

function hasSecret({ secrets }: ConnectionForm, name: SecretName): boolean {
	const { text, stored } = selectSecret(secrets, name);
	return text !== "" || stored === "keep";
}

function isLoopback(host: string): boolean {
	const name = host.toLowerCase();
	return name === "" || name === "localhost" || name.endsWith(".localhost") || name === "::1" || /^127(\.\d{1,3}){3}$/.test(name);
}
