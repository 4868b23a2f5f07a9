/**
 * The outgoing queue: what a person published and the broker has not finished. The truth about it is on disk, in the conversation,
 * before and after each step, so that neither a lost connection nor a restart loses or doubles a message. It survives connections;
 * `open` gives it the one that is there now.
 */

import type { Result } from "../../../../shared/contract/spec.ts";
import { createFailure } from "../../../../shared/model/create-failure.ts";
import type { Failure } from "../../../../shared/model/failure.ts";
import type { OutgoingQueue } from "../../../../shared/model/outgoing.ts";
import type { UnfinishedMessage } from "../../history/history.ts";
import type { PacketIds } from "../create-packet-ids.ts";
import { LARGEST_PACKET_BYTES } from "../guard/create-guard.ts";
import type { InboundAnswer } from "../guard/packets.ts";
import { refuseProtocol } from "../guard/violation.ts";
import { checkLimits, isBeyondProtocol } from "./check-limits.ts";
import { DeliveryBook } from "./delivery-book.ts";
import { encodeAnswer, PACKET_ID_NOT_FOUND } from "./encode-answer.ts";
import { encodePublish } from "./encode-publish.ts";
import { Fifo } from "./fifo.ts";
import type { Outbox, OutboxLink, OutboxOptions } from "./outbox.ts";
import { hasStep, type Outgoing, restoreOutgoing, selectQueue } from "./outgoing.ts";
import type { PublishDraft } from "./publish-draft.ts";
import { TopicAliases } from "./topic-aliases.ts";

/**
 * 3.x brokers name no limit and have one: mosquitto takes twenty by default, drops what is beyond it, and acknowledges that all the
 * same, because a PUBACK of 3.x has no reason code to say it with.
 */
const LEGACY_WINDOW = 20;
/** Leaves identifiers for SUBSCRIBE, whatever the broker would take. */
const GREATEST_WINDOW = 4096;

export function createOutbox(options: OutboxOptions): Outbox {
	return new SessionOutbox(options);
}

class SessionOutbox implements Outbox {
	readonly #book: DeliveryBook;
	readonly #ids: PacketIds;
	/** To be sent, or sent again, in this order. A released one waits here for its PUBREL. */
	readonly #queue = new Fifo<Outgoing>();
	/** QoS 0 that the socket has no room for yet. */
	readonly #unacknowledged = new Fifo<Outgoing>();
	/** Sent, in the order of sending [MQTT-4.6.0-1], by packet identifier. */
	readonly #sent = new Map<number, Outgoing>();
	readonly #onQueue: () => void;
	#link: OutboxLink | null = null;
	#aliases = new TopicAliases(0);
	#isWritable = false;
	/** How many more PUBLISH packets the broker takes now. [MQTT 5.0: 4.9] */
	#quota = 0;
	#window = 0;

	constructor({ conversation, clock, ids, onSettled, onQueue }: OutboxOptions) {
		this.#book = new DeliveryBook(conversation, clock, onSettled);
		this.#ids = ids;
		this.#onQueue = onQueue ?? (() => undefined);
	}

