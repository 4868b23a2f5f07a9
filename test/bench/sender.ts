/**
 * A broker that can only send: it answers CONNECT and SUBSCRIBE, then writes prebuilt PUBLISH packets as fast as the socket takes
 * them. So that a receiver's figure is the receiver's, nothing is encoded while it is measured.
 *
 * node sender.ts --count N --bytes 120 --qos 0 --rate 0
 * Prints "port N" when it listens, "begin T" and "end T" (milliseconds since the epoch) around each flood.
 */
import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";

const { values } = parseArgs({
	options: { count: { type: "string" }, bytes: { type: "string" }, rate: { type: "string" }, topics: { type: "string" } },
});
const count = Number(values.count ?? 1_000_000);
const payloadBytes = Number(values.bytes ?? 120);
/** Messages a second; 0 = as fast as they go. */
const rate = Number(values.rate ?? 0);
const topics = Number(values.topics ?? 10);
const BLOCK = 1000;

function encodePublish(topic: string, payload: Buffer, version: number): Buffer {
	const name = Buffer.from(topic);
	const bodyBytes = 2 + name.length + (version === 5 ? 1 : 0) + payload.length;
	const length: number[] = [];
	for (let rest = bodyBytes; ; rest >>= 7) {
		length.push(rest > 127 ? (rest & 127) | 128 : rest);
		if (rest <= 127) break;
	}
	const head = Buffer.from([0x30, ...length, name.length >> 8, name.length & 255]);
	return Buffer.concat([head, name, version === 5 ? Buffer.from([0]) : Buffer.alloc(0), payload]);
}

function buildBlock(version: number): Buffer {
	const packets = Array.from({ length: BLOCK }, (_, index) =>
		encodePublish(
			`bench/device-${index % topics}/state`,
			Buffer.alloc(payloadBytes, `{"n":${index},"value":21.5,"unit":"C"}`),
			version,
		),
	);
	return Buffer.concat(packets);
}

async function flood(socket: Socket, version: number): Promise<void> {
	const block = buildBlock(version);
	const began = Date.now();
	process.stdout.write(`begin ${began}\n`);
	for (let sent = 0; sent < count && !socket.destroyed; sent += BLOCK) {
		if (!socket.write(block)) await Promise.race([once(socket, "drain"), once(socket, "close")]);
		const aheadMs = rate === 0 ? 0 : (sent / rate) * 1000 - (Date.now() - began);
		if (aheadMs > 2) await delay(aheadMs);
	}
	process.stdout.write(`end ${Date.now()}\n`);
}

function serve(socket: Socket): void {
	let version = 4;
	socket.setNoDelay(true);
	socket.on("error", () => socket.destroy());
	let rest = Buffer.alloc(0);
	socket.on("data", (chunk) => {
		rest = Buffer.concat([rest, chunk]);
		for (let packet = takePacket(rest); packet !== null; packet = takePacket(rest)) {
			rest = rest.subarray(packet.bytes);
			answer(packet.type, packet.body);
		}
	});

	function answer(type: number, body: Buffer): void {
		if (type === 1) {
			version = body[6] ?? 4;
			socket.write(version === 5 ? Buffer.from([0x20, 3, 0, 0, 0]) : Buffer.from([0x20, 2, 0, 0]));
		} else if (type === 8) {
			const granted = version === 5 ? [0, 0] : [0];
			socket.write(Buffer.concat([Buffer.from([0x90, 2 + granted.length]), body.subarray(0, 2), Buffer.from(granted)]));
			flood(socket, version).catch(() => socket.destroy());
		} else if (type === 12) {
			socket.write(Buffer.from([0xd0, 0]));
		} else if (type === 14) {
			socket.end();
		}
	}
}

/** The first packet of the bytes, or null where it is not whole yet. */
function takePacket(bytes: Buffer): { readonly type: number; readonly body: Buffer; readonly bytes: number } | null {
	let length = 0;
	for (let at = 1; at < bytes.length && at <= 4; at += 1) {
		const byte = bytes[at] ?? 0;
		length |= (byte & 127) << (7 * (at - 1));
		if (byte >= 128) continue;
		const end = at + 1 + length;
		return end > bytes.length ? null : { type: (bytes[0] ?? 0) >> 4, body: bytes.subarray(at + 1, end), bytes: end };
	}
	return null;
}

const server = createServer(serve);
server.listen(0, "127.0.0.1", () => {
	const address = server.address();
	process.stdout.write(`port ${typeof address === "object" && address !== null ? address.port : 0}\n`);
});
