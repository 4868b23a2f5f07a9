import { createFailure, createReasonFailure } from "../../../../shared/model/create-failure.ts";
import type { Failure } from "../../../../shared/model/failure.ts";
import type { Delivery, DeliveryStep } from "../../../../shared/model/message.ts";
import type { Conversation } from "../../history/history.ts";
import type { Clock } from "../../ports.ts";
import { addTick, type Outgoing, type TickReason } from "./outgoing.ts";
import type { PublishDraft } from "./publish-draft.ts";

/** Writes every step of a delivery into the conversation as it is taken: what is on disk is what happened. */
export class DeliveryBook {
	readonly #conversation: Conversation;
	readonly #clock: Clock;
	readonly #onSettled: (seq: number, isDelivered: boolean) => void;

	constructor(conversation: Conversation, clock: Clock, onSettled?: (seq: number, isDelivered: boolean) => void) {
		this.#conversation = conversation;
		this.#clock = clock;
		this.#onSettled = onSettled ?? (() => undefined);
	}

	/** A new row, whose first step this is. With an identifier it is a message that is sent now. */
	begin(draft: PublishDraft, step: "queued" | "sent", packetId: number | null): Outgoing {
		const at = this.#clock.now();
		const { topic, payload, qos, retain } = draft;
		const properties = Object.keys(draft.properties).length === 0 ? undefined : draft.properties;
		const isDone = qos === 0 && step === "sent";
		const delivery: Delivery = { state: isDone ? "done" : "waiting", ticks: [{ step, at }] };
		const seq = this.#conversation.append({ kind: "published", at, topic, payload, qos, retain, properties, delivery });
		// In one batch with the row itself: the disk knows both or neither.
		if (packetId !== null) this.#conversation.updateDelivery(seq, delivery, packetId);
		return { seq, draft, delivery, packetId, isReleased: false };
	}

	step(outgoing: Outgoing, step: DeliveryStep, reason?: TickReason): void {
		this.#move(outgoing, addTick(outgoing.delivery, step, this.#clock.now(), reason));
	}

	/** The last step of one that arrived. Its identifier is free. */
	finish(outgoing: Outgoing, step: "sent" | "puback" | "pubcomp", reason?: TickReason): void {
		outgoing.packetId = null;
		this.#move(outgoing, { ...addTick(outgoing.delivery, step, this.#clock.now(), reason), state: "done" });
	}

	/** The broker would not have it. */
	refuse(outgoing: Outgoing, reason: TickReason): void {
		outgoing.packetId = null;
		const failure = createReasonFailure("publish-refused", reason.reasonCode, reason.reasonString);
		this.#move(outgoing, { ...addTick(outgoing.delivery, "refused", this.#clock.now(), reason), state: "failed", failure });
	}

	fail(outgoing: Outgoing, failure: Failure): void {
		outgoing.packetId = null;
		this.#move(outgoing, { ...outgoing.delivery, state: "failed", failure });
	}

	/** Never sent, and never will be. */
	withdraw(outgoing: Outgoing): void {
		this.#move(outgoing, { ...addTick(outgoing.delivery, "withdrawn", this.#clock.now()), state: "failed" });
	}

	/** The broker lost the session. What it had taken and forgot is not sent a second time: whether it was passed on nobody knows. */
	forget(outgoing: Outgoing): void {
		outgoing.packetId = null;
		if (outgoing.isReleased) this.fail(outgoing, createFailure("session-lost"));
		else this.#move(outgoing, outgoing.delivery);
	}

	#move(outgoing: Outgoing, delivery: Delivery): void {
		outgoing.delivery = delivery;
		if (delivery.state !== "waiting") this.#onSettled(outgoing.seq, delivery.state === "done");
		this.#conversation.updateDelivery(outgoing.seq, delivery, outgoing.packetId);
	}
}
