import type { AddressInfo, Server } from "node:net";

/** The only address that is ever listened on: the broker has no login. */
export const LOOPBACK = "127.0.0.1";

/** Listens on the port that clients try first; where it is taken, or not ours to take, on a free one. Resolves with the port. */
export async function listenOnLoopback(server: Server, preferredPort: number): Promise<number> {
	try {
		return await listen(server, preferredPort);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
		return listen(server, 0);
	}
}

function listen(server: Server, port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen({ host: LOOPBACK, port, exclusive: true }, () => {
			server.off("error", reject);
			resolve((server.address() as AddressInfo).port);
		});
	});
}
