/** The outgoing queue as the session knows it. */
import type { Result } from "../../../../shared/contract/spec.ts";
import type { Granted, MqttVersion } from "../../../../shared/model/connection.ts";
import type { OutgoingQueue } from "../../../../shared/model/outgoing.ts";
import type { Conversation, UnfinishedMessage } from "../../history/history.ts";
import type { Clock } from "../../ports.ts";
import type { PacketIds } from "../create-packet-ids.ts";
import type { InboundAnswer } from "../guard/packets.ts";
import type { PublishDraft } from "./publish-draft.ts";

export interface OutboxLink {
	readonly version: MqttVersion;
	readonly granted: Granted;
	/** Takes the bytes over; false = call `drain` before writing more. */
	readonly write: (bytes: Uint8Array) => boolean;
}

export interface Outbox {
	/** What an earlier run left unfinished, before everything of this one. */
	restore(unfinished: readonly UnfinishedMessage[]): void;
	publish(draft: PublishDraft): Result<{ readonly seq: number }>;
	/** `resumed`: the broker still has the session, and with it what was sent. */
	open(link: OutboxLink, resumed: boolean): void;
	close(): void;
	drain(): void;
	/** PUBACK, PUBREC or PUBCOMP. May throw a Violation. */
	receive(answer: InboundAnswer): void;
	/** What is not finished, QoS 0 aside. */
	readonly queue: OutgoingQueue;
	/** Takes messages that were never sent out of the queue; null = all of them. Says how many that were. */
	withdraw(seqs: readonly number[] | null): number;
}

export interface OutboxOptions {
	readonly conversation: Conversation;
	readonly clock: Clock;
	readonly ids: PacketIds;
	/** A message with QoS 1 or 2 is final. */
	readonly onSettled?: (seq: number, isDelivered: boolean) => void;
	/** The queue moved; may be called at any rate. */
	readonly onQueue?: () => void;
}
