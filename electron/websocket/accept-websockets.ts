/**
 * The serving side of WebSockets, for our own wire and for the built-in broker. Every upgrade is put to the caller's guard first;
 * what it refuses gets a bare HTTP status and is cut. An accepted socket can be had as a stream of bytes or message by message.
 */
import { type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import { openWebSocketStream } from "./web-socket-stream.ts";

export interface AcceptedWebSocket {
	/** The socket as a stream of bytes. Take either this or `onMessage`, not both, and at once, or messages are missed. */
	openStream(): Duplex;
	/** Whole messages; text is told apart and is never bytes. */
	onMessage(listener: (message: Uint8Array, isBinary: boolean) => void): void;
	/** Called once, however it ends. */
	onClose(listener: () => void): void;
	send(message: Uint8Array): void;
	/** With a close frame; the socket is cut if the other side does not answer it. */
	close(code?: number): void;
	/** Cuts the socket at once. */
	terminate(): void;
}

export interface WebSocketAcceptance {
	/** null = welcome; otherwise the HTTP status to refuse with. Must not throw. */
	readonly guard: (request: IncomingMessage) => number | null;
	/** The subprotocol to answer, out of those offered; null refuses. */
	readonly selectSubprotocol: (offered: ReadonlySet<string>) => string | null;
	/** A larger message ends its connection. */
	readonly maximumMessageBytes: number;
	readonly onSocket: (socket: AcceptedWebSocket, request: IncomingMessage) => void;
}

const CLOSE_TIMEOUT_MS = 2000;

/** Takes over the server's `upgrade` event. The server itself stays the caller's. `close` cuts every socket. */
export function acceptWebSockets(server: Server, acceptance: WebSocketAcceptance): { close(): void } {
	const sockets = new WebSocketServer({
		noServer: true,
		perMessageDeflate: false,
		maxPayload: acceptance.maximumMessageBytes,
		handleProtocols: (offered) => acceptance.selectSubprotocol(offered) ?? false,
	});
	const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
		// Until the WebSocket takes the socket over, its errors are nobody's, and one unheard would end the process.
		socket.on("error", () => socket.destroy());
		const refusal = acceptance.guard(request) ?? readSubprotocolRefusal(request, acceptance);
		if (refusal !== null) {
			refuse(socket, refusal);
			return;
		}
		sockets.handleUpgrade(request, socket, head, (accepted) => acceptance.onSocket(wrap(accepted), request));
	};
	server.on("upgrade", onUpgrade);
	return {
		close: () => {
			server.off("upgrade", onUpgrade);
			for (const socket of sockets.clients) socket.terminate();
			sockets.close();
		},
	};
}

/** The library would open the socket without a subprotocol; a client that asked for one would then hang up by itself, or not. */
function readSubprotocolRefusal(request: IncomingMessage, acceptance: WebSocketAcceptance): number | null {
	const header = request.headers["sec-websocket-protocol"] ?? "";
	const offered = new Set(header.split(",").map((name) => name.trim()));
	offered.delete("");
	return acceptance.selectSubprotocol(offered) === null ? 400 : null;
}

function refuse(socket: Duplex, status: number): void {
	const reason = STATUS_CODES[status] ?? "Refused";
	socket.once("finish", () => socket.destroy());
	socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function wrap(socket: WebSocket): AcceptedWebSocket {
	// A protocol error of the other side is followed by `close`, which is what counts.
	socket.on("error", () => {});
	return {
		openStream: () => openWebSocketStream(socket),
		onMessage: (listener) => {
			socket.on("message", (message: RawData, isBinary: boolean) => listener(joinBytes(message), isBinary));
		},
		onClose: (listener) => {
			if (socket.readyState === socket.CLOSED) queueMicrotask(listener);
			else socket.once("close", () => listener());
		},
		send: (message) => {
			if (socket.readyState === socket.OPEN) socket.send(message, () => {});
		},
		close: (code = 1000) => {
			socket.close(code);
			setTimeout(() => socket.terminate(), CLOSE_TIMEOUT_MS).unref();
		},
		terminate: () => socket.terminate(),
	};
}

function joinBytes(message: RawData): Uint8Array {
	if (Array.isArray(message)) return Buffer.concat(message);
	return message instanceof ArrayBuffer ? new Uint8Array(message) : message;
}
