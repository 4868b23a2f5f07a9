import type { Socket } from "node:net";
import { domainToASCII } from "node:url";
import { SocksClient } from "socks";
import { createFailure, createSocksFailure } from "../../../../shared/model/create-failure.ts";
import type { Failure } from "../../../../shared/model/failure.ts";
import type { ProxyServer } from "./read-proxy.ts";

/** The library's names of the replies. [RFC 1928, 6] */
const REPLIES = [
	...["Granted", "Failure", "NotAllowed", "NetworkUnreachable", "HostUnreachable"],
	...["ConnectionRefused", "TTLExpired", "CommandNotSupported", "AddressNotSupported"],
];

/** Longer than any deadline of ours: whoever asks cuts the socket. */
const NEVER_MS = 86_400_000;

/** Asks for a way to the target, by its name where it has one. null = it is open, and the socket leads there now. */
export async function askSocksProxy(
	socket: Socket,
	proxy: ProxyServer,
	{ host, port }: { readonly host: string; readonly port: number },
	address: string,
): Promise<Failure | null> {
	const login = proxy.username === "" ? {} : { userId: proxy.username, password: proxy.password };
	try {
		await SocksClient.createConnection({
			command: "connect",
			proxy: { host: proxy.host, port: proxy.port, type: 5, ...login },
			destination: { host: host.includes(":") ? host : domainToASCII(host) || host, port },
			timeout: NEVER_MS,
			existing_socket: socket,
		});
		return null;
	} catch (error) {
		// The error itself carries the login: of its words only the kind is told.
		const message = error instanceof Error ? error.message : "";
		if (/Authentication failed|no accepted authentication type/i.test(message))
			return createFailure("proxy-login", { proxy: address });
		const [, reply] = /^Socks5 proxy rejected connection - (\w+)/.exec(message) ?? [];
		if (reply !== undefined) return createSocksFailure(Math.max(1, REPLIES.indexOf(reply)), { proxy: address, host, port });
		return createFailure("proxy-broken", { proxy: address, cause: /closed/i.test(message) ? "closed" : "not SOCKS5" });
	}
}
