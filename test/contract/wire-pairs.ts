/** Each kind of wire as a joined pair, as the two hosts join them, so that one suite can be run over all. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type MainPort, openPortWire as openMainPortWire } from "../../electron/desktop/port-wire.ts";
import { openSocketWire as openServerSocketWire } from "../../electron/web/socket-wire.ts";
import { acceptWebSockets } from "../../electron/websocket/accept-websockets.ts";
import { openPortWire } from "../../renderer/host/port-wire.ts";
import { openSocketWire } from "../../renderer/host/socket-wire.ts";
import { createMemoryWires } from "../../shared/link/create-memory-wires.ts";
import { MAXIMUM_FRAME_BYTES } from "../../shared/link/frame-codec.ts";
import type { Wire } from "../../shared/link/wire.ts";

export interface WirePair {
	readonly page: Wire;
	readonly engine: Wire;
	dispose(): void;
}

export interface WireKind {
	readonly name: string;
	open(): Promise<WirePair>;
}

export const WIRE_KINDS: readonly WireKind[] = [
	{ name: "memory", open: openMemoryPair },
	{ name: "MessagePort", open: openPortPair },
	{ name: "WebSocket", open: openSocketPair },
];

function closeBoth(page: Wire, engine: Wire): void {
	page.close();
	engine.close();
}

function openMemoryPair(): Promise<WirePair> {
	const [page, engine] = createMemoryWires();
	return Promise.resolve({ page, engine, dispose: () => closeBoth(page, engine) });
}

function openPortPair(): Promise<WirePair> {
	const channel = new MessageChannel();
	const page = openPortWire(channel.port1);
	const engine = openMainPortWire(asMainPort(channel.port2));
	return Promise.resolve({ page, engine, dispose: () => closeBoth(page, engine) });
}

/** Electron's port differs from the page's in its events: the message is inside an event that is emitted the Node way. */
function asMainPort(port: MessagePort): MainPort {
	return {
		on: (event: string, listener: (event: { readonly data: unknown }) => void) =>
			port.addEventListener(event, (message) => listener({ data: "data" in message ? message.data : undefined })),
		start: () => port.start(),
		postMessage: (message) => port.postMessage(message),
		close: () => port.close(),
	};
}

async function openSocketPair(): Promise<WirePair> {
	const accepted = Promise.withResolvers<Wire>();
	const server = createServer();
	const sockets = acceptWebSockets(server, {
		guard: () => null,
		selectSubprotocol: (offered) => (offered.has("parley") ? "parley" : null),
		maximumMessageBytes: MAXIMUM_FRAME_BYTES,
		onSocket: (socket) => accepted.resolve(openServerSocketWire(socket)),
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const page = await openSocketWire(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/link`, ["parley"]);
	if (page === null) throw new Error("the WebSocket did not open");
	const engine = await accepted.promise;
	const dispose = () => {
		closeBoth(page, engine);
		sockets.close();
		server.close();
	};
	return { page, engine, dispose };
}
