import type { Protocol } from "../../../../shared/model/connection.ts";

/** What a pasted address names; what it does not name is absent. */
export interface BrokerUrl {
	readonly protocol?: Protocol;
	readonly host: string;
	readonly port?: number;
	/** With its query; only where the protocol has a path. */
	readonly path?: string;
	readonly username?: string;
	readonly password?: string;
}

/** Other clients' names for the same protocols. */
const PROTOCOLS: Readonly<Record<string, Protocol>> = {
	mqtt: "mqtt",
	tcp: "mqtt",
	mqtts: "mqtts",
	ssl: "mqtts",
	tls: "mqtts",
	ws: "ws",
	wss: "wss",
};

const URL_PATTERN = /^([a-z]+):\/\/(?:([^/?#]*)@)?(\[[^\]]+\]|[^:/?#@\s]+)(?::(\d{1,5}))?(\/[^#\s]*|\?[^#\s]*)?$/i;
const HOST_AND_PORT = /^(\[[^\]]+\]|[^:/?#@\s]+):(\d{1,5})$/;

/**
 * Reads `mqtts://user:secret@host:8883`, `wss://host/mqtt?key=1` and `host:1883`; null where it is none of these. Not by `URL`, which
 * drops the ports that it takes for usual (80 and 443 of WebSocket).
 */
export function parseBrokerUrl(text: string): BrokerUrl | null {
	const trimmed = text.trim();
	const short = HOST_AND_PORT.exec(trimmed);
	if (short?.[1] !== undefined) return { host: readHost(short[1]), port: Number(short[2]) };
	const [, scheme, credentials, host, port, path] = URL_PATTERN.exec(trimmed) ?? [];
	const name = scheme?.toLowerCase() ?? "";
	const protocol = Object.hasOwn(PROTOCOLS, name) ? PROTOCOLS[name] : undefined;
	if (protocol === undefined || host === undefined) return null;
	const hasPath = (protocol === "ws" || protocol === "wss") && path !== undefined;
	return {
		protocol,
		host: readHost(host),
		...(port === undefined ? {} : { port: Number(port) }),
		...(hasPath ? { path: path.startsWith("/") ? path : `/${path}` } : {}),
		...readCredentials(credentials),
	};
}

function readHost(host: string): string {
	return host.startsWith("[") ? host.slice(1, -1) : host;
}

function readCredentials(credentials: string | undefined): Pick<BrokerUrl, "username" | "password"> {
	if (credentials === undefined || credentials === "") return {};
	const colon = credentials.indexOf(":");
	if (colon === -1) return { username: decode(credentials) };
	return { username: decode(credentials.slice(0, colon)), password: decode(credentials.slice(colon + 1)) };
}

/** A stray `%` is meant as it stands. */
function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
