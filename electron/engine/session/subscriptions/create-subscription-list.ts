/**
 * Subscriptions, declared: there is what is wished for and what the broker holds, and only their difference is sent, one filter a
 * packet, so that a refused one takes no other with it. What the broker holds is kept in the conversation over connections and
 * restarts, because the broker keeps it too.
 */
import type { SubscriptionEntry } from "../../../../shared/contract/subscription.ts";
import type { Granted } from "../../../../shared/model/connection.ts";
import type { QoS } from "../../../../shared/model/message.ts";
import type { Subscription, SubscriptionStatus } from "../../../../shared/model/subscription.ts";
import type { Conversation, HeldSubscription } from "../../history/history.ts";
import type { InboundSuback } from "../guard/packets.ts";
import { refuseProtocol } from "../guard/violation.ts";
import { checkSubscription, checkUnsubscribe } from "./check-subscription.ts";
import { createTopicCounter, type TopicCounter } from "./create-topic-counter.ts";
import { describeRequest } from "./describe-request.ts";

export interface SubscriptionLink {
	readonly granted: Granted;
	readonly isFive: boolean;
	/** The packet identifier that it went out with; null = it did not. */
	readonly subscribe: (subscription: Subscription) => number | null;
	readonly unsubscribe: (filter: string) => number | null;
}

export interface SubscriptionList {
	readonly entries: readonly SubscriptionEntry[];
	set(subscriptions: readonly Subscription[]): void;
	/** What the broker still holds of what it held. Nothing is sent until `start`. */
	open(link: SubscriptionLink, held: "all" | "nothing" | "unknown"): void;
	start(): void;
	close(): void;
	/** SUBACK or UNSUBACK. May throw a Violation. */
	receive(suback: InboundSuback): void;
	/** Counts a received message; true where every subscription that lets it through is muted. */
	count(topic: string, at: number, identifiers?: readonly number[]): boolean;
}

type Request =
	| { readonly kind: "subscribe"; readonly filter: string; readonly qos: QoS; readonly asked: string }
	| { readonly kind: "unsubscribe"; readonly filter: string };

/** Requests under way at once: identifiers are shared with the deliveries. */
const WINDOW = 64;
const PENDING: SubscriptionStatus = { kind: "pending" };
const DISABLED: SubscriptionStatus = { kind: "disabled" };

export function createSubscriptionList(
	conversation: Conversation,
	subscriptions: readonly Subscription[],
	now: () => number,
	onChange: () => void,
): SubscriptionList {
	const list = new DeclaredSubscriptions(conversation, createTopicCounter(now), onChange);
	list.set(subscriptions);
	return list;
}

class DeclaredSubscriptions implements SubscriptionList {
	readonly #conversation: Conversation;
	readonly #onChange: () => void;
	readonly #counter: TopicCounter;
	#all: readonly Subscription[] = [];
	/** Those that are enabled, by filter. */
	#wished = new Map<string, Subscription>();
	readonly #held: Map<string, HeldSubscription>;
	readonly #statuses = new Map<string, SubscriptionStatus>();
	/** Filters whose request was refused in this connection, with what was asked for (null = UNSUBSCRIBE): not asked again. */
	readonly #settled = new Map<string, string | null>();
	readonly #requests = new Map<number, Request>();
	readonly #busyFilters = new Set<string>();
	#link: SubscriptionLink | null = null;
	#isStarted = false;

	constructor(conversation: Conversation, counter: TopicCounter, onChange: () => void) {
		this.#counter = counter;
		this.#conversation = conversation;
		this.#onChange = onChange;
		this.#held = new Map(conversation.heldSubscriptions.map((held) => [held.filter, held]));
	}

