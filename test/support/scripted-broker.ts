/**
 * A broker that says exactly the bytes it is told to, and keeps what it hears: for everything a real one would never do. Its end of
 * each connection is in the test's hands.
 */
import { createServer, type Server, type Socket } from "node:net";
import mqttPacket, { type Packet } from "mqtt-packet";

export interface ScriptedConnection {
	readonly socket: Socket;
	/** What came, decoded, in order. */
	readonly packets: readonly Packet[];
	readonly isClosed: boolean;
	/** Hexadecimal, blanks allowed: `20 02 00 00`. */
	send(hex: string): void;
	/** The first packet of this kind that `skip` others of it do not come before. Rejects after the limit or at the end. */
	waitFor<Kind extends Packet["cmd"]>(kind: Kind, skip?: number, limitMs?: number): Promise<Extract<Packet, { cmd: Kind }>>;
	waitForClose(limitMs?: number): Promise<void>;
}

export interface ScriptedBroker {
	readonly host: string;
	readonly port: number;
	readonly connections: readonly ScriptedConnection[];
	/** The connection with this number, from 0; waits for it. */
	waitForConnection(index?: number, limitMs?: number): Promise<ScriptedConnection>;
	close(): Promise<void>;
}

export interface ScriptedBrokerOptions {
	readonly version?: 4 | 5;
	/** Said to each connection as soon as it is there. */
	readonly greeting?: string;
	/** Said in answer to CONNECT. */
	readonly onConnect?: string;
	readonly onConnection?: (connection: ScriptedConnection, index: number) => void;
}

export const CONNACK_4 = "20 02 00 00";
export const CONNACK_5 = "20 03 00 00 00";

export function readHex(hex: string): Buffer {
	return Buffer.from(hex.replaceAll(/\s/g, ""), "hex");
}

export async function startScriptedBroker(options: ScriptedBrokerOptions = {}): Promise<ScriptedBroker> {
	const connections: ScriptedConnection[] = [];
	const watchers = new Set<() => void>();
	const tell = () => {
		for (const watch of [...watchers]) watch();
	};
	const server = createServer((socket) => {
		const connection = wrap(socket, options, tell, watchers);
		connections.push(connection);
		options.onConnection?.(connection, connections.length - 1);
		tell();
	});
	const port = await listen(server);
	return {
		host: "127.0.0.1",
		port,
		connections,
		waitForConnection: async (index = 0, limitMs = 5000) => {
			await waitUntil(watchers, () => connections.length > index, `connection ${index}`, limitMs);
			const connection = connections[index];
			if (connection === undefined) throw new Error("a connection that was there");
			return connection;
		},
		close: () =>
			new Promise((resolve) => {
				for (const { socket } of connections) socket.destroy();
				server.close(() => resolve());
			}),
	};
}

function wrap(socket: Socket, options: ScriptedBrokerOptions, tell: () => void, watchers: Set<() => void>): ScriptedConnection {
	const packets: Packet[] = [];
	let isClosed = false;
	const parser = mqttPacket.parser({ protocolVersion: options.version ?? 5 });
	parser.on("packet", (packet) => {
		packets.push(packet);
		if (packet.cmd === "connect" && options.onConnect !== undefined) connection.send(options.onConnect);
		tell();
	});
	parser.on("error", () => {});
	socket.setNoDelay(true);
	socket.on("data", (chunk) => parser.parse(chunk));
	socket.on("error", () => {});
	socket.once("close", () => {
		isClosed = true;
		tell();
	});
	const connection: ScriptedConnection = {
		socket,
		packets,
		get isClosed() {
			return isClosed;
		},
		send: (hex) => void socket.write(readHex(hex)),
		waitFor: async (kind, skip = 0, limitMs = 5000) => {
			type Wanted = Extract<Packet, { cmd: typeof kind }>;
			const find = () => packets.filter((packet): packet is Wanted => packet.cmd === kind)[skip];
			await waitUntil(watchers, () => find() !== undefined || isClosed, `${kind} ${skip}`, limitMs);
			const found = find();
			if (found === undefined) throw new Error(`closed before ${kind} ${skip}`);
			return found;
		},
		waitForClose: (limitMs = 5000) => waitUntil(watchers, () => isClosed, "close", limitMs),
	};
	if (options.greeting !== undefined) connection.send(options.greeting);
	return connection;
}

function listen(server: Server): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			if (address === null || typeof address === "string") reject(new Error("a TCP server has a port"));
			else resolve(address.port);
		});
	});
}

function waitUntil(watchers: Set<() => void>, holds: () => boolean, what: string, limitMs: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const finish = (settle: () => void) => {
			clearTimeout(limit);
			watchers.delete(look);
			settle();
		};
		const look = () => {
			if (holds()) finish(resolve);
		};
		const limit = setTimeout(() => finish(() => reject(new Error(`no ${what} within ${limitMs} ms`))), limitMs);
		watchers.add(look);
		look();
	});
}
