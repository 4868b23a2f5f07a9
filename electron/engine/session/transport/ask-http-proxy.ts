import { request } from "node:http";
import { isIPv6, type Socket } from "node:net";
import { domainToASCII } from "node:url";
import { createFailure } from "../../../../shared/model/create-failure.ts";
import type { Failure } from "../../../../shared/model/failure.ts";
import type { ProxyServer } from "./read-proxy.ts";

/** Asks with CONNECT for a way to the target. [RFC 9110, 9.3.6] null = it is open, and the socket leads there now. */
export function askHttpProxy(
	socket: Socket,
	proxy: ProxyServer,
	{ host, port }: { readonly host: string; readonly port: number },
	address: string,
): Promise<Failure | null> {
	const name = isIPv6(host) ? `[${host}]` : domainToASCII(host) || host;
	const target = `${name}:${port}`;
	const login = Buffer.from(`${proxy.username}:${proxy.password}`).toString("base64");
	return new Promise((resolve) => {
		const asking = request({
			createConnection: () => socket,
			method: "CONNECT",
			path: target,
			headers: {
				Host: target,
				Connection: "keep-alive",
				...(proxy.username === "" ? {} : { "Proxy-Authorization": `Basic ${login}` }),
			},
		});
		// Any answer to CONNECT comes so, refusals too.
		asking.once("connect", (response, _socket, head: Buffer) => {
			const status = response.statusCode ?? 0;
			if (status >= 200 && status < 300) {
				if (head.length > 0) socket.unshift(head);
				resolve(null);
			} else if (status === 407) resolve(createFailure("proxy-login", { proxy: address }));
			else resolve(createFailure("proxy-refused-target", { proxy: address, host, port, status }));
		});
		const fail = (cause: string) => resolve(createFailure("proxy-broken", { proxy: address, cause }));
		asking.once("error", (error: NodeJS.ErrnoException) => fail(error.code ?? "closed"));
		asking.once("close", () => fail("closed"));
		asking.end();
	});
}
