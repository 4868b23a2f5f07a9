import type { QoS } from "../../../../shared/model/message.ts";
import { ByteWriter, encodePacket } from "./byte-writer.ts";
import { encodeProperties } from "./encode-properties.ts";

/** One filter a packet, so that each is granted or refused by itself. [MQTT 5.0: 3.8] */
export function encodeSubscribe(filter: string, qos: QoS, packetId: number, isFive: boolean): Buffer {
	const body = new ByteWriter();
	body.writeUint16(packetId);
	if (isFive) body.writeBytes(encodeProperties({}));
	body.writeString(filter);
	body.writeByte(qos);
	return encodePacket(0x82, body.finish());
}

/** [MQTT 5.0: 3.10] */
export function encodeUnsubscribe(filter: string, packetId: number, isFive: boolean): Buffer {
	const body = new ByteWriter();
	body.writeUint16(packetId);
	if (isFive) body.writeBytes(encodeProperties({}));
	body.writeString(filter);
	return encodePacket(0xa2, body.finish());
}