	get queue(): OutgoingQueue {
		return selectQueue(this.#queue.list(), this.#sent.values());
	}

	withdraw(seqs: readonly number[] | null): number {
		const wanted = seqs === null ? null : new Set(seqs);
		const waiting = this.#queue.list();
		const withdrawn = waiting.filter(({ seq, packetId }) => packetId === null && (wanted === null || wanted.has(seq)));
		const gone = new Set(withdrawn);
		this.#queue.replace(waiting.filter((outgoing) => !gone.has(outgoing)));
		for (const outgoing of withdrawn) this.#book.withdraw(outgoing);
		this.#onQueue();
		return withdrawn.length;
	}

	restore(unfinished: readonly UnfinishedMessage[]): void {
		const known = new Set([...this.#queue.list(), ...this.#sent.values()].map(({ seq }) => seq));
		const restored = unfinished.filter(({ seq }) => !known.has(seq)).map(restoreOutgoing);
		for (const outgoing of restored) {
			if (outgoing.packetId === null) continue;
			// Two with one identifier can only come of a damaged history: the later one is sent as new.
			if (this.#ids.reserve(outgoing.packetId)) this.#sent.set(outgoing.packetId, outgoing);
			else outgoing.packetId = null;
		}
		this.#queue.replace([...restored.filter(({ packetId }) => packetId === null), ...this.#queue.list()]);
		this.#onQueue();
	}

	publish(draft: PublishDraft): Result<{ readonly seq: number }> {
		const link = this.#link;
		if (link === null && draft.qos === 0) return refuse(createFailure("offline-qos-0"));
		if (isBeyondProtocol(draft)) {
			return refuse(
				createFailure("above-maximum-packet-size", { bytes: draft.payload.byteLength, maximum: LARGEST_PACKET_BYTES }),
			);
		}
		if (link === null) return { ok: true, value: { seq: this.#enqueue(draft, this.#queue) } };
		const packetId = draft.qos > 0 && this.#queue.length === 0 && this.#canSend() ? this.#ids.allocate() : null;
		// With its topic name, whether or not an alias will stand for that: it may have to be sent again.
		const { byteLength } = encodePublish(draft, link.version, packetId ?? 1, false);
		const limit = checkLimits(draft, link.granted, byteLength);
		if (limit !== null) {
			if (packetId !== null) this.#ids.release(packetId);
			return refuse(limit);
		}
		return { ok: true, value: { seq: this.#take(draft, packetId, link) } };
	}

	open(link: OutboxLink, resumed: boolean): void {
		this.#link = link;
		this.#aliases = new TopicAliases(link.granted.topicAliasMaximum);
		this.#isWritable = true;
		this.#window = Math.min(link.version === "5.0" ? link.granted.receiveMaximum : LEGACY_WINDOW, GREATEST_WINDOW);
		this.#quota = this.#window;
		const fresh = this.#queue.list().filter(({ packetId }) => packetId === null);
		const before = [...this.#sent.values()];
		this.#queue.replace([...(resumed ? before : this.#forget(before)), ...fresh]);
		this.#pump();
	}

	close(): void {
		this.#link = null;
		this.#isWritable = false;
		const lost = this.#unacknowledged.list();
		this.#unacknowledged.replace([]);
		for (const outgoing of lost) this.#book.fail(outgoing, createFailure("not-connected"));
	}

	drain(): void {
		this.#isWritable = true;
		this.#pump();
	}

	receive({ name, packetId, reasonCode, reasonString }: InboundAnswer): void {
		const outgoing = this.#sent.get(packetId);
		if (outgoing === undefined) {
			// Not ours any more, or never was: PUBREC must be answered, so that the broker can forget it too. [MQTT 5.0: 3.6.2.1]
			if (name === "PUBREC") this.#writeRelease(packetId, this.#link?.version === "5.0" ? PACKET_ID_NOT_FOUND : 0);
			return;
		}
		const isQos2 = outgoing.draft.qos === 2;
		if (isQos2 && name === "PUBACK" && this.#link?.version !== "5.0") {
			// Against the rules [MQTT-4.3.3-1 of 3.1.1], and what RabbitMQ does on 3.x, where no broker can say what it does not keep. To close
			// the connection would be to send the same message again for ever.
			this.#book.fail(outgoing, createFailure("qos-2-downgraded"));
			this.#settle(packetId);
			return;
		}
		if (isQos2 === (name === "PUBACK"))
			refuseProtocol(`${name} in answer to a PUBLISH with QoS ${outgoing.draft.qos} [MQTT 4.3]`);
		const reason = { reasonCode, reasonString };
		if (name !== "PUBCOMP" && reasonCode >= 0x80) {
			this.#book.refuse(outgoing, reason);
			this.#settle(packetId);
		} else if (name === "PUBREC") {
			// A second one is answered as the first was.
			if (!outgoing.isReleased) this.#book.step(outgoing, "pubrec", reason);
			outgoing.isReleased = true;
			this.#writeRelease(packetId);
		} else {
			if (isQos2 && !outgoing.isReleased) refuseProtocol("PUBCOMP without PUBREC and PUBREL before it [MQTT-4.3.3-2]");
			this.#book.finish(outgoing, isQos2 ? "pubcomp" : "puback", reason);
			this.#settle(packetId);
		}
	}

	/** The broker lost the session: says which of those that were sent are to be sent as new. */
	#forget(before: readonly Outgoing[]): readonly Outgoing[] {
		this.#sent.clear();
		for (const outgoing of before) {
			if (outgoing.packetId !== null) this.#ids.release(outgoing.packetId);
			this.#book.forget(outgoing);
		}
		return before.filter(({ isReleased }) => !isReleased);
	}

	#enqueue(draft: PublishDraft, queue: Fifo<Outgoing>): number {
		const outgoing = this.#book.begin(draft, "queued", null);
		queue.push(outgoing);
		this.#onQueue();
		return outgoing.seq;
	}

	/** Sends it at once where that is possible. */
	#take(draft: PublishDraft, packetId: number | null, { version }: OutboxLink): number {
		const isQos0 = draft.qos === 0;
		if (isQos0 ? !this.#isWritable : packetId === null) return this.#enqueue(draft, isQos0 ? this.#unacknowledged : this.#queue);
		const outgoing = this.#book.begin(draft, "sent", packetId);
		if (packetId !== null) {
			this.#sent.set(packetId, outgoing);
			this.#quota -= 1;
			this.#onQueue();
		}
		this.#write(this.#aliases.encode(draft, version, packetId ?? 0, false));
		return outgoing.seq;
	}

	#canSend(): boolean {
		return this.#link !== null && this.#isWritable && this.#quota > 0;
	}

	/** Sends what may be sent now. */
	#pump(): void {
		const link = this.#link;
		if (link === null) return;
		for (let next = this.#unacknowledged.peek(); this.#isWritable && next !== undefined; next = this.#unacknowledged.peek()) {
			this.#unacknowledged.drop();
			this.#sendQos0(next, link);
		}
		for (let next = this.#queue.peek(); this.#isWritable && next !== undefined; next = this.#queue.peek()) {
			if (!this.#sendNext(next, link)) return;
			this.#queue.drop();
			this.#onQueue();
		}
	}

	#sendQos0(outgoing: Outgoing, link: OutboxLink): void {
		this.#book.finish(outgoing, "sent");
		this.#write(this.#aliases.encode(outgoing.draft, link.version, 0, false));
	}

	/** false = it must wait. */
	#sendNext(outgoing: Outgoing, link: OutboxLink): boolean {
		// Answered while it waited to be sent again.
		if (outgoing.delivery.state !== "waiting") return true;
		if (outgoing.isReleased && outgoing.packetId !== null) {
			this.#writeRelease(outgoing.packetId);
			return true;
		}
		if (this.#quota === 0) return false;
		const isRepeat = outgoing.packetId !== null;
		const packetId = outgoing.packetId ?? this.#ids.allocate();
		if (packetId === null) return false;
		const draft = this.#aliases.fit(outgoing.draft);
		const { byteLength } = encodePublish(draft, link.version, packetId, isRepeat);
		const limit = checkLimits(draft, link.granted, byteLength);
		if (limit !== null) {
			this.#sent.delete(packetId);
			this.#ids.release(packetId);
			this.#book.fail(outgoing, limit);
			return true;
		}
		outgoing.packetId = packetId;
		this.#book.step(outgoing, hasStep(outgoing.delivery, "sent") ? "resent" : "sent");
		this.#sent.set(packetId, outgoing);
		this.#quota -= 1;
		this.#write(this.#aliases.encode(draft, link.version, packetId, isRepeat));
		return true;
	}

	/** Its identifier and its place under way are free for the next. */
	#settle(packetId: number): void {
		this.#sent.delete(packetId);
		this.#ids.release(packetId);
		this.#quota = Math.min(this.#quota + 1, this.#window);
		this.#onQueue();
		if (this.#queue.length > 0) this.#pump();
	}

	#write(frame: Uint8Array): void {
		if (this.#link?.write(frame) === false) this.#isWritable = false;
	}

	#writeRelease(packetId: number, reasonCode = 0): void {
		this.#write(encodeAnswer("PUBREL", packetId, reasonCode));
	}
}

function refuse(failure: Failure): { readonly ok: false; readonly failure: Failure } {
	return { ok: false, failure };
}
