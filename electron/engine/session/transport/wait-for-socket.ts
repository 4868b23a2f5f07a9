import type { Socket } from "node:net";

export type SocketWait =
	| { readonly kind: "ready" }
	| { readonly kind: "error"; readonly error: NodeJS.ErrnoException }
	/** The other side ended without a word. */
	| { readonly kind: "closed" }
	| { readonly kind: "aborted" };

/** Waits for an event of a socket that is being opened. Whatever else comes first destroys the socket. */
export function waitForSocket(socket: Socket, event: "connect" | "secureConnect", signal: AbortSignal): Promise<SocketWait> {
	return new Promise((resolve) => {
		const settle = (wait: SocketWait) => {
			signal.removeEventListener("abort", abort);
			socket.off("error", fail).off("close", closed).off(event, ready);
			if (wait.kind !== "ready") socket.destroy();
			resolve(wait);
		};
		const ready = () => settle({ kind: "ready" });
		const fail = (error: NodeJS.ErrnoException) => settle({ kind: "error", error });
		const closed = () => settle({ kind: "closed" });
		const abort = () => settle({ kind: "aborted" });
		// An error with nobody to hear it would end the process, and one can come between two owners of the socket.
		socket.on("error", () => {});
		socket.once("error", fail).once("close", closed).once(event, ready);
		signal.addEventListener("abort", abort, { once: true });
		if (signal.aborted) abort();
	});
}
