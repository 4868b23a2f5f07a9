import type { Failure } from "./failure.ts";

export type QoS = 0 | 1 | 2;

export interface UserProperty {
	readonly key: string;
	readonly value: string;
}

/** The properties that an MQTT 5 PUBLISH can carry. [MQTT 5.0, 3.3.2.3] Absent = not sent. */
export interface MessageProperties {
	readonly payloadIsUtf8?: boolean;
	readonly messageExpirySeconds?: number;
	readonly topicAlias?: number;
	readonly responseTopic?: string;
	readonly correlationData?: Uint8Array;
	readonly subscriptionIdentifiers?: readonly number[];
	readonly contentType?: string;
	/** In the order they came; a key may repeat. */
	readonly userProperties?: readonly UserProperty[];
}

/** What happened to the connection, told between the messages in its place in time. */
export type ConnectionEvent =
	| { readonly type: "connected"; readonly sessionPresent: boolean }
	| { readonly type: "disconnected" }
	| { readonly type: "dropped" }
	| { readonly type: "lost"; readonly failure: Failure }
	/** The app came up after it had ended without a goodbye while this connection was open. */
	| { readonly type: "restarted" };

export type DeliveryStep = "queued" | "sent" | "resent" | "puback" | "pubrec" | "pubcomp" | "refused" | "withdrawn";

/** One step of a published message's way, in order of time. */
export interface DeliveryTick {
	readonly step: DeliveryStep;
	/** Milliseconds since the epoch, with a fraction. */
	readonly at: number;
	/** The broker's reason code where it sent one that is not 0x00. */
	readonly reasonCode?: number;
	readonly reasonString?: string;
}

/** `done` and `failed` are final; `waiting` means that the outgoing queue still holds it. */
export interface Delivery {
	readonly state: "waiting" | "done" | "failed";
	readonly ticks: readonly DeliveryTick[];
	readonly failure?: Failure;
}

interface RowCommon {
	/** Position in its connection's history: 1, 2, 3 … without gaps as written (what is deleted leaves one); the order and the key of every list. */
	readonly seq: number;
	/** Milliseconds since the epoch, with a fraction. */
	readonly at: number;
}

interface MessageCommon extends RowCommon {
	readonly topic: string;
	/** Raw bytes. In a window: at most `PREVIEW_BYTES` of them; `payloadBytes` is always the true size. */
	readonly payload: Uint8Array;
	readonly payloadBytes: number;
	readonly qos: QoS;
	readonly retain: boolean;
	readonly dup: boolean;
	readonly properties?: MessageProperties;
	/** Somebody wants it kept, whatever retention removes. Absent = not. */
	readonly pinned?: true;
}

export interface ReceivedMessage extends MessageCommon {
	readonly kind: "received";
}

export interface PublishedMessage extends MessageCommon {
	readonly kind: "published";
	readonly delivery: Delivery;
}

export interface EventRow extends RowCommon {
	readonly kind: "event";
	readonly event: ConnectionEvent;
}

export type Message = ReceivedMessage | PublishedMessage;
/** What a conversation consists of. */
export type ConversationRow = Message | EventRow;

/** How much of a payload a window carries; the rest comes on demand (`message.read`). */
export const PREVIEW_BYTES = 2048;
