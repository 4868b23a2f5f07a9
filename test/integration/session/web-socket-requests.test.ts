import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createWebSocketStream, WebSocketServer } from "ws";
import type { ConnectionProfile } from "../../../shared/model/connection.ts";
import type { ConnectionSecrets, SecretName } from "../../../shared/model/secret.ts";
import { createTestSession, type TestSession } from "../../support/create-test-session.ts";
import { launchMosquitto, type Mosquitto } from "../../support/launch-mosquitto.ts";

let broker: Mosquitto;
const closers: (() => unknown)[] = [];

beforeAll(async () => {
	broker = await launchMosquitto();
});
afterEach(async () => {
	await Promise.all(closers.splice(0).map((close) => close()));
});
afterAll(() => broker.close());

/** A WebSocket server before the broker, that answers every request as told, and keeps what it was asked. */
async function startGate(answer?: (response: ServerResponse) => void) {
	const requests: IncomingMessage[] = [];
	const server = createServer();
	const sockets = new WebSocketServer({ noServer: true });
	server.on("upgrade", (request: IncomingMessage, socket: Socket, head: Buffer) => {
		requests.push(request);
		socket.on("error", () => {});
		if (answer !== undefined) {
			const lines: string[] = [];
			const response = {
				writeHead: (status: number, headers: Record<string, string> = {}) => {
					lines.push(`HTTP/1.1 ${status} No`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`));
				},
			};
			answer(response as unknown as ServerResponse);
			if (lines.length > 0) socket.end(`${lines.join("\r\n")}\r\nContent-Length: 0\r\n\r\n`);
			else closers.push(() => socket.destroy());
			return;
		}
		sockets.handleUpgrade(request, socket, head, (accepted) => {
			const stream = createWebSocketStream(accepted);
			const upstream = connect({ host: "127.0.0.1", port: broker.port });
			stream.on("error", () => upstream.destroy());
			upstream.on("error", () => stream.destroy());
			stream.pipe(upstream).pipe(stream);
		});
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	closers.push(() => {
		for (const client of sockets.clients) client.terminate();
		server.close();
	});
	return { port: (server.address() as AddressInfo).port, requests };
}

function openSession(profile: Partial<ConnectionProfile>, secrets: ConnectionSecrets = {}): TestSession {
	const names = Object.keys(secrets) as SecretName[];
	const session = createTestSession({ protocol: "ws", secrets: names, ...profile }, [], {
		readSecrets: () => Promise.resolve(secrets),
	});
	closers.push(() => session.close());
	session.connect();
	return session;
}

test("the path goes out with its query, and the headers in their order, the secret ones from the vault", async () => {
	const { port, requests } = await startGate();
	const webSocketHeaders = [
		{ name: "X-Tag", value: "one" },
		{ name: "Authorization", value: "" },
		{ name: "x-tag", value: "two" },
		{ name: "Origin", value: "https://app.example" },
	];
	const secrets = { "header:authorization": "Bearer open sesame" };
	await openSession({ port, path: "/broker/mqtt?key=a%20b&x", webSocketHeaders }, secrets).waitForState("connected");
	const [request] = requests;
	expect(request?.url).toBe("/broker/mqtt?key=a%20b&x");
	expect(request?.headers["sec-websocket-protocol"]).toBe("mqtt");
	const { rawHeaders = [] } = request ?? {};
	const sent = rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1]}`] : []));
	const own = sent.filter((line) => /^(x-tag|authorization|origin)/i.test(line));
	expect(own).toEqual(["X-Tag: one", "X-Tag: two", "Authorization: Bearer open sesame", "Origin: https://app.example"]);
});

test.each([
	[401, {}, "websocket-unauthorised", {}],
	[403, {}, "websocket-forbidden", {}],
	[404, {}, "websocket-path-unknown", { path: "/mqtt" }],
	[426, {}, "websocket-status", { status: 426 }],
	[503, {}, "websocket-status", { status: 503 }],
	[301, { Location: "https://elsewhere.example/\u00a0<b>" }, "websocket-redirected", { status: 301 }],
	[302, { Location: "/login" }, "websocket-redirected", { location: "/login" }],
] as const)("HTTP status %i is told, and no redirect is followed", async (status, headers, code, detail) => {
	const { port, requests } = await startGate((response) => void response.writeHead(status, headers));
	const { failure } = await openSession({ port }).waitForState("failed");
	expect(failure).toMatchObject({ code, detail });
	expect(requests).toHaveLength(1);
});

test("a server that never answers the request is told apart from one that was never reached", async () => {
	const { port } = await startGate(() => {});
	const { failure } = await openSession({ port, connectTimeoutSeconds: 0.2 }).waitForState("failed");
	expect(failure.code).toBe("websocket-timeout");
});
