/** What the guard lets through, decoded. */
import type { MessageProperties, QoS } from "../../../../shared/model/message.ts";
import type { PacketProperties } from "./property-rules.ts";

export interface InboundPublish {
	readonly topic: string;
	/** A view into the socket's buffer: valid during the call alone. */
	readonly payload: Uint8Array;
	readonly qos: QoS;
	readonly retain: boolean;
	readonly dup: boolean;
	/** 0 with QoS 0. */
	readonly packetId: number;
	readonly properties: MessageProperties | undefined;
}

/** PUBACK, PUBREC, PUBREL or PUBCOMP. On 3.x the reason code is always 0. */
export interface InboundAnswer {
	readonly name: "PUBACK" | "PUBREC" | "PUBREL" | "PUBCOMP";
	readonly packetId: number;
	readonly reasonCode: number;
	readonly reasonString: string | null;
}

export interface InboundConnack {
	readonly name: "CONNACK";
	readonly sessionPresent: boolean;
	/** As 5 has it, also on 3.x; 0 = accepted. */
	readonly reasonCode: number;
	readonly properties: PacketProperties;
}

export interface InboundSuback {
	readonly name: "SUBACK" | "UNSUBACK";
	readonly packetId: number;
	/** 0 in an UNSUBACK of 3.x, which has none. */
	readonly reasonCode: number;
	readonly reasonString: string | null;
}

export interface InboundDisconnect {
	readonly name: "DISCONNECT";
	readonly reasonCode: number;
	readonly properties: PacketProperties;
}

export interface InboundAuth {
	readonly name: "AUTH";
	readonly reasonCode: number;
	readonly properties: PacketProperties;
}

export type InboundPacket =
	| InboundConnack
	| InboundAnswer
	| InboundSuback
	| InboundDisconnect
	| InboundAuth
	| { readonly name: "PINGRESP" };
