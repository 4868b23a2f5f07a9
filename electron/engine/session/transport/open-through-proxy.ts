/** A socket to the broker that a proxy has opened. The proxy looks up the broker's name; nothing of ours does. */
import net from "node:net";
import { createFailure } from "../../../../shared/model/create-failure.ts";
import type { Failure } from "../../../../shared/model/failure.ts";
import { readErrorCode, selectReachCode } from "../select-network-failure.ts";
import { askHttpProxy } from "./ask-http-proxy.ts";
import { askSocksProxy } from "./ask-socks-proxy.ts";
import type { ProxyServer } from "./read-proxy.ts";
import type { TransportOptions } from "./transport.ts";
import { waitForSocket } from "./wait-for-socket.ts";

export type ProxySocketOutcome =
	| { readonly ok: true; readonly value: net.Socket }
	| { readonly ok: false; readonly failure: Failure };

export async function openThroughProxy(proxy: ProxyServer, options: TransportOptions): Promise<ProxySocketOutcome> {
	const { profile, signal, onPhase } = options;
	const address = formatProxy(proxy);
	onPhase("proxy");
	const socket = net.connect({ host: proxy.host, port: proxy.port });
	const wait = await waitForSocket(socket, "connect", signal);
	if (wait.kind === "aborted") return { ok: false, failure: createFailure("aborted") };
	if (wait.kind === "closed") return { ok: false, failure: createFailure("proxy-broken", { proxy: address, cause: "closed" }) };
	if (wait.kind === "error") return { ok: false, failure: selectReachFailure(wait.error, proxy) };
	const target = { host: profile.host, port: profile.port };
	const cut = () => socket.destroy();
	signal.addEventListener("abort", cut, { once: true });
	const ask = proxy.kind === "http" ? askHttpProxy : askSocksProxy;
	const failure = await ask(socket, proxy, target, address);
	signal.removeEventListener("abort", cut);
	if (failure === null && !signal.aborted) return { ok: true, value: socket };
	socket.destroy();
	return { ok: false, failure: signal.aborted || failure === null ? createFailure("aborted") : failure };
}

function formatProxy({ host, port }: Pick<ProxyServer, "host" | "port">): string {
	return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

function selectReachFailure(error: NodeJS.ErrnoException, proxy: ProxyServer): Failure {
	const cause = readErrorCode(error);
	switch (selectReachCode(cause)) {
		case "host-not-found":
			return createFailure("proxy-not-found", { proxy: proxy.host });
		case "refused":
			return createFailure("proxy-refused", { proxy: formatProxy(proxy) });
		default:
			return createFailure("proxy-unreachable", { proxy: formatProxy(proxy), cause });
	}
}
