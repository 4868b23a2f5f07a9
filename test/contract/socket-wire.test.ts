/** What only a wire of bytes can be sent: messages that no encoder of ours makes. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { openSocketWire } from "../../electron/web/socket-wire.ts";
import { acceptWebSockets } from "../../electron/websocket/accept-websockets.ts";
import { encodeFrame } from "../../shared/link/frame-codec.ts";
import type { Frame, Wire } from "../../shared/link/wire.ts";

const closers: (() => void)[] = [];
afterEach(() => {
	for (const close of closers.splice(0)) close();
});

/** A socket of a page that may send anything, and the engine's wire at its other end. */
async function openSocket(): Promise<{ socket: WebSocket; wire: Wire }> {
	const wire = Promise.withResolvers<Wire>();
	const server = createServer();
	const sockets = acceptWebSockets(server, {
		guard: () => null,
		selectSubprotocol: () => "parley",
		maximumMessageBytes: 100_000,
		onSocket: (accepted) => wire.resolve(openSocketWire(accepted)),
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/`, ["parley"]);
	closers.push(() => {
		socket.close();
		sockets.close();
		server.close();
	});
	await once(socket, "open");
	return { socket, wire: await wire.promise };
}

test.each<[string, string | Uint8Array<ArrayBuffer>]>([
	["text", "hello"],
	["the text of a frame", JSON.stringify({ type: "hello", version: "1" })],
	["bytes that are no frame", new Uint8Array([0xc1])],
	["no bytes at all", new Uint8Array(0)],
	["half a frame", encodeFrame({ type: "hello", version: "1" }).slice(0, 5)],
	[
		"two frames in one message",
		new Uint8Array([...encodeFrame({ type: "abort", id: 1 }), ...encodeFrame({ type: "abort", id: 2 })]),
	],
	["a message beyond the limit", new Uint8Array(100_001)],
])("%s ends the wire, and no frame is handed on", async (_what, message) => {
	const { socket, wire } = await openSocket();
	const frames: Frame[] = [];
	wire.onFrame((frame) => frames.push(frame));
	const ended = new Promise<void>((resolve) => wire.onClose(resolve));
	socket.send(message);
	await ended;
	expect(frames).toEqual([]);
});

test("frames that came before anybody listened are kept in order", async () => {
	const { socket, wire } = await openSocket();
	const sent: Frame[] = Array.from({ length: 20 }, (_, id) => ({ type: "abort", id }));
	for (const frame of sent) socket.send(encodeFrame(frame));
	const ended = new Promise<void>((resolve) => wire.onClose(resolve));
	socket.close();
	await ended;
	const frames: Frame[] = [];
	wire.onFrame((frame) => frames.push(frame));
	expect(frames).toEqual(sent);
});

test("what is sent after the end is dropped without a word", async () => {
	const { wire } = await openSocket();
	wire.close();
	wire.close();
	wire.send({ type: "abort", id: 1 });
	let ends = 0;
	wire.onClose(() => {
		ends += 1;
	});
	expect(ends).toBe(1);
});
