import { ByteWriter, encodePacket } from "./byte-writer.ts";
import { encodeProperties } from "./encode-properties.ts";

const CONTINUE = 0x18;

/** AUTH, continuing an exchange. [MQTT 5.0: 3.15] */
export function encodeAuth(method: string, data: Uint8Array | undefined): Buffer {
	const body = new ByteWriter();
	body.writeByte(CONTINUE);
	body.writeBytes(encodeProperties({ authenticationMethod: method, authenticationData: data }));
	return encodePacket(0xf0, body.finish());
}
