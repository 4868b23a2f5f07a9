/**
 * The properties of MQTT 5, by identifier, with the packets in which a server may send them. Those that only clients send are here
 * with no packet, so that they are refused by name. A property in the wrong packet is malformed [MQTT 5.0: 2.2.2.2]; one that comes
 * twice, or with a value out of range, is a protocol error, except where its own clause names another code.
 */
import type { UserProperty } from "../../../../shared/model/message.ts";
import type { PacketName } from "./packet-rules.ts";

/** What was read. In a PUBLISH only the names of `MessageProperties` can be present. */
export interface PacketProperties {
	payloadIsUtf8?: boolean;
	retainAvailable?: boolean;
	wildcardAvailable?: boolean;
	identifiersAvailable?: boolean;
	sharedAvailable?: boolean;
	maximumQosIs1?: boolean;
	messageExpirySeconds?: number;
	topicAlias?: number;
	sessionExpirySeconds?: number;
	serverKeepAliveSeconds?: number;
	receiveMaximum?: number;
	topicAliasMaximum?: number;
	maximumPacketBytes?: number;
	contentType?: string;
	responseTopic?: string;
	assignedClientId?: string;
	authenticationMethod?: string;
	responseInformation?: string;
	serverReference?: string;
	reasonString?: string;
	correlationData?: Uint8Array;
	authenticationData?: Uint8Array;
	subscriptionIdentifiers?: number[];
	userProperties?: UserProperty[];
}

type NameOf<Value> = {
	[Name in keyof PacketProperties]-?: PacketProperties[Name] extends Value | undefined ? Name : never;
}[keyof PacketProperties];

interface RuleCommon {
	readonly packets: readonly PacketName[];
	readonly clause: string;
}

export type PropertyRule = RuleCommon &
	(
		| { readonly kind: "flag"; readonly name: NameOf<boolean> }
		| { readonly kind: "uint16" | "uint32"; readonly name: NameOf<number>; readonly isZeroAllowed: boolean }
		| { readonly kind: "string"; readonly name: NameOf<string>; readonly isTopic?: boolean }
		| { readonly kind: "binary"; readonly name: NameOf<Uint8Array> }
		| { readonly kind: "identifier"; readonly name: "subscriptionIdentifiers" }
		| { readonly kind: "pair"; readonly name: "userProperties" }
		/** Only clients send it. */
		| { readonly kind: "client"; readonly name: string }
	);

const ANSWERS = ["CONNACK", "PUBACK", "PUBREC", "PUBREL", "PUBCOMP", "SUBACK", "UNSUBACK", "DISCONNECT", "AUTH"] as const;
const EVERY = [...ANSWERS, "PUBLISH"] as const;
const NONE: readonly PacketName[] = [];

export const PROPERTY_RULES: ReadonlyMap<number, PropertyRule> = new Map<number, PropertyRule>([
	[0x01, { name: "payloadIsUtf8", kind: "flag", packets: ["PUBLISH"], clause: "MQTT 5.0: 3.3.2.3.2" }],
	[
		0x02,
		{ name: "messageExpirySeconds", kind: "uint32", isZeroAllowed: true, packets: ["PUBLISH"], clause: "MQTT 5.0: 3.3.2.3.3" },
	],
	[0x03, { name: "contentType", kind: "string", packets: ["PUBLISH"], clause: "MQTT 5.0: 3.3.2.3.9" }],
	[0x08, { name: "responseTopic", kind: "string", isTopic: true, packets: ["PUBLISH"], clause: "MQTT-3.3.2-14" }],
	[0x09, { name: "correlationData", kind: "binary", packets: ["PUBLISH"], clause: "MQTT 5.0: 3.3.2.3.6" }],
	[0x0b, { name: "subscriptionIdentifiers", kind: "identifier", packets: ["PUBLISH"], clause: "MQTT 5.0: 3.3.2.3.8" }],
	[
		0x11,
		{ name: "sessionExpirySeconds", kind: "uint32", isZeroAllowed: true, packets: ["CONNACK"], clause: "MQTT 5.0: 3.2.2.3.2" },
	],
	[0x12, { name: "assignedClientId", kind: "string", packets: ["CONNACK"], clause: "MQTT 5.0: 3.2.2.3.7" }],
	[
		0x13,
		{ name: "serverKeepAliveSeconds", kind: "uint16", isZeroAllowed: true, packets: ["CONNACK"], clause: "MQTT 5.0: 3.2.2.3.14" },
	],
	[0x15, { name: "authenticationMethod", kind: "string", packets: ["CONNACK", "AUTH"], clause: "MQTT 5.0: 3.2.2.3.17" }],
	[0x16, { name: "authenticationData", kind: "binary", packets: ["CONNACK", "AUTH"], clause: "MQTT 5.0: 3.2.2.3.18" }],
	[0x17, { name: "Request Problem Information", kind: "client", packets: NONE, clause: "MQTT 5.0: 3.1.2.11.7" }],
	[0x18, { name: "Will Delay Interval", kind: "client", packets: NONE, clause: "MQTT 5.0: 3.1.3.2.2" }],
	[0x19, { name: "Request Response Information", kind: "client", packets: NONE, clause: "MQTT 5.0: 3.1.2.11.6" }],
	[0x1a, { name: "responseInformation", kind: "string", packets: ["CONNACK"], clause: "MQTT 5.0: 3.2.2.3.15" }],
	[0x1c, { name: "serverReference", kind: "string", packets: ["CONNACK", "DISCONNECT"], clause: "MQTT 5.0: 3.2.2.3.16" }],
	[0x1f, { name: "reasonString", kind: "string", packets: ANSWERS, clause: "MQTT 5.0: 3.2.2.3.9" }],
	[0x21, { name: "receiveMaximum", kind: "uint16", isZeroAllowed: false, packets: ["CONNACK"], clause: "MQTT 5.0: 3.2.2.3.3" }],
	[0x22, { name: "topicAliasMaximum", kind: "uint16", isZeroAllowed: true, packets: ["CONNACK"], clause: "MQTT 5.0: 3.2.2.3.8" }],
	[0x23, { name: "topicAlias", kind: "uint16", isZeroAllowed: false, packets: ["PUBLISH"], clause: "MQTT-3.3.2-8" }],
	[0x24, { name: "maximumQosIs1", kind: "flag", packets: ["CONNACK"], clause: "MQTT 5.0: 3.2.2.3.4" }],
	[0x25, { name: "retainAvailable", kind: "flag", packets: ["CONNACK"], clause: "MQTT 5.0: 3.2.2.3.5" }],
	[0x26, { name: "userProperties", kind: "pair", packets: EVERY, clause: "MQTT 5.0: 3.3.2.3.7" }],
	[
		0x27,
		{ name: "maximumPacketBytes", kind: "uint32", isZeroAllowed: false, packets: ["CONNACK"], clause: "MQTT 5.0: 3.2.2.3.6" },
	],
	[0x28, { name: "wildcardAvailable", kind: "flag", packets: ["CONNACK"], clause: "MQTT 5.0: 3.2.2.3.11" }],
	[0x29, { name: "identifiersAvailable", kind: "flag", packets: ["CONNACK"], clause: "MQTT 5.0: 3.2.2.3.12" }],
	[0x2a, { name: "sharedAvailable", kind: "flag", packets: ["CONNACK"], clause: "MQTT 5.0: 3.2.2.3.13" }],
]);
