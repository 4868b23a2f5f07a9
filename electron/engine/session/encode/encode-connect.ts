import type { ConnectionProfile, LastWill } from "../../../../shared/model/connection.ts";
import { ByteWriter, encodePacket } from "./byte-writer.ts";
import { encodeProperties } from "./encode-properties.ts";

const LEVEL = { "3.1": 3, "3.1.1": 4, "5.0": 5 } as const;

const CLEAN_START = 0x02;
const WILL = 0x04;
const WILL_RETAIN = 0x20;
const PASSWORD = 0x40;
const USERNAME = 0x80;

/** Everything of a profile that goes into CONNECT. What a version cannot carry is left out. [MQTT 5.0: 3.1] */
export function encodeConnect(profile: ConnectionProfile, password: string | null): Buffer {
	const { version, username, will } = profile;
	const isFive = version === "5.0";
	const body = new ByteWriter();
	// On 3.1 the protocol has another name. [MQTT 3.1: 3.1]
	body.writeString(version === "3.1" ? "MQIsdp" : "MQTT");
	body.writeByte(LEVEL[version]);
	// Only 5 allows a password alone. [MQTT-3.1.2-22 of 3.1.1]
	const hasUsername = username !== "" || (password !== null && !isFive);
	body.writeByte(
		(profile.cleanStart ? CLEAN_START : 0) |
			(will === null ? 0 : WILL | (will.qos << 3) | (will.retain ? WILL_RETAIN : 0)) |
			(password === null ? 0 : PASSWORD) |
			(hasUsername ? USERNAME : 0),
	);
	body.writeUint16(profile.keepAliveSeconds);
	if (isFive) body.writeBytes(encodeConnectProperties(profile));
	body.writeString(profile.clientId);
	if (will !== null) {
		if (isFive) body.writeBytes(encodeWillProperties(will));
		body.writeString(will.topic);
		body.writeBinary(will.payload);
	}
	if (hasUsername) body.writeString(username);
	if (password !== null) body.writeString(password);
	return encodePacket(0x10, body.finish());
}

function encodeConnectProperties({ sessionExpirySeconds, properties }: ConnectionProfile): Buffer {
	return encodeProperties({
		sessionExpirySeconds: sessionExpirySeconds === 0 ? undefined : sessionExpirySeconds,
		receiveMaximum: properties.receiveMaximum ?? undefined,
		maximumPacketBytes: properties.maximumPacketBytes ?? undefined,
		topicAliasMaximum: properties.topicAliasMaximum ?? undefined,
		requestResponseInformation: properties.requestResponseInformation ?? undefined,
		requestProblemInformation: properties.requestProblemInformation ?? undefined,
		userProperties: properties.userProperties,
	});
}

function encodeWillProperties({ delaySeconds, properties }: LastWill): Buffer {
	return encodeProperties({ ...properties, willDelaySeconds: delaySeconds === 0 ? undefined : delaySeconds });
}
