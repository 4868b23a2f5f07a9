/**
 * What flows over a session's connections: its queue, its inbox and its subscriptions, which outlive each of them. `open` gives them
 * the connection that is there now, `close` takes it away. When there is one is the session's to say.
 */
import type { ConnectionProfile, Granted } from "../../../shared/model/connection.ts";
import type { Clock, Log } from "../ports.ts";
import { createInbox, type Inbox } from "./create-inbox.ts";
import type { PacketIds } from "./create-packet-ids.ts";
import type { InboundAnswer, InboundPublish } from "./guard/packets.ts";
import type { Attempt } from "./open-attempt.ts";
import { createOutbox } from "./outbox/create-outbox.ts";
import type { Outbox } from "./outbox/outbox.ts";
import { type Answers, createAnswers } from "./sending/create-answers.ts";
import { createRepeats, type Repeats } from "./sending/create-repeats.ts";
import { createSender, type Sender, type SenderOptions } from "./sending/create-sender.ts";
import type { SessionOptions } from "./session.ts";
import { createSubscriptionList, type SubscriptionList } from "./subscriptions/create-subscription-list.ts";

/** A connection that the broker has accepted. */
export interface OpenConnection {
	readonly profile: ConnectionProfile;
	readonly granted: Granted;
	readonly attempt: Attempt | null;
	/** The broker still has the session. */
	readonly resumed: boolean;
	/** 3.1 does not say whether it has: what may be there is treated as there. [MQTT 3.1: 3.2] */
	readonly isSessionUncertain: boolean;
}

export interface Traffic {
	readonly outbox: Outbox;
	readonly sender: Sender;
	readonly repeats: Repeats;
	readonly answers: Answers;
	readonly subscriptions: SubscriptionList;
	/** The queue is as the disk has it. */
	readonly restored: Promise<void>;
	open(connection: OpenConnection): void;
	close(): void;
	receive(publish: InboundPublish): void;
	answer(answer: InboundAnswer): void;
	/** All packets of one read have been received. */
	afterChunk(): void;
	/** Lets go of the conversation. */
	end(): void;
}

export type TrafficOptions = Pick<
	SessionOptions,
	"profile" | "subscriptions" | "conversation" | "clock" | "log" | "onSubscriptions" | "onOutgoing"
> & {
	readonly ids: PacketIds;
	/** As they are in force, or would be at the next connect. */
	readonly readIdentity: SenderOptions["readIdentity"];
};

export function createTraffic(options: TrafficOptions): Traffic {
	return new SessionTraffic(options);
}

class SessionTraffic implements Traffic {
	readonly outbox: Outbox;
	readonly sender: Sender;
	readonly repeats: Repeats;
	readonly answers: Answers = createAnswers();
	readonly subscriptions: SubscriptionList;
	readonly restored: Promise<void>;
	readonly #conversation: SessionOptions["conversation"];
	readonly #clock: Clock;
	readonly #inbox: Inbox;
	readonly #onSubscriptions: () => void;
	readonly #stopListening: () => void;
	#attempt: Attempt | null = null;
	#hasNewCounts = false;

	constructor(options: TrafficOptions) {
		const { profile, subscriptions, conversation, clock, log, onSubscriptions, ids } = options;
		const onOutgoing = options.onOutgoing ?? (() => undefined);
		this.#conversation = conversation;
		this.#clock = clock;
		this.#onSubscriptions = onSubscriptions;
		this.outbox = createOutbox({
			conversation,
			clock,
			ids,
			onSettled: (seq, isDelivered) => this.repeats.settle(seq, isDelivered),
			onQueue: onOutgoing,
		});
		this.sender = createSender({ outbox: this.outbox, clock, answers: this.answers, readIdentity: options.readIdentity });
		this.repeats = createRepeats({ sender: this.sender, clock, onChange: onOutgoing });
		this.#inbox = createInbox(conversation, clock);
		this.subscriptions = createSubscriptionList(conversation, subscriptions, clock.now, () => onSubscriptions());
		this.restored = this.#restore(log, profile.id);
		// Who needs it waits for it and hears of its failure; where the history was closed meanwhile, nobody does.
		this.restored.catch(() => undefined);
		this.#stopListening = conversation.onDrained(() => this.#attempt?.setReading(true));
	}

	open({ profile, granted, attempt, resumed, isSessionUncertain }: OpenConnection): void {
		const isFive = profile.version === "5.0";
		const write = (bytes: Uint8Array): boolean => attempt?.write(bytes) ?? true;
		this.#attempt = attempt;
		const receiveMaximum = isFive ? profile.properties.receiveMaximum : null;
		this.#inbox.open({ isFive, isSessionUncertain, receiveMaximum, write: (bytes) => void write(bytes) }, resumed);
		this.subscriptions.open(
			{
				granted,
				isFive,
				subscribe: (subscription) => attempt?.subscribe(subscription) ?? null,
				unsubscribe: (filter) => attempt?.unsubscribe(filter) ?? null,
			},
			resumed ? (isSessionUncertain ? "unknown" : "all") : "nothing",
		);
		this.outbox.open({ version: profile.version, granted, write }, resumed);
		if (this.#conversation.isCongested) attempt?.setReading(false);
	}

	close(): void {
		this.#attempt = null;
		this.outbox.close();
		this.#inbox.close();
		this.subscriptions.close();
	}

	receive(publish: InboundPublish): void {
		const now = this.#clock.now();
		const { subscriptionIdentifiers, correlationData } = publish.properties ?? {};
		const seq = this.#inbox.receive(publish, this.subscriptions.count(publish.topic, now, subscriptionIdentifiers));
		if (seq !== null && correlationData !== undefined) {
			this.answers.receive({ seq, at: now, topic: publish.topic, correlationData });
		}
		this.#hasNewCounts = true;
	}

	answer(answer: InboundAnswer): void {
		if (answer.name === "PUBREL") this.#inbox.release(answer.packetId);
		else this.outbox.receive(answer);
	}

	afterChunk(): void {
		if (this.#conversation.isCongested) this.#attempt?.setReading(false);
		if (!this.#hasNewCounts) return;
		this.#hasNewCounts = false;
		this.#onSubscriptions();
	}

	end(): void {
		this.#stopListening();
		this.#inbox.end();
	}

	#restore(log: Log, connectionId: string): Promise<void> {
		return this.#conversation.readUnfinished().then(
			(unfinished) => this.outbox.restore(unfinished),
			() => log.write("error", "session.queue-unreadable", { connection: connectionId }),
		);
	}
}
