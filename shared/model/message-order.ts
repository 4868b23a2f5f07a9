import type { MessageProperties, QoS } from "./message.ts";

/**
 * Where variables such as `{{seq}}` are resolved when the message is sent: nowhere, in the topic alone (the payload being bytes), or
 * in the payload too, as text or as JSON, where what stands for one must not end the string that it stands in.
 */
export const VARIABLE_SCOPES = ["none", "topic", "text", "json"] as const;
export type VariableScope = (typeof VARIABLE_SCOPES)[number];

/** A message that shall be published, with its variables as they were typed. */
export interface MessageOrder {
	readonly topic: string;
	readonly payload: Uint8Array;
	readonly qos: QoS;
	readonly retain: boolean;
	readonly properties: MessageProperties;
	/** Absent = none: the bytes as they are. */
	readonly variables?: VariableScope;
}
