/**
 * The yardstick: the bare `mqtt` client that counts and does nothing else.
 *
 * node bare-client.ts PORT COUNT [COALESCE_MS]
 * Prints "done MS CPU_SECONDS": from the first message to the last. With a delay, each read waits that long for the one
 * before it: the same read size as the engine's.
 */
import { connect, type Socket } from "node:net";
import { Duplex } from "node:stream";
import { MqttClient } from "mqtt";

const [port = 1883, count = 0, coalesceMs = 0] = process.argv.slice(2).map(Number);

function openStream(): Duplex {
	const socket = connect({ port, host: "127.0.0.1" });
	return coalesceMs === 0 ? socket : coalesce(socket, coalesceMs);
}

/**
 * After each read the next waits, so that the kernel gathers what comes meanwhile. Gathering it here instead, read by small read, would
 * save the parser's calls and pay for every read all the same.
 */
function coalesce(socket: Socket, delayMs: number): Duplex {
	const duplex = new Duplex({
		read: () => {},
		write: (chunk: Buffer, _encoding, done) => socket.write(chunk, () => done()),
	});
	socket.on("data", (chunk) => {
		duplex.push(chunk);
		socket.pause();
		setTimeout(() => socket.resume(), delayMs);
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
