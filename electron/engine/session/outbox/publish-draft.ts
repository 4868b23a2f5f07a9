import type { MessageProperties, QoS } from "../../../../shared/model/message.ts";

/** A message as it is sent: its variables have their values. */
export interface PublishDraft {
	readonly topic: string;
	readonly payload: Uint8Array;
	readonly qos: QoS;
	readonly retain: boolean;
	readonly properties: MessageProperties;
}
