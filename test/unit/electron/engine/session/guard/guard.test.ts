import { describe, expect, test } from "vitest";
import { createGuard, type Guard, LARGEST_PACKET_BYTES } from "../../../../../../electron/engine/session/guard/create-guard.ts";
import type { InboundPacket, InboundPublish } from "../../../../../../electron/engine/session/guard/packets.ts";
import { CONNACK_4, CONNACK_5, readHex } from "../../../../../support/scripted-broker.ts";
import { FORBIDDEN_AFTER_CONNACK, FORBIDDEN_FIRST } from "./forbidden-packets.ts";

interface Watched {
	readonly guard: Guard;
	readonly packets: InboundPacket[];
	readonly publishes: InboundPublish[];
}

function watch(version: 4 | 5, maximumPacketBytes = LARGEST_PACKET_BYTES): Watched {
	const packets: InboundPacket[] = [];
	const publishes: InboundPublish[] = [];
	const guard = createGuard({
		isFive: version === 5,
		maximumPacketBytes,
		authenticates: false,
		topicAliasMaximum: 0,
		isTerse: false,
		onPublish: (publish) => publishes.push({ ...publish, payload: new Uint8Array(publish.payload) }),
		onPacket: (packet) => packets.push(packet),
	});
	return { guard, packets, publishes };
}

function readConnack(version: 4 | 5): Buffer {
	return readHex(version === 5 ? CONNACK_5 : CONNACK_4);
}

const AFTER = FORBIDDEN_AFTER_CONNACK.flatMap((one) => one.versions.map((version) => ({ ...one, version })));
const FIRST = FORBIDDEN_FIRST.flatMap((one) => one.versions.map((version) => ({ ...one, version })));

describe("what a broker may not send", () => {
	test.each(AFTER)("after CONNACK: $name is refused on $version", ({ hex, version, code }) => {
		for (const size of [1, 3, 1000]) {
			const { guard, publishes } = watch(version);
			const bytes = Buffer.concat([readConnack(version), readHex(hex)]);
			const answers = split(bytes, size).map((chunk) => guard.write(chunk));
			expect(answers.find((answer) => answer !== null)?.reasonCode, `in pieces of ${size}`).toBe(code);
			expect(publishes).toEqual([]);
		}
	});

	test.each(FIRST)("first: $name is refused on $version", ({ hex, version, code }) => {
		const { guard, packets } = watch(version);
		const violation = guard.write(readHex(hex));
		expect(violation?.reasonCode).toBe(code);
		expect(violation?.message).toMatch(/\[MQTT/);
		expect(packets).toEqual([]);
	});

	test("a packet announced larger than allowed is refused at its header", () => {
		const { guard } = watch(5, 1000);
		expect(guard.write(readConnack(5))).toBeNull();
		expect(guard.write(readHex("30 e6 07"))?.reasonCode).toBe(0x95);
	});

	test("nothing after a refusal is read", () => {
		const { guard, publishes } = watch(4);
		expect(guard.write(readHex(`${CONNACK_4} 00 00 30 04 00 01 61 00`))?.reasonCode).toBe(0x81);
		expect(guard.write(readHex("30 04 00 01 61 00"))).toBeNull();
		expect(publishes).toEqual([]);
	});
});

describe("what a broker may send", () => {
	test("a publish with every property is read as it was written", () => {
		const properties =
			"01 01 02 00 00 00 0a 03 00 01 63 08 00 01 72 09 00 02 00 ff 0b 01 0b 80 01 26 00 01 6b 00 01 31 26 00 01 6b 00 01 32";
		const length = readHex(properties).length;
		const body = `00 02 74 c3 00 07 ${length.toString(16)} ${properties} 68 69`.replace("00 02 74 c3", "00 03 74 c3 bc");
		const { guard, publishes } = watch(5);
		guard.write(readConnack(5));
		expect(guard.write(Buffer.concat([Buffer.from([0x3d, readHex(body).length]), readHex(body)]))).toBeNull();
		expect(publishes).toEqual([
			{
				topic: "tü",
				payload: new Uint8Array([0x68, 0x69]),
				qos: 2,
				retain: true,
				dup: true,
				packetId: 7,
				properties: {
					payloadIsUtf8: true,
					messageExpirySeconds: 10,
					contentType: "c",
					responseTopic: "r",
					correlationData: new Uint8Array([0, 255]),
					subscriptionIdentifiers: [1, 128],
					userProperties: [
						{ key: "k", value: "1" },
						{ key: "k", value: "2" },
					],
				},
			},
		]);
	});

	test.each([1, 2, 7, 64, 4096])("packets are the same in pieces of %i bytes", (size) => {
		const messages = Array.from({ length: 200 }, (_, index) =>
			encodePublish(`topic/${index % 7}`, Buffer.alloc(index * 3, index)),
		);
		const { guard, publishes } = watch(4);
		for (const chunk of split(Buffer.concat([readConnack(4), ...messages]), size)) expect(guard.write(chunk)).toBeNull();
		expect(publishes.map(({ topic, payload }) => [topic, payload.length, payload[0]])).toEqual(
			messages.map((_, index) => [`topic/${index % 7}`, index * 3, index === 0 ? undefined : index]),
		);
	});

	test("a partial packet takes memory for what has come, not for what was announced", () => {
		const guards = Array.from({ length: 50 }, () => watch(4).guard);
		const before = process.memoryUsage().arrayBuffers;
		for (const guard of guards) {
			guard.write(readConnack(4));
			// 268,435,455 bytes announced, a few sent.
			guard.write(readHex("30 ff ff ff 7f 00 01 61"));
		}
		expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
	});

	test("a server of 3.1.1 that refuses version 5 in its own words is understood", () => {
		const { guard, packets } = watch(5);
		expect(guard.write(readHex("20 02 00 01"))).toBeNull();
		expect(packets).toMatchObject([{ name: "CONNACK", reasonCode: 0x84 }]);
	});

	test("noise of any kind ends in a refusal or waits for more, and never throws", () => {
		let state = 1;
		const random = () => {
			state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
			return state / 2 ** 32;
		};
		for (let round = 0; round < 20_000; round++) {
			const version = round % 2 === 0 ? 4 : 5;
			const { guard } = watch(version);
			guard.write(readConnack(version));
			const base = FORBIDDEN_AFTER_CONNACK[round % FORBIDDEN_AFTER_CONNACK.length];
			const bytes = readHex(base?.hex ?? "");
			for (let change = 0; change < 3; change++) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
			expect(() => guard.write(bytes)).not.toThrow();
		}
	});
});

function split(bytes: Buffer, size: number): Buffer[] {
	return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
}

function encodePublish(topic: string, payload: Buffer): Buffer {
	const length = 2 + topic.length + payload.length;
	const head = length < 128 ? [length] : [(length & 127) | 128, length >> 7];
	return Buffer.concat([Buffer.from([0x30, ...head, 0, topic.length]), Buffer.from(topic), payload]);
}
