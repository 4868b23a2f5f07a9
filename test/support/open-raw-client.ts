/** A client that says exactly what the test tells it to, packets or plain bytes, and keeps every packet that comes back. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import mqttPacket, { type IConnectPacket, type Packet } from "mqtt-packet";

export interface RawClient {
	readonly socket: Socket;
	readonly packets: readonly Packet[];
	readonly isClosed: boolean;
	send(packet: Packet): void;
	/** The first packet, from `from` on, for which this holds. Rejects after the limit, or when the connection ends before. */
	waitFor<Kind extends Packet["cmd"]>(
		kind: Kind,
		holds?: (packet: Extract<Packet, { cmd: Kind }>) => boolean,
		limitMs?: number,
	): Promise<Extract<Packet, { cmd: Kind }>>;
	waitForClose(limitMs?: number): Promise<void>;
	/** Cuts the socket, without a word. */
	cut(): void;
}

export async function openRawClient(port: number, version: 3 | 4 | 5 = 5): Promise<RawClient> {
	const socket = connect(port, "127.0.0.1");
	const packets: Packet[] = [];
	const listeners = new Set<() => void>();
	let isClosed = false;
	const tell = () => {
		for (const listener of [...listeners]) listener();
	};
	const parser = mqttPacket.parser({ protocolVersion: version });
	parser.on("packet", (packet) => {
		packets.push(packet);
		tell();
	});
	socket.on("data", (chunk) => parser.parse(chunk));
	socket.on("error", () => {});
	socket.once("close", () => {
		isClosed = true;
		tell();
	});
	await once(socket, "connect");

	const waitUntil = (isDone: () => boolean, what: string, limitMs: number) =>
		new Promise<void>((resolve, reject) => {
			const finish = (settle: () => void) => {
				clearTimeout(limit);
				listeners.delete(look);
				settle();
			};
			const look = () => {
				if (isDone()) finish(resolve);
				else if (isClosed) finish(() => reject(new Error(`closed before ${what}`)));
			};
			const limit = setTimeout(() => finish(() => reject(new Error(`no ${what} within ${limitMs} ms`))), limitMs);
			listeners.add(look);
			look();
		});

	return {
		socket,
		packets,
		get isClosed() {
			return isClosed;
		},
		send: (packet) => void socket.write(mqttPacket.generate(packet, { protocolVersion: version })),
		async waitFor(kind, holds = () => true, limitMs = 5000) {
			type Wanted = Extract<Packet, { cmd: typeof kind }>;
			const find = () => packets.find((packet): packet is Wanted => packet.cmd === kind && holds(packet as Wanted));
			await waitUntil(() => find() !== undefined, kind, limitMs);
			return find() as Wanted;
		},
		waitForClose: (limitMs = 5000) => waitUntil(() => isClosed, "close", limitMs),
		cut: () => socket.destroy(),
	};
}

/** Logged in with this id; clean unless told otherwise. */
export async function connectRawClient(
	port: number,
	clientId: string,
	version: 3 | 4 | 5 = 5,
	more: Partial<IConnectPacket> = {},
): Promise<RawClient> {
	const client = await openRawClient(port, version);
	const protocolId = version === 3 ? "MQIsdp" : "MQTT";
	client.send({ cmd: "connect", protocolId, protocolVersion: version, clean: true, clientId, keepalive: 0, ...more });
	await client.waitFor("connack");
	return client;
}
