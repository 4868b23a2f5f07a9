/**
 * What the broker delivers. Each message goes into the conversation at once; QoS 1 and 2 are acknowledged when they are on disk and
 * not before, in the order in which they came [MQTT-4.6.0-2, -3].
 */
import type { Conversation } from "../history/history.ts";
import type { Clock } from "../ports.ts";
import { createRepeatMemory, type RepeatMemory } from "./create-repeat-memory.ts";
import type { InboundPublish } from "./guard/packets.ts";
import { RECEIVE_MAXIMUM_EXCEEDED, Violation } from "./guard/violation.ts";
import { encodeAnswer, PACKET_ID_NOT_FOUND } from "./outbox/encode-answer.ts";

export interface InboxLink {
	readonly isFive: boolean;
	/** 3.1 does not say whether the session was there, so that a held identifier that comes without DUP must be a new message. */
	readonly isSessionUncertain: boolean;
	/** What we told the broker: so many QoS 1 and 2 messages may be under way at once; null = as many as there are identifiers. */
	readonly receiveMaximum: number | null;
	readonly write: (bytes: Uint8Array) => void;
}

export interface Inbox {
	/** `resumed`: the broker still has the session; otherwise nothing is held any more. */
	open(link: InboxLink, resumed: boolean): void;
	close(): void;
	/**
	 * `isMuted`: every subscription that lets it through is. Answers with the seq that the message has; null = it was one that had come
	 * before.
	 */
	receive(publish: InboundPublish, isMuted: boolean): number | null;
	/** PUBREL. */
	release(packetId: number): void;
	/** Lets go of the conversation. */
	end(): void;
}

interface PendingAnswer {
	readonly seq: number;
	/** Of a QoS 1 message, which is done when it is answered; null = not done by this. */
	readonly donePacketId: number | null;
	readonly bytes: Buffer;
}

export function createInbox(conversation: Conversation, clock: Clock): Inbox {
	return new SessionInbox(conversation, clock);
}

class SessionInbox implements Inbox {
	readonly #conversation: Conversation;
	readonly #clock: Clock;
	readonly #stopListening: () => void;
	/** Identifiers of QoS 2 messages that are stored and not released. */
	readonly #held: Set<number>;
	/**
	 * Held since before this run. The release of one of these may have been answered and then lost in a crash: without DUP it is
	 * then a new message [MQTT-3.3.1-1], where for all others the identifier alone decides [MQTT-4.3.3-10].
	 */
	readonly #heldFromBefore: Set<number>;
	readonly #memory: RepeatMemory = createRepeatMemory();
	#pending: PendingAnswer[] = [];
	/** Received in this connection and not answered to the end; kept only where we set a limit. */
	readonly #underWay = new Set<number>();
	#link: InboxLink | null = null;

	constructor(conversation: Conversation, clock: Clock) {
		this.#conversation = conversation;
		this.#clock = clock;
		this.#held = new Set(conversation.heldPacketIds);
		this.#heldFromBefore = new Set(conversation.heldPacketIds);
		this.#stopListening = conversation.onStored((storedSeq) => this.#acknowledge(storedSeq));
	}

	open(link: InboxLink, resumed: boolean): void {
		this.#link = link;
		this.#memory.open();
		if (resumed) return;
		this.#memory.clear();
		this.#held.clear();
		this.#heldFromBefore.clear();
		this.#conversation.releaseAllPackets();
	}

	close(): void {
		this.#link = null;
		this.#underWay.clear();
		// Never acknowledged: the broker sends them again.
		this.#pending = [];
	}

	receive(publish: InboundPublish, isMuted: boolean): number | null {
		const { topic, payload, qos, retain, dup, packetId, properties } = publish;
		const at = this.#clock.now();
		if (qos === 0) {
			return this.#conversation.append({ kind: "received", at, topic, payload, qos, retain, dup, properties, isMuted });
		}
		this.#countUnderWay(packetId);
		if (qos === 2 && (this.#isRepeat(packetId, dup) || this.#memory.isKnown(publish))) {
			this.#held.add(packetId);
			this.#answer({ seq: this.#pending.at(-1)?.seq ?? 0, bytes: encodeAnswer("PUBREC", packetId), donePacketId: null });
			return null;
		}
		this.#memory.note(publish);
		const heldPacketId = qos === 2 ? packetId : undefined;
		const seq = this.#conversation.append({
			kind: "received",
			at,
			topic,
			payload,
			qos,
			retain,
			dup,
			properties,
			isMuted,
			heldPacketId,
		});
		if (qos === 2) {
			this.#held.add(packetId);
			this.#heldFromBefore.delete(packetId);
		}
		const bytes = encodeAnswer(qos === 1 ? "PUBACK" : "PUBREC", packetId);
		this.#answer({ seq, bytes, donePacketId: qos === 1 ? packetId : null });
		return seq;
	}

	release(packetId: number): void {
		const isKnown = this.#held.delete(packetId);
		this.#memory.release(packetId);
		this.#heldFromBefore.delete(packetId);
		if (isKnown) this.#conversation.releasePacket(packetId);
		// Unknown ones too, or the broker would ask for ever. [MQTT-4.3.3-11]
		const reasonCode = !isKnown && this.#link?.isFive === true ? PACKET_ID_NOT_FOUND : 0;
		this.#underWay.delete(packetId);
		this.#link?.write(encodeAnswer("PUBCOMP", packetId, reasonCode));
	}

	end(): void {
		this.#stopListening();
	}

	#isRepeat(packetId: number, dup: boolean): boolean {
		if (!this.#held.has(packetId)) return false;
		const isDupDecisive = this.#heldFromBefore.has(packetId) || this.#link?.isSessionUncertain === true;
		return dup || !isDupDecisive;
	}

	/** [MQTT-3.3.4-9] */
	#countUnderWay(packetId: number): void {
		const maximum = this.#link?.receiveMaximum ?? null;
		if (maximum === null) return;
		this.#underWay.add(packetId);
		if (this.#underWay.size <= maximum) return;
		const rule = `PUBLISH: more than ${maximum} messages of QoS 1 and 2 under way [MQTT-3.3.4-9]`;
		throw new Violation(RECEIVE_MAXIMUM_EXCEEDED, rule);
	}

	#answer(answer: PendingAnswer): void {
		this.#pending.push(answer);
		// A repeat needs no storing: it waits only for those before it.
		if (answer.seq <= this.#conversation.storedSeq) this.#acknowledge(this.#conversation.storedSeq);
	}

	#acknowledge(storedSeq: number): void {
		const link = this.#link;
		if (link === null || this.#pending.length === 0) return;
		const unstored = this.#pending.findIndex(({ seq }) => seq > storedSeq);
		const count = unstored === -1 ? this.#pending.length : unstored;
		if (count === 0) return;
		const ready = this.#pending.splice(0, count);
		if (this.#underWay.size > 0) for (const { donePacketId } of ready) this.#underWay.delete(donePacketId ?? 0);
		link.write(Buffer.concat(ready.map(({ bytes }) => bytes)));
	}
}
