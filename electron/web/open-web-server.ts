/**
 * The server of the browser mode, on loopback alone: the page's files, the exchange of the one-time code for a session, and the
 * WebSocket that carries the link. Everything is refused that is not exactly what our own page asks for.
 */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { MAXIMUM_FRAME_BYTES } from "../../shared/link/frame-codec.ts";
import type { Wire } from "../../shared/link/wire.ts";
import type { Clock, Log } from "../engine/ports.ts";
import { acceptWebSockets } from "../websocket/accept-websockets.ts";
import { checkRequest, listAuthorities, type Refusal, readHeader, readPurpose } from "./check-request.ts";
import { createSessions, type Sessions } from "./create-sessions.ts";
import { createHeaders } from "./page-headers.ts";
import type { Page } from "./read-page.ts";
import { readSmallBody } from "./read-small-body.ts";
import { openSocketWire } from "./socket-wire.ts";

export interface WebServerOptions {
	/** 0 = any that is free. */
	readonly port: number;
	readonly page: Page;
	readonly clock: Clock;
	readonly log: Log;
	readonly onWire: (wire: Wire) => void;
	readonly limits?: Partial<WebServerLimits>;
}

export interface WebServerLimits {
	readonly headersMs: number;
	readonly requestMs: number;
	/** A connection over which nothing moves, unless it is a WebSocket. */
	readonly idleMs: number;
	readonly connections: number;
}

export interface WebServer {
	readonly port: number;
	/** The address to open, with a new one-time code in its fragment, which no request carries. The code before stops working. */
	createAddress(): string;
	/** Cuts what is open. */
	close(): Promise<void>;
}

const LIMITS: WebServerLimits = { headersMs: 10_000, requestMs: 15_000, idleMs: 30_000, connections: 256 };
const SUBPROTOCOL = "parley";
const TOKEN_PREFIX = "parley.token.";

/** Rejects with Node's own error where the port cannot be had. */
export async function openWebServer(options: WebServerOptions): Promise<WebServer> {
	const { page, log } = options;
	const limits = { ...LIMITS, ...options.limits };
	const sessions = createSessions(options.clock);
	let authorities: readonly string[] = [];

	const server = createServer({
		maxHeaderSize: 16_384,
		headersTimeout: limits.headersMs,
		requestTimeout: limits.requestMs,
		connectionsCheckingInterval: Math.min(1000, limits.headersMs),
		keepAliveTimeout: 5000,
	});
	server.timeout = limits.idleMs;
	server.maxConnections = limits.connections;
	server.maxHeadersCount = 100;

	server.on("request", (request, response) => {
		const purpose = readPurpose(request.url);
		const refusal =
			checkRequest(request, purpose, authorities) ?? (purpose === "link" ? { status: 426, reason: "no-upgrade" } : null);
		if (refusal !== null) refuse(response, refusal, log);
		else if (purpose === "session") void exchange(request, response, sessions, log);
		else sendFile(request, response, page, log);
	});
	const sockets = acceptWebSockets(server, {
		maximumMessageBytes: MAXIMUM_FRAME_BYTES,
		selectSubprotocol: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : null),
		guard: (request) => {
			const purpose = readPurpose(request.url);
			const refusal =
				checkRequest(request, purpose, authorities) ??
				(purpose === "link" ? null : { status: 404, reason: "path" }) ??
				(sessions.has(readToken(request)) ? null : { status: 401, reason: "token" });
			if (refusal === null) return null;
			log.write("warning", "web-request-refused", { reason: refusal.reason });
			return refusal.status;
		},
		onSocket: (socket, request) => {
			const release = sessions.hold(readToken(request));
			if (release === null) {
				socket.terminate();
				return;
			}
			socket.onClose(release);
			options.onWire(openSocketWire(socket));
		},
	});

	server.listen(options.port, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	authorities = listAuthorities(port);
	return {
		port,
		createAddress: () => `http://${authorities[0]}/#code=${sessions.createCode()}`,
		close: async () => {
			const closed = once(server, "close");
			sockets.close();
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
}

/** What the page offers beside our subprotocol, because a WebSocket of a browser can carry no header of its own. */
function readToken(request: IncomingMessage): string {
	const offered = (readHeader(request, "sec-websocket-protocol") ?? "").split(",").map((name) => name.trim());
	const tokens = offered.filter((name) => name.startsWith(TOKEN_PREFIX));
	return tokens.length === 1 ? (tokens[0] ?? "").slice(TOKEN_PREFIX.length) : "";
}

/** `{ code }` is exchanged for `{ token }`; `{ token }` is answered with itself while its session lasts. */
async function exchange(request: IncomingMessage, response: ServerResponse, sessions: Sessions, log: Log): Promise<void> {
	if (readHeader(request, "content-type") !== "application/json") {
		refuse(response, { status: 415, reason: "content-type" }, log);
		return;
	}
	const body = await readSmallBody(request);
	if (body === null) {
		refuse(response, { status: 400, reason: "body" }, log);
		return;
	}
	const { code, token } = body;
	const granted =
		typeof code === "string" ? sessions.exchange(code) : typeof token === "string" && sessions.has(token) ? token : null;
	if (granted === null) {
		refuse(response, { status: 401, reason: typeof code === "string" ? "code" : "token" }, log);
		return;
	}
	if (typeof code === "string") log.write("info", "web-session-opened");
	send(request, response, Buffer.from(JSON.stringify({ token: granted })), "application/json", "no-store");
}

function sendFile(request: IncomingMessage, response: ServerResponse, page: Page, log: Log): void {
	const file = page.get(request.url ?? "");
	if (file === undefined) {
		refuse(response, { status: 404, reason: "path" }, log);
		return;
	}
	const caching = file.isHashed ? "private, max-age=31536000, immutable" : "no-store";
	send(request, response, file.bytes, file.contentType, caching);
}

function send(request: IncomingMessage, response: ServerResponse, bytes: Buffer, type: string, caching: string): void {
	response.writeHead(200, {
		...createHeaders(request.headers.host ?? ""),
		"content-type": type,
		"content-length": bytes.byteLength,
		"cache-control": caching,
	});
	response.end(request.method === "HEAD" ? undefined : bytes);
}

/** Without a body, and the connection ends: whatever else the other side wanted to send is not read. */
function refuse(response: ServerResponse, refusal: Refusal, log: Log): void {
	log.write("warning", "web-request-refused", { reason: refusal.reason });
	if (response.destroyed || response.headersSent) return;
	response.writeHead(refusal.status, { ...createHeaders("127.0.0.1"), "cache-control": "no-store", connection: "close" });
	response.end();
}
