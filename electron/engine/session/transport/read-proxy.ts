/** Which proxy a connection goes through: its own, or the one that the environment or the operating system names for it. */
import type { ConnectionProfile, Protocol } from "../../../../shared/model/connection.ts";
import { createFailure } from "../../../../shared/model/create-failure.ts";
import type { Failure } from "../../../../shared/model/failure.ts";
import { USUAL_PROXY_PORT } from "../../../../shared/model/proxy.ts";
import { isProxyBypassed } from "./is-proxy-bypassed.ts";
import type { TransportOptions } from "./transport.ts";

export interface ProxyServer {
	readonly kind: "http" | "socks5";
	readonly host: string;
	readonly port: number;
	/** Empty = no login. */
	readonly username: string;
	readonly password: string;
}

export type ProxyOutcome =
	/** null = straight to the broker. */
	{ readonly ok: true; readonly value: ProxyServer | null } | { readonly ok: false; readonly failure: Failure };

type Environment = Readonly<Record<string, string | undefined>>;

/** A browser would know WebSocket by the web's variables; for the others the general one comes first. */
const VARIABLES: Readonly<Record<Protocol, readonly string[]>> = {
	mqtt: ["all_proxy", "http_proxy"],
	mqtts: ["all_proxy", "https_proxy"],
	ws: ["http_proxy", "all_proxy"],
	wss: ["https_proxy", "all_proxy"],
};

export async function readProxy(
	{ profile, secrets, resolveSystemProxy }: TransportOptions,
	environment: Environment = process.env,
): Promise<ProxyOutcome> {
	const { proxy, protocol } = profile;
	switch (proxy.kind) {
		case "none":
			return { ok: true, value: null };
		case "http":
		case "socks5":
			return { ok: true, value: { ...proxy, password: secrets.proxyPassword ?? "" } };
		case "system": {
			const named = VARIABLES[protocol].map((name) => readVariable(environment, name)).find((value) => value !== "");
			if (named !== undefined) {
				const isBypassed = isProxyBypassed(readVariable(environment, "no_proxy"), profile.host, profile.port);
				return isBypassed ? { ok: true, value: null } : parseProxy(named);
			}
			if (resolveSystemProxy === undefined) return { ok: true, value: null };
			return parseScriptAnswer(await resolveSystemProxy(formatUrl(profile)).catch(() => "DIRECT"));
		}
	}
}

/** Programs write them in small letters, some in capitals too. */
function readVariable(environment: Environment, name: string): string {
	return environment[name] || environment[name.toUpperCase()] || "";
}

/** The operating system answers for web addresses. */
function formatUrl({ protocol, host, port }: ConnectionProfile): string {
	const isEncrypted = protocol === "mqtts" || protocol === "wss";
	return `${isEncrypted ? "https" : "http"}://${host.includes(":") ? `[${host}]` : host}:${port}/`;
}

/** `http://user:password@host:3128`, `socks5://host`, `host:3128`. */
function parseProxy(text: string): ProxyOutcome {
	const withScheme = /^[a-z0-9]+:\/\//i.test(text) ? text : `http://${text}`;
	const kind = /^http:/i.test(withScheme) ? "http" : /^socks(5h?)?:/i.test(withScheme) ? "socks5" : null;
	// `URL` leaves out a port that it takes for usual: 80 of http.
	const [, port] = /^[a-z0-9]+:\/\/[^/]*:(\d+)\/?$/i.exec(withScheme) ?? [];
	const url = URL.parse(withScheme);
	if (kind === null || url === null || url.hostname === "") return refuse(text);
	return {
		ok: true,
		value: {
			kind,
			host: url.hostname.replace(/^\[|\]$/g, ""),
			port: Number(port ?? USUAL_PROXY_PORT[kind]),
			username: decode(url.username),
			password: decode(url.password),
		},
	};
}

/** The first that can be used of `PROXY host:port; SOCKS5 host:port; DIRECT`. */
function parseScriptAnswer(answer: string): ProxyOutcome {
	const choices = answer.split(";").map((choice) => choice.trim());
	for (const choice of choices) {
		const [kind = "", address = ""] = choice.split(/\s+/);
		if (/^DIRECT$/i.test(kind)) return { ok: true, value: null };
		if (/^PROXY$/i.test(kind)) return parseProxy(`http://${address}`);
		if (/^SOCKS5?$/i.test(kind)) return parseProxy(`socks5://${address}`);
	}
	return answer.trim() === "" ? { ok: true, value: null } : refuse(answer);
}

/** A login in the address is nobody's business. */
function refuse(text: string): ProxyOutcome {
	return { ok: false, failure: createFailure("proxy-unsupported", { proxy: text.replace(/\/\/[^@/]*@/, "//") }) };
}

/** A stray `%` is meant as it stands. */
function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
