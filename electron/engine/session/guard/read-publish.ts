import type { QoS } from "../../../../shared/model/message.ts";
import type { ByteReader } from "./byte-reader.ts";
import type { InboundPublish } from "./packets.ts";
import { readProperties } from "./read-properties.ts";
import type { TopicAliases } from "./topic-aliases.ts";
import type { TopicReader } from "./topic-reader.ts";
import { refuseMalformed, refuseProtocol } from "./violation.ts";

/** Reads a PUBLISH whose fixed header ends at `from`. `first` is the header's first byte. */
export function readPublish(
	bytes: Buffer,
	first: number,
	from: number,
	end: number,
	isFive: boolean,
	topics: TopicReader,
	aliases: TopicAliases,
	reader: ByteReader,
): InboundPublish {
	const qos = readQos(first);
	const dup = (first & 0x08) !== 0;
	const topicFrom = from + 2;
	const topicEnd = topicFrom + (((bytes[from] ?? 0) << 8) | (bytes[from + 1] ?? 0));
	const afterId = qos === 0 ? topicEnd : topicEnd + 2;
	if (afterId > end) refuseMalformed("PUBLISH: a field reaches beyond the packet's end [MQTT 2.2.3]");
	let packetId = 0;
	if (qos !== 0) {
		packetId = ((bytes[topicEnd] ?? 0) << 8) | (bytes[topicEnd + 1] ?? 0);
		if (packetId === 0) refuseProtocol("PUBLISH: packet identifier 0 [MQTT-2.2.1-3; 3.1.1: MQTT-2.3.1-1]");
	}
	let payloadFrom = afterId;
	let properties: InboundPublish["properties"];
	if (isFive) {
		reader.open(bytes, afterId, end, "PUBLISH");
		const read = readProperties(reader, "PUBLISH");
		payloadFrom = reader.at;
		if (read !== null) properties = read;
	}
	const alias = properties?.topicAlias;
	if (topicEnd === topicFrom && alias === undefined) {
		if (isFive) refuseProtocol("PUBLISH: no topic name and no topic alias [MQTT 5.0: 3.3.2.1]");
		refuseMalformed("PUBLISH: an empty topic name [MQTT-4.7.3-1]");
	}
	const named = topicEnd === topicFrom ? "" : topics.read(bytes, topicFrom, topicEnd);
	const topic = alias === undefined ? named : aliases.resolve(alias, named);
	const payload = bytes.subarray(payloadFrom, end);
	return { topic, payload, qos, retain: (first & 0x01) !== 0, dup, packetId, properties };
}

function readQos(first: number): QoS {
	switch (first & 0x06) {
		case 0x00:
			if ((first & 0x08) !== 0) refuseMalformed("PUBLISH: DUP with QoS 0 [MQTT-3.3.1-2]");
			return 0;
		case 0x02:
			return 1;
		case 0x04:
			return 2;
		default:
			return refuseMalformed("PUBLISH: QoS 3 [MQTT-3.3.1-4]");
	}
}
