/** A message as a person wrote it: all texts as typed, whether or not they can be sent. What is saved and what a file holds is this. */
import type { QoS, UserProperty } from "./message.ts";

export const PAYLOAD_FORMATS = ["text", "json", "hex", "base64", "file"] as const;
export type PayloadFormat = (typeof PAYLOAD_FORMATS)[number];

/** The properties of MQTT 5; what is empty is not sent. */
export interface WrittenProperties {
	readonly payloadFormat: "unset" | "bytes" | "utf8";
	readonly messageExpiry: string;
	readonly topicAlias: string;
	readonly contentType: string;
	readonly responseTopic: string;
	readonly correlation: string;
	readonly correlationSyntax: "text" | "hex" | "base64";
	readonly userProperties: readonly UserProperty[];
}

export interface WrittenMessage {
	readonly topic: string;
	readonly format: PayloadFormat;
	/** The payload in its format; empty with `file`. */
	readonly payload: string;
	/** With the format `file`: its content as it was when it was saved. */
	readonly file: { readonly name: string; readonly base64: string } | null;
	readonly qos: QoS;
	readonly retain: boolean;
	readonly resolvesVariables: boolean;
	readonly properties: WrittenProperties;
}
