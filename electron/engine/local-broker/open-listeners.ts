/**
 * The built-in broker with its two doors, TCP and WebSocket, both on loopback and both closed to what it cannot trust: a web page of
 * another site can reach loopback too, and is known by its Origin.
 */
import { createServer as createHttpServer, type IncomingMessage } from "node:http";
import { createServer as createTcpServer, type Server, type Socket } from "node:net";
import { acceptWebSockets } from "../../websocket/accept-websockets.ts";
import type { Log } from "../ports.ts";
import { listenOnLoopback } from "./listen-on-loopback.ts";
import { MAXIMUM_PACKET_BYTES, openBroker } from "./open-broker.ts";

export interface BrokerListeners {
	readonly tcpPort: number;
	readonly webSocketPort: number;
	readonly clients: number;
	/** Says goodbye to every client, within a deadline; then cuts what is left. */
	close(): Promise<void>;
}

export interface ListenerOptions {
	readonly log: Log;
	readonly tcpPort: number;
	readonly webSocketPort: number;
	/** A client has come or gone. */
	readonly onClients: () => void;
}

/** Over both doors; one more is cut at once. */
const MAXIMUM_SOCKETS = 1000;
const GOODBYE_DEADLINE_MS = 1000;
/** What the broker may be ahead of a client before it waits for it: a burst passes, a client that never reads does not. */
const SOCKET_BUFFER_BYTES = 1024 * 1024;

export async function openListeners(options: ListenerOptions): Promise<BrokerListeners> {
	const { broker, handle } = await openBroker(options.log);
	const sockets = new Set<Socket>();
	const admit = (socket: Socket) => {
		if (sockets.size >= MAXIMUM_SOCKETS) {
			socket.destroy();
			return;
		}
		sockets.add(socket);
		socket.once("close", () => sockets.delete(socket));
	};
	const tcp = createTcpServer({ noDelay: true, highWaterMark: SOCKET_BUFFER_BYTES }, (socket) => {
		if (!socket.destroyed) handle(socket);
	});
	const http = createHttpServer((_request, response) => response.writeHead(426).end());
	for (const server of [tcp, http]) server.prependListener("connection", admit);
	const webSockets = acceptWebSockets(http, {
		guard: checkUpgrade,
		selectSubprotocol: (offered) => ["mqtt", "mqttv3.1"].find((name) => offered.has(name)) ?? null,
		maximumMessageBytes: MAXIMUM_PACKET_BYTES + 5,
		onSocket: (socket, request) => handle(socket.openStream(), request),
	});
	broker.on("client", options.onClients);
	broker.on("clientDisconnect", options.onClients);

	const close = async () => {
		const closed = Promise.all([tcp, http].map(closeServer));
		await Promise.race([new Promise<void>((resolve) => broker.close(resolve)), waitFor(GOODBYE_DEADLINE_MS)]);
		webSockets.close();
		for (const socket of sockets) socket.destroySoon();
		await Promise.race([closed, waitFor(GOODBYE_DEADLINE_MS)]);
		for (const socket of sockets) socket.destroy();
		await closed;
	};
	try {
		const tcpPort = await listenOnLoopback(tcp, options.tcpPort);
		const webSocketPort = await listenOnLoopback(http, options.webSocketPort);
		// A listening server that meets an error (no descriptor left for a new socket, say) goes on listening.
		for (const server of [tcp, http]) {
			server.on("error", (error) => options.log.write("warning", "local-broker-error", { cause: error.message }));
		}
		return {
			tcpPort,
			webSocketPort,
			get clients() {
				return broker.connectedClients;
			},
			close,
		};
	} catch (error) {
		await close();
		throw error;
	}
}

const LOOPBACK_NAMES: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/** The HTTP status to refuse with. A Host that is not loopback means that a name of another site was pointed here. */
function checkUpgrade(request: IncomingMessage): number | null {
	const { host, origin } = request.headers;
	if (!LOOPBACK_NAMES.includes(readHostName(`http://${host}`))) return 403;
	if (origin !== undefined && !LOOPBACK_NAMES.includes(readHostName(origin))) return 403;
	return request.url?.split("?")[0] === "/mqtt" ? null : 404;
}

function readHostName(url: string): string {
	return URL.canParse(url) ? new URL(url).hostname : "";
}

function closeServer(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
	});
}

function waitFor(delayMs: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, delayMs).unref());
}
