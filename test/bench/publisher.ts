/**
 * A client that publishes at a given rate, each payload carrying its number and the moment it was written, so that whoever reads it
 * can tell how old it is. Raw MQTT 3.1.1, QoS 0.
 *
 * node publisher.ts --port N --count N --rate N --bytes 120
 * Prints "begin T", "end T".
 */
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import { generate } from "mqtt-packet";

const { values } = parseArgs({
	options: { port: { type: "string" }, count: { type: "string" }, rate: { type: "string" }, bytes: { type: "string" } },
});
const count = Number(values.count ?? 100_000);
/** Messages a second; 0 = as fast as the broker takes them. */
const rate = Number(values.rate ?? 20_000);
const payloadBytes = Number(values.bytes ?? 120);
const TOPICS = 10;
const SLICE_MS = 10;

const heads = Array.from({ length: TOPICS }, (_, index) => {
	const topic = Buffer.from(`bench/device-${index}/state`);
	const length = 2 + topic.length + payloadBytes;
	return Buffer.concat([Buffer.from([0x30, (length & 127) | 128, length >> 7, 0, topic.length]), topic]);
});

/** `count` packets, numbered from `first`, all of this moment. */
function encodeSlice(first: number, many: number): Buffer {
	const at = Date.now();
	const parts: Buffer[] = [];
	for (let number = first; number < first + many; number += 1) {
		const payload = Buffer.alloc(payloadBytes, 32);
		payload.write(`{"n":${number},"t":${at},"unit":"C"`, "latin1");
		payload[payloadBytes - 1] = 125;
		parts.push(heads[number % TOPICS] ?? Buffer.alloc(0), payload);
	}
	return Buffer.concat(parts);
}

const socket = connect({ port: Number(values.port), host: "127.0.0.1", noDelay: true });
socket.write(
	generate({
		cmd: "connect",
		clientId: `bench-${process.pid}`,
		protocolId: "MQTT",
		protocolVersion: 4,
		clean: true,
		keepalive: 0,
	}),
);
await once(socket, "data");

const began = Date.now();
process.stdout.write(`begin ${began}\n`);
for (let sent = 0; sent < count; ) {
	const due = rate === 0 ? sent + 1000 : Math.floor(((Date.now() - began + SLICE_MS) * rate) / 1000);
	const many = Math.min(count, due) - sent;
	if (many > 0) {
		if (!socket.write(encodeSlice(sent, many))) await once(socket, "drain");
		sent += many;
	}
	if (rate !== 0) await delay(SLICE_MS);
}
process.stdout.write(`end ${Date.now()}\n`);
socket.end(generate({ cmd: "disconnect" }));