	get entries(): readonly SubscriptionEntry[] {
		return this.#all.map((subscription) => {
			const { filter, isEnabled } = subscription;
			const status = this.#statuses.get(filter) ?? (isEnabled ? PENDING : DISABLED);
			return { subscription, status, ...this.#counter.read(filter) };
		});
	}

	set(subscriptions: readonly Subscription[]): void {
		const before = this.#wished;
		this.#all = subscriptions;
		this.#wished = new Map(subscriptions.filter(({ isEnabled }) => isEnabled).map((one) => [one.filter, one]));
		for (const filter of before.keys()) {
			if (this.#wished.has(filter)) continue;
			this.#statuses.delete(filter);
			this.#settled.delete(filter);
		}
		for (const filter of this.#wished.keys()) {
			if (before.has(filter)) continue;
			// Switched on again: what was said about its end is history.
			this.#statuses.delete(filter);
			this.#settled.delete(filter);
		}
		this.#counter.setSubscriptions(subscriptions);
		this.#reconcile();
		this.#onChange();
	}

	open(link: SubscriptionLink, held: "all" | "nothing" | "unknown"): void {
		this.#link = link;
		if (held !== "all" && this.#held.size > 0) {
			// Where it is not known, what is wished for is asked for again, and what is not is taken back: neither does harm.
			for (const filter of this.#held.keys()) if (held === "nothing" || this.#wished.has(filter)) this.#held.delete(filter);
			this.#keepHeld();
		}
		for (const { filter, grantedQos } of this.#held.values()) {
			const wished = this.#wished.get(filter);
			if (wished !== undefined && this.#isHeldAs(wished, link)) {
				this.#statuses.set(filter, { kind: "granted", qos: grantedQos, resumed: true });
			}
		}
		this.#onChange();
	}

	start(): void {
		this.#isStarted = true;
		this.#reconcile();
		this.#onChange();
	}

	close(): void {
		this.#link = null;
		this.#isStarted = false;
		this.#requests.clear();
		this.#busyFilters.clear();
		this.#settled.clear();
		this.#statuses.clear();
		this.#onChange();
	}

	receive({ name, packetId, reasonCode, reasonString }: InboundSuback): void {
		const request = this.#requests.get(packetId);
		const isAnswer = request !== undefined && (request.kind === "subscribe") === (name === "SUBACK");
		if (!isAnswer)
			refuseProtocol(`${name} for packet identifier ${packetId}, which waits for none [MQTT-3.8.4-2, MQTT-3.10.4-5]`);
		this.#requests.delete(packetId);
		this.#busyFilters.delete(request.filter);
		if (request.kind === "subscribe") this.#settleSubscribe(request, reasonCode, reasonString);
		else this.#settleUnsubscribe(request.filter, reasonCode, reasonString);
		this.#reconcile();
		this.#onChange();
	}

	count(topic: string, at: number, identifiers?: readonly number[]): boolean {
		return this.#counter.count(topic, at, identifiers);
	}

	#settleSubscribe(
		{ filter, qos, asked }: Extract<Request, { kind: "subscribe" }>,
		reasonCode: number,
		reasonString: string | null,
	): void {
		if (reasonCode === 0 || reasonCode === 1 || reasonCode === 2) {
			this.#held.set(filter, { filter, requestedQos: qos, grantedQos: reasonCode, asked });
			this.#statuses.set(filter, { kind: "granted", qos: reasonCode, resumed: false });
			this.#keepHeld();
		} else {
			this.#settled.set(filter, asked);
			this.#statuses.set(filter, { kind: "refused", reasonCode, reasonString });
		}
	}

	#settleUnsubscribe(filter: string, reasonCode: number, reasonString: string | null): void {
		if (reasonCode < 0x80) {
			this.#held.delete(filter);
			this.#statuses.delete(filter);
			this.#keepHeld();
		} else {
			this.#settled.set(filter, null);
			this.#statuses.set(filter, { kind: "refused", reasonCode, reasonString });
		}
	}

	/** Sends what differs, as far as the window allows; each answer calls it again. */
	#reconcile(): void {
		const link = this.#link;
		if (link === null || !this.#isStarted) return;
		for (const subscription of this.#wished.values()) {
			if (this.#requests.size >= WINDOW) return;
			const { filter, qos } = subscription;
			const asked = describeRequest(subscription, link.isFive);
			if (this.#busyFilters.has(filter) || this.#settled.get(filter) === asked || this.#isHeldAs(subscription, link)) continue;
			const failure = checkSubscription(subscription, link.granted, link.isFive);
			if (failure !== null) {
				this.#settled.set(filter, asked);
				this.#statuses.set(filter, { kind: "failed", failure });
				continue;
			}
			if (!this.#note({ kind: "subscribe", filter, qos, asked }, link.subscribe(subscription))) return;
			this.#statuses.set(filter, { kind: "requested" });
		}
		for (const filter of this.#held.keys()) {
			if (this.#requests.size >= WINDOW) return;
			if (this.#wished.has(filter) || this.#busyFilters.has(filter) || this.#settled.get(filter) === null) continue;
			const failure = checkUnsubscribe(filter, link.granted, link.isFive);
			if (failure !== null) {
				this.#settled.set(filter, null);
				this.#statuses.set(filter, { kind: "failed", failure });
				continue;
			}
			if (!this.#note({ kind: "unsubscribe", filter }, link.unsubscribe(filter))) return;
		}
	}

	#isHeldAs(subscription: Subscription, { isFive }: SubscriptionLink): boolean {
		const held = this.#held.get(subscription.filter);
		if (held === undefined) return false;
		return (held.asked ?? String(held.requestedQos)) === describeRequest(subscription, isFive);
	}

	/** false = no identifier was free: it is tried again with the next answer. */
	#note(request: Request, packetId: number | null): boolean {
		if (packetId === null) return false;
		this.#requests.set(packetId, request);
		this.#busyFilters.add(request.filter);
		return true;
	}

	#keepHeld(): void {
		this.#conversation.setHeldSubscriptions([...this.#held.values()]);
	}
}
