/** The property block of what a client sends, its length included. Absent = not sent. [MQTT 5.0: 2.2.2] */
import type { UserProperty } from "../../../../shared/model/message.ts";
import { ByteWriter } from "./byte-writer.ts";

export interface ClientProperties {
	readonly payloadIsUtf8?: boolean | undefined;
	readonly messageExpirySeconds?: number | undefined;
	readonly contentType?: string | undefined;
	readonly responseTopic?: string | undefined;
	readonly correlationData?: Uint8Array | undefined;
	readonly subscriptionIdentifier?: number | undefined;
	readonly sessionExpirySeconds?: number | undefined;
	readonly authenticationMethod?: string | undefined;
	readonly authenticationData?: Uint8Array | undefined;
	readonly requestProblemInformation?: boolean | undefined;
	readonly willDelaySeconds?: number | undefined;
	readonly requestResponseInformation?: boolean | undefined;
	readonly receiveMaximum?: number | undefined;
	readonly topicAliasMaximum?: number | undefined;
	readonly maximumPacketBytes?: number | undefined;
	/** In this order; a key may repeat. */
	readonly userProperties?: readonly UserProperty[] | undefined;
}

const USER_PROPERTY = 0x26;

const IDENTIFIERS = {
	payloadIsUtf8: [0x01, "flag"],
	messageExpirySeconds: [0x02, "uint32"],
	contentType: [0x03, "string"],
	responseTopic: [0x08, "string"],
	correlationData: [0x09, "binary"],
	subscriptionIdentifier: [0x0b, "variable"],
	sessionExpirySeconds: [0x11, "uint32"],
	authenticationMethod: [0x15, "string"],
	authenticationData: [0x16, "binary"],
	requestProblemInformation: [0x17, "flag"],
	willDelaySeconds: [0x18, "uint32"],
	requestResponseInformation: [0x19, "flag"],
	receiveMaximum: [0x21, "uint16"],
	topicAliasMaximum: [0x22, "uint16"],
	maximumPacketBytes: [0x27, "uint32"],
} as const satisfies Record<Exclude<keyof ClientProperties, "userProperties">, readonly [number, string]>;

type Kind = (typeof IDENTIFIERS)[keyof typeof IDENTIFIERS][1];

export function encodeProperties(properties: ClientProperties): Buffer {
	const block = new ByteWriter();
	for (const [name, [identifier, kind]] of Object.entries(IDENTIFIERS)) {
		const value = properties[name as keyof typeof IDENTIFIERS];
		if (value === undefined) continue;
		block.writeByte(identifier);
		writeValue(block, kind, value);
	}
	for (const { key, value } of properties.userProperties ?? []) {
		block.writeByte(USER_PROPERTY);
		block.writeString(key);
		block.writeString(value);
	}
	const bytes = block.finish();
	const whole = new ByteWriter();
	whole.writeVariableInteger(bytes.byteLength);
	whole.writeBytes(bytes);
	return whole.finish();
}

function writeValue(writer: ByteWriter, kind: Kind, value: boolean | number | string | Uint8Array): void {
	if (typeof value === "string") writer.writeString(value);
	else if (typeof value === "boolean") writer.writeByte(value ? 1 : 0);
	else if (typeof value !== "number") writer.writeBinary(value);
	else if (kind === "uint32") writer.writeUint32(value);
	else if (kind === "uint16") writer.writeUint16(value);
	else writer.writeVariableInteger(value);
}
