import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import {
	type AcceptedWebSocket,
	acceptWebSockets,
	type WebSocketAcceptance,
} from "../../../../electron/websocket/accept-websockets.ts";
import { openWebSocket, type WebSocketTarget } from "../../../../electron/websocket/open-websocket.ts";

const closers: (() => void)[] = [];
afterEach(() => {
	for (const close of closers.splice(0)) close();
});

async function listen(server: Server): Promise<number> {
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	closers.push(() => {
		server.closeAllConnections();
		server.close();
	});
	return (server.address() as AddressInfo).port;
}

async function accept(part: Partial<WebSocketAcceptance>): Promise<number> {
	const server = createServer();
	const accepted = acceptWebSockets(server, {
		guard: (request) => (request.url === "/mqtt" ? null : 404),
		selectSubprotocol: (offered) => (offered.has("mqtt") ? "mqtt" : null),
		maximumMessageBytes: 1000,
		onSocket: () => {},
		...part,
	});
	closers.push(() => accepted.close());
	return listen(server);
}

function open(port: number, part: Partial<WebSocketTarget> = {}) {
	const signal = new AbortController().signal;
	const socket = part.socket ?? connect({ host: "127.0.0.1", port });
	return openWebSocket({
		host: "127.0.0.1",
		port,
		path: "/mqtt",
		subprotocol: "mqtt",
		isEncrypted: false,
		socket,
		signal,
		...part,
	});
}

async function openStream(port: number) {
	const outcome = await open(port);
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.trouble));
	return outcome.value;
}

test("bytes go through both ways as a stream", async () => {
	const port = await accept({
		onSocket: (socket) => {
			const stream = socket.openStream();
			stream.pipe(stream);
		},
	});
	const { stream } = await openStream(port);
	stream.write(Buffer.from([0, 1, 255]));
	const [echoed] = await once(stream, "data");
	expect([...echoed]).toEqual([0, 1, 255]);
	stream.destroy();
});

test("a refusing server is told by its HTTP status", async () => {
	const port = await accept({});
	expect(await open(port, { path: "/other" })).toEqual({ ok: false, trouble: { kind: "status", status: 404, location: null } });
});

test("a subprotocol that nobody wants is refused with 400", async () => {
	const port = await accept({});
	expect(await open(port, { subprotocol: "chat" })).toEqual({
		ok: false,
		trouble: { kind: "status", status: 400, location: null },
	});
});

test("a port where nothing listens is a network error with its code", async () => {
	const server = createServer();
	const port = await listen(server);
	server.close();
	await once(server, "close");
	expect(await open(port)).toMatchObject({ ok: false, trouble: { kind: "network", error: { code: "ECONNREFUSED" } } });
});

test("a host that no URL can carry is trouble and not an exception", async () => {
	expect(await open(1, { host: "a b", socket: new Socket() })).toMatchObject({ ok: false, trouble: { kind: "handshake" } });
});

test("an attempt can be aborted while the server keeps silent", async () => {
	const server = createServer();
	server.on("upgrade", () => {});
	const port = await listen(server);
	const controller = new AbortController();
	server.once("upgrade", () => controller.abort());
	expect(await open(port, { signal: controller.signal })).toEqual({ ok: false, trouble: { kind: "aborted" } });
});

test("terminate cuts the socket without a close frame", async () => {
	let onClosed = () => {};
	const closed = new Promise<void>((resolve) => {
		onClosed = resolve;
	});
	const port = await accept({ onSocket: (socket) => socket.onClose(onClosed) });
	const { terminate } = await openStream(port);
	terminate();
	await closed;
});

test("a message beyond the limit ends the connection", async () => {
	const port = await accept({ onSocket: (socket) => socket.onMessage(() => {}) });
	const { stream } = await openStream(port);
	stream.on("error", () => {});
	stream.write(Buffer.alloc(1001));
	stream.resume();
	await once(stream, "close");
});

test("a text message never passes for bytes", async () => {
	const accepted = Promise.withResolvers<AcceptedWebSocket>();
	const port = await accept({ onSocket: accepted.resolve });
	const page = new WebSocket(`ws://127.0.0.1:${port}/mqtt`, ["mqtt"]);
	const stream = (await accepted.promise).openStream();
	const bytes: Buffer[] = [];
	stream.on("data", (chunk: Buffer) => bytes.push(chunk));
	const failed = once(stream, "error");
	await once(page, "open");
	page.send("text");
	await failed;
	expect(bytes).toEqual([]);
});
