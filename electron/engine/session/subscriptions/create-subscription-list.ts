/**
 * Subscriptions, declared: there is what is wished for and what the broker holds, and only their difference is sent, one filter a
 * packet, so that a refused one takes no other with it. What the broker holds is kept in the conversation over connections and
 * restarts, because the broker keeps it too.
 */
import type { SubscriptionEntry } from "../../../../shared/contract/subscription.ts";
import type { Granted } from "../../../../shared/model/connection.ts";
import { createFailure } from "../../../../shared/model/create-failure.ts";
import type { Failure } from "../../../../shared/model/failure.ts";
import type { QoS } from "../../../../shared/model/message.ts";
import type { Subscription, SubscriptionStatus } from "../../../../shared/model/subscription.ts";
import { hasWildcard, isShared } from "../../../../shared/topic/check-topic.ts";
import type { Conversation, HeldSubscription } from "../../history/history.ts";
import type { InboundSuback } from "../guard/packets.ts";
import { refuseProtocol } from "../guard/violation.ts";
import { createTopicCounter, type TopicCounter } from "./create-topic-counter.ts";

export interface SubscriptionLink {
	readonly granted: Granted;
	/** The packet identifier that it went out with; null = it did not. */
	readonly subscribe: (filter: string, qos: QoS) => number | null;
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
	count(topic: string, at: number): void;
}

type Request =
	| { readonly kind: "subscribe"; readonly filter: string; readonly qos: QoS }
	| { readonly kind: "unsubscribe"; readonly filter: string };

/** Requests under way at once: identifiers are shared with the deliveries. */
const WINDOW = 64;
const PENDING: SubscriptionStatus = { kind: "pending" };

export function createSubscriptionList(
	conversation: Conversation,
	subscriptions: readonly Subscription[],
	onChange: () => void,
): SubscriptionList {
	const list = new DeclaredSubscriptions(conversation, onChange);
	list.set(subscriptions);
	return list;
}

class DeclaredSubscriptions implements SubscriptionList {
	readonly #conversation: Conversation;
	readonly #onChange: () => void;
	readonly #counter: TopicCounter = createTopicCounter();
	#wished = new Map<string, Subscription>();
	readonly #held: Map<string, HeldSubscription>;
	readonly #statuses = new Map<string, SubscriptionStatus>();
	/** Filters whose request was refused in this connection, with the QoS that was asked for (null = UNSUBSCRIBE): not asked again. */
	readonly #settled = new Map<string, QoS | null>();
	readonly #requests = new Map<number, Request>();
	readonly #busyFilters = new Set<string>();
	#link: SubscriptionLink | null = null;
	#isStarted = false;

	constructor(conversation: Conversation, onChange: () => void) {
		this.#conversation = conversation;
		this.#onChange = onChange;
		this.#held = new Map(conversation.heldSubscriptions.map((held) => [held.filter, held]));
	}

	get entries(): readonly SubscriptionEntry[] {
		return [...this.#wished.values()].map((subscription) => {
			const { received, lastAt } = this.#counter.read(subscription.filter);
			return { subscription, status: this.#statuses.get(subscription.filter) ?? PENDING, received, lastAt };
		});
	}

	set(subscriptions: readonly Subscription[]): void {
		const before = this.#wished;
		this.#wished = new Map(subscriptions.map((subscription) => [subscription.filter, subscription]));
		for (const filter of before.keys()) {
			if (this.#wished.has(filter)) continue;
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
		for (const { filter, grantedQos, requestedQos } of this.#held.values()) {
			if (this.#wished.get(filter)?.qos === requestedQos) {
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
		if (request.kind === "subscribe") this.#settleSubscribe(request.filter, request.qos, reasonCode, reasonString);
		else this.#settleUnsubscribe(request.filter, reasonCode);
		this.#reconcile();
		this.#onChange();
	}

	count(topic: string, at: number): void {
		this.#counter.count(topic, at);
	}

	#settleSubscribe(filter: string, qos: QoS, reasonCode: number, reasonString: string | null): void {
		if (reasonCode === 0 || reasonCode === 1 || reasonCode === 2) {
			this.#held.set(filter, { filter, requestedQos: qos, grantedQos: reasonCode });
			this.#statuses.set(filter, { kind: "granted", qos: reasonCode, resumed: false });
			this.#keepHeld();
		} else {
			this.#settled.set(filter, qos);
			this.#statuses.set(filter, { kind: "refused", reasonCode, reasonString });
		}
	}

	#settleUnsubscribe(filter: string, reasonCode: number): void {
		if (reasonCode < 0x80) {
			this.#held.delete(filter);
			this.#keepHeld();
		} else {
			this.#settled.set(filter, null);
		}
	}

	/** Sends what differs, as far as the window allows; each answer calls it again. */
	#reconcile(): void {
		const link = this.#link;
		if (link === null || !this.#isStarted) return;
		for (const { filter, qos } of this.#wished.values()) {
			if (this.#requests.size >= WINDOW) return;
			if (!this.#needsSubscribe(filter, qos)) continue;
			const failure = selectSubscribeFailure(filter, link.granted);
			if (failure !== null) {
				this.#settled.set(filter, qos);
				this.#statuses.set(filter, { kind: "failed", failure });
				continue;
			}
			if (!this.#send({ kind: "subscribe", filter, qos }, link)) return;
			this.#statuses.set(filter, { kind: "requested" });
		}
		for (const filter of this.#held.keys()) {
			if (this.#requests.size >= WINDOW) return;
			if (this.#wished.has(filter) || this.#busyFilters.has(filter) || this.#settled.get(filter) === null) continue;
			if (!this.#send({ kind: "unsubscribe", filter }, link)) return;
		}
	}

	#needsSubscribe(filter: string, qos: QoS): boolean {
		if (this.#busyFilters.has(filter) || this.#settled.get(filter) === qos) return false;
		return this.#held.get(filter)?.requestedQos !== qos;
	}

	/** false = no identifier was free: it is tried again with the next answer. */
	#send(request: Request, link: SubscriptionLink): boolean {
		const { filter } = request;
		const packetId = request.kind === "subscribe" ? link.subscribe(filter, request.qos) : link.unsubscribe(filter);
		if (packetId === null) return false;
		this.#requests.set(packetId, request);
		this.#busyFilters.add(filter);
		return true;
	}

	#keepHeld(): void {
		this.#conversation.setHeldSubscriptions([...this.#held.values()]);
	}
}

/** What the broker says it does not offer is not asked for. [MQTT 5.0: 3.2.2.3.11, 3.2.2.3.13] */
function selectSubscribeFailure(filter: string, granted: Granted): Failure | null {
	if (isShared(filter) && !granted.sharedAvailable) return createFailure("shared-subscriptions-unavailable");
	if (hasWildcard(filter) && !granted.wildcardAvailable) return createFailure("wildcards-unavailable");
	return null;
}
