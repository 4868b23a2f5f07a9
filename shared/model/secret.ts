/**
 * The secrets of a connection by name. They rest in the vault alone; a profile only says which of them belong to it, so that one that is
 * missing (after a restart of the browser mode, say) can be told from one that never was.
 */
import type { Authentication } from "./authentication.ts";
import type { ProxyOptions } from "./proxy.ts";
import type { TlsOptions } from "./tls.ts";
import type { WebSocketHeader } from "./web-socket-header.ts";

const FIXED_SECRETS = ["password", "tlsKey", "tlsPfx", "tlsPassphrase", "proxyPassword", "authenticationData"] as const;

/** A secret header's value goes by the header's name in small letters. */
export type SecretName = (typeof FIXED_SECRETS)[number] | `header:${string}`;

/** text = set it, null = there is none any more, absent = leave it as it is. */
export type SecretChanges = { readonly [Name in SecretName]?: string | null };

/** What the vault has. */
export type ConnectionSecrets = { readonly [Name in SecretName]?: string };

/** The settings of a connection that decide which secrets it can have. */
export interface SecretSubject {
	readonly authentication: Authentication;
	readonly tls: TlsOptions;
	readonly proxy: ProxyOptions;
	readonly webSocketHeaders: readonly WebSocketHeader[];
}

export function isSecretName(name: string): name is SecretName {
	return (FIXED_SECRETS as readonly string[]).includes(name) || /^header:[^A-Z]+$/.test(name);
}

/** Whether a header of this name carries what nobody else may read: a login, a cookie, a key or a token. */
export function isSecretHeader(name: string): boolean {
	return /^cookie$|auth|token|secret|password|api-?key/i.test(name);
}

export function nameHeaderSecret(header: string): SecretName {
	return `header:${header.toLowerCase()}`;
}

/** The secrets that a connection with these settings can have at all; others are forgotten. */
export function isSecretAllowed(name: SecretName, { tls, proxy, webSocketHeaders, authentication }: SecretSubject): boolean {
	switch (name) {
		case "password":
			return true;
		case "tlsKey":
			return tls.clientCertificate.kind === "pem";
		case "tlsPfx":
			return tls.clientCertificate.kind === "pfx";
		case "tlsPassphrase":
			return tls.clientCertificate.kind !== "none";
		case "authenticationData":
			return authentication.kind === "raw";
		case "proxyPassword":
			return (proxy.kind === "http" || proxy.kind === "socks5") && proxy.username !== "";
		default:
			return webSocketHeaders.some((header) => isSecretHeader(header.name) && nameHeaderSecret(header.name) === name);
	}
}

/** Those of the connection's secrets that it takes to connect by its present protocol, and that are not among the known ones. */
export function selectMissingSecrets(
	profile: { readonly protocol: string; readonly version: string; readonly secrets: readonly SecretName[] },
	known: ConnectionSecrets,
): readonly SecretName[] {
	const isTls = profile.protocol === "mqtts" || profile.protocol === "wss";
	const isWebSocket = profile.protocol === "ws" || profile.protocol === "wss";
	return profile.secrets.filter((name) => {
		if (known[name] !== undefined) return false;
		if (name === "tlsKey" || name === "tlsPfx" || name === "tlsPassphrase") return isTls;
		if (name === "authenticationData") return profile.version === "5.0";
		return name.startsWith("header:") ? isWebSocket : true;
	});
}
