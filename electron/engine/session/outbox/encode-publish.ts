import mqttPacket, { type IPublishPacket } from "mqtt-packet";
import type { MqttVersion } from "../../../../shared/model/connection.ts";
import type { MessageProperties } from "../../../../shared/model/message.ts";
import type { PublishDraft } from "./publish-draft.ts";

/** The bytes of a PUBLISH. `packetId` means nothing with QoS 0. Properties are for 5 alone. */
export function encodePublish(draft: PublishDraft, version: MqttVersion, packetId: number, dup: boolean): Buffer {
	const isFive = version === "5.0";
	const properties = isFive ? selectWireProperties(draft.properties) : undefined;
	const packet: IPublishPacket = {
		cmd: "publish",
		topic: draft.topic,
		payload: asBuffer(draft.payload),
		qos: draft.qos,
		dup,
		retain: draft.retain,
		messageId: packetId,
		...(properties === undefined ? {} : { properties }),
	};
	return mqttPacket.generate(packet, { protocolVersion: isFive ? 5 : 4 });
}

type WireProperties = NonNullable<IPublishPacket["properties"]>;

/** undefined = there are none; the encoder refuses an empty list. */
function selectWireProperties(properties: MessageProperties): WireProperties | undefined {
	const wire: WireProperties = {};
	if (properties.payloadIsUtf8 !== undefined) wire.payloadFormatIndicator = properties.payloadIsUtf8;
	if (properties.messageExpirySeconds !== undefined) wire.messageExpiryInterval = properties.messageExpirySeconds;
	if (properties.topicAlias !== undefined) wire.topicAlias = properties.topicAlias;
	if (properties.responseTopic !== undefined) wire.responseTopic = properties.responseTopic;
	if (properties.correlationData !== undefined) wire.correlationData = asBuffer(properties.correlationData);
	if (properties.contentType !== undefined) wire.contentType = properties.contentType;
	if (properties.userProperties !== undefined && properties.userProperties.length > 0) {
		// One object a pair keeps their order, which a single object with the keys would not. The encoder takes such a list, its
		// declaration does not know of it.
		const pairs = properties.userProperties.map(({ key, value }) => ({ [key]: value }));
		Object.assign(wire, { userProperties: pairs });
	}
	return Object.keys(wire).length === 0 ? undefined : wire;
}

function asBuffer(bytes: Uint8Array): Buffer {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
