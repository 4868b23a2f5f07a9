import { generate } from "mqtt-packet";
import { describe, expect, it } from "vitest";
import { encodePublish } from "../../../../electron/engine/session/outbox/encode-publish.ts";
import { countPacketBytes } from "../../../../renderer/actions/packet-bytes.ts";
import type { MessageProperties } from "../../../../shared/model/message.ts";

describe("the size of a packet", () => {
	it("is the number of bytes that carry it, for each version, QoS and length of its length", () => {
		for (const version of ["3.1.1", "5.0"] as const) {
			for (const qos of [0, 1, 2] as const) {
				for (const payloadBytes of [0, 110, 120, 130, 16_300, 16_400, 2_097_100, 2_097_160]) {
					const topic = "温度/a";
					const packet = { cmd: "publish", topic, payload: Buffer.alloc(payloadBytes), qos, retain: false, dup: false } as const;
					const options = { protocolVersion: version === "5.0" ? 5 : 4 };
					const written = generate({ ...packet, ...(qos === 0 ? {} : { messageId: 1 }) }, options);
					expect(countPacketBytes({ topic, payloadBytes, qos, version, properties: {} })).toBe(written.byteLength);
				}
			}
		}
	});

	it("counts every property as the packet carries it", () => {
		const properties: MessageProperties = {
			payloadIsUtf8: true,
			messageExpirySeconds: 5,
			topicAlias: 2,
			responseTopic: "温/r",
			correlationData: new Uint8Array(200),
			contentType: "text/plain",
			userProperties: [
				{ key: "k", value: "1" },
				{ key: "k", value: "温" },
			],
		};
		const draft = { topic: "t", payload: new Uint8Array(10), qos: 1, retain: false, properties } as const;
		const written = encodePublish(draft, "5.0", 1, false);
		expect(countPacketBytes({ topic: "t", payloadBytes: 10, qos: 1, version: "5.0", properties })).toBe(written.byteLength);
	});
});
