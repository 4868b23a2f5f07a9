/**
 * Opens a WebSocket as a client over an open socket and gives a stream of its bytes. With `accept-websockets.ts` the only door to the `ws` package.
 * It never rejects: what went wrong is data, for the caller to put into words. No compression, no redirects.
 */
import net from "node:net";
import type { Duplex } from "node:stream";
import { WebSocket } from "ws";
import { openWebSocketStream } from "./web-socket-stream.ts";

export interface WebSocketTarget {
	/** A name, an IPv4 or an IPv6 address without brackets. */
	readonly host: string;
	readonly port: number;
	/** Begins with a slash; may have a query. */
	readonly path: string;
	/** "mqtt", or "mqttv3.1" for MQTT 3.1. */
	readonly subprotocol: string;
	/** Whether the socket is (`wss`) or not (`ws`). */
	readonly isEncrypted: boolean;
	/** By name, each with its values in their order. */
	readonly headers?: ReadonlyMap<string, readonly string[]>;
	/** Open already, and encrypted where it has to be: nothing of the request leaves before the server has been judged. */
	readonly socket: net.Socket;
	/** A larger message ends the connection. Default: the largest MQTT packet. */
	readonly maximumMessageBytes?: number;
	/** Ends the attempt; has no effect once it has succeeded. */
	readonly signal: AbortSignal;
}

export interface OpenWebSocket {
	/** Emits an error and closes where the socket breaks; destroying it cuts the socket. */
	readonly stream: Duplex;
	/** Cuts the socket at once, without a close frame. */
	terminate(): void;
}

export type WebSocketTrouble =
	/** The server speaks HTTP and did not upgrade. `location`: where it sends to; hostile text. */
	| { readonly kind: "status"; readonly status: number; readonly location: string | null }
	/** The network or TLS said no; the error is Node's own, with its `code`. */
	| { readonly kind: "network"; readonly error: NodeJS.ErrnoException }
	/** Something answered, but not as a WebSocket server for this subprotocol does. */
	| { readonly kind: "handshake"; readonly cause: string }
	| { readonly kind: "aborted" };

export type WebSocketOutcome =
	| { readonly ok: true; readonly value: OpenWebSocket }
	| { readonly ok: false; readonly trouble: WebSocketTrouble };

/** The largest MQTT packet: its remaining length and the five bytes before it. [MQTT-2.1.4] */
const LARGEST_PACKET_BYTES = 268_435_455 + 5;

export function openWebSocket(target: WebSocketTarget): Promise<WebSocketOutcome> {
	if (target.signal.aborted) return Promise.resolve({ ok: false, trouble: { kind: "aborted" } });
	let socket: WebSocket;
	try {
		socket = createSocket(target);
	} catch (error) {
		// A host, path or header that no request can carry.
		return Promise.resolve({ ok: false, trouble: { kind: "handshake", cause: String(error) } });
	}
	return new Promise((resolve) => {
		const fail = (trouble: WebSocketTrouble) => {
			target.signal.removeEventListener("abort", abort);
			resolve({ ok: false, trouble });
			// Terminating an unopened socket emits one more error, for which nobody is left to ask.
			socket.on("error", () => {});
			socket.terminate();
		};
		const abort = () => fail({ kind: "aborted" });
		target.signal.addEventListener("abort", abort, { once: true });
		socket.once("unexpected-response", (_request, response) => {
			response.destroy();
			fail({ kind: "status", status: response.statusCode ?? 0, location: response.headers.location ?? null });
		});
		socket.once("error", (error: NodeJS.ErrnoException) => fail(readTrouble(error)));
		socket.once("open", () => {
			target.signal.removeEventListener("abort", abort);
			socket.removeAllListeners("error");
			socket.on("error", () => {});
			const stream = openWebSocketStream(socket);
			resolve({ ok: true, value: { stream, terminate: () => socket.terminate() } });
		});
	});
}

function createSocket(target: WebSocketTarget): WebSocket {
	return new WebSocket(formatUrl(target), target.subprotocol, {
		headers: Object.fromEntries(
			[...(target.headers ?? [])].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? "") : [...values]]),
		),
		perMessageDeflate: false,
		followRedirects: false,
		maxPayload: target.maximumMessageBytes ?? LARGEST_PACKET_BYTES,
		createConnection: () => target.socket,
	});
}

function formatUrl(target: WebSocketTarget): string {
	const [address = ""] = target.host.split("%");
	const host = net.isIPv6(address) ? `[${address}]` : target.host;
	return `${target.isEncrypted ? "wss" : "ws"}://${host}:${target.port}${target.path}`;
}

/** An error with a code comes from the network or TLS; one without, or from the HTTP parser, is about what was answered. */
function readTrouble(error: NodeJS.ErrnoException): WebSocketTrouble {
	if (error.code === undefined || error.code.startsWith("HPE_") || error.code.startsWith("WS_ERR_")) {
		return { kind: "handshake", cause: error.message };
	}
	return { kind: "network", error };
}
