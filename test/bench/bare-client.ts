/**
 * The yardstick: the bare `mqtt` client that counts and does nothing else.
 *
 * node bare-client.ts PORT COUNT [COALESCE_MS]
 * Prints "done MS CPU_SECONDS": from the first message to the last. With a delay, what arrives within it is handed over as one
 * chunk: the same read size as the engine's.
 */
import { connect, type Socket } from "node:net";
import { Duplex } from "node:stream";
import { MqttClient } from "mqtt";

const [port = 1883, count = 0, coalesceMs = 0] = process.argv.slice(2).map(Number);

function openStream(): Duplex {
	const socket = connect({ port, host: "127.0.0.1" });
	return coalesceMs === 0 ? socket : coalesce(socket, coalesceMs);
}

/** Handed over after the delay, or as soon as this much has come: the library's parser slows down on chunks much larger. */
const CHUNK_BYTES = 65_536;

function coalesce(socket: Socket, delayMs: number): Duplex {
	let chunks: Buffer[] = [];
	let bytes = 0;
	let timer: NodeJS.Timeout | undefined;
	const duplex = new Duplex({
		read: () => void socket.resume(),
		write: (chunk: Buffer, _encoding, done) => socket.write(chunk, () => done()),
	});
	const flush = () => {
		clearTimeout(timer);
		timer = undefined;
		if (!duplex.push(Buffer.concat(chunks, bytes))) socket.pause();
		chunks = [];
		bytes = 0;
	};
	socket.on("data", (chunk) => {
		chunks.push(chunk);
		bytes += chunk.length;
		if (bytes >= CHUNK_BYTES) flush();
		else timer ??= setTimeout(flush, delayMs);
	});
	return duplex;
}

let received = 0;
let firstAt = 0;
let cpuAtFirst = process.cpuUsage();
const client = new MqttClient(openStream, { protocolVersion: 4, clientId: "bare", reconnectPeriod: 0, log: () => undefined });
client.on("connect", () => client.subscribe("#"));
client.on("message", () => {
	received += 1;
	if (received === 1) {
		firstAt = performance.now();
		cpuAtFirst = process.cpuUsage();
	}
	if (received === count) {
		const cpu = process.cpuUsage(cpuAtFirst);
		process.stdout.write(`done ${performance.now() - firstAt} ${(cpu.user + cpu.system) / 1e6}\n`, () => process.exit(0));
	}
});
