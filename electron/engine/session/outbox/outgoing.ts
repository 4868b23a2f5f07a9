import type { Delivery, DeliveryStep, DeliveryTick } from "../../../../shared/model/message.ts";
import type { OutgoingQueue } from "../../../../shared/model/outgoing.ts";
import type { UnfinishedMessage } from "../../history/history.ts";
import type { PublishDraft } from "./publish-draft.ts";

/** A message of ours whose delivery is not final. */
export interface Outgoing {
	readonly seq: number;
	readonly draft: PublishDraft;
	delivery: Delivery;
	/** null = it has none; what has one was sent with it and is the broker's to answer. */
	packetId: number | null;
	/** PUBREC came: the broker has the message, and only PUBREL is still sent. [MQTT-4.3.3-4] */
	isReleased: boolean;
}

export interface TickReason {
	readonly reasonCode: number;
	readonly reasonString: string | null;
}

export function addTick(delivery: Delivery, step: DeliveryStep, at: number, reason?: TickReason): Delivery {
	return { ...delivery, ticks: [...delivery.ticks, createTick(step, at, reason)] };
}

function createTick(step: DeliveryStep, at: number, reason: TickReason | undefined): DeliveryTick {
	if (reason === undefined || reason.reasonCode === 0) return { step, at };
	const { reasonCode, reasonString } = reason;
	return reasonString === null ? { step, at, reasonCode } : { step, at, reasonCode, reasonString };
}

export function hasStep(delivery: Delivery, step: DeliveryStep): boolean {
	return delivery.ticks.some((tick) => tick.step === step);
}

/** As the history kept it over a restart. */
export function restoreOutgoing(message: UnfinishedMessage): Outgoing {
	const { seq, topic, payload, qos, retain, delivery, packetId } = message;
	const isReleased = packetId !== null && hasStep(delivery, "pubrec");
	return { seq, draft: { topic, payload, qos, retain, properties: message.properties ?? {} }, delivery, packetId, isReleased };
}

/** How many of a queue are told; the others are counted. */
const MOST_TOLD = 200;

/** `queued` may hold those that were sent as well: they wait to be sent again. */
export function selectQueue(queued: readonly Outgoing[], sent: Iterable<Outgoing>): OutgoingQueue {
	const under = [...sent].filter(({ delivery }) => delivery.state === "waiting");
	const known = new Set(under);
	const all = [...under, ...queued.filter((outgoing) => outgoing.delivery.state === "waiting" && !known.has(outgoing))];
	const waiting = all.filter(({ packetId }) => packetId === null).length;
	return {
		messages: all.slice(0, MOST_TOLD).map(({ seq, draft, delivery, packetId }) => ({
			seq,
			topic: draft.topic,
			qos: draft.qos,
			payloadBytes: draft.payload.byteLength,
			at: delivery.ticks[0]?.at ?? 0,
			isSent: packetId !== null,
		})),
		waiting,
		unanswered: all.length - waiting,
	};
}
