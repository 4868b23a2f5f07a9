/**
 * The door to the broker library: its options, and hooks that make up for what it does not check or gets wrong. It speaks MQTT 3.1 to
 * 5; shared subscriptions and enhanced authentication it does not offer, and says so to version 5 clients.
 */
import type { EventEmitter } from "node:events";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { Aedes, type AedesPublishPacket, type Client, type PublishPacket, type Subscription } from "aedes";
import { checkTopicFilter, isShared } from "../../../shared/topic/check-topic.ts";
import { createTopicMatcher } from "../../../shared/topic/match-topic.ts";
import type { Log } from "../ports.ts";
import { checkPublish, type PublishedProperties, selectForwarded } from "./check-publish.ts";
import { createSessionStore, SESSION_WITHOUT_SUBSCRIPTIONS } from "./create-session-store.ts";
import { refuseMalformed } from "./refuse-malformed.ts";

/** Larger packets end their connection; version 5 clients are told the limit at login. */
export const MAXIMUM_PACKET_BYTES = 16 * 1024 * 1024;

/** A client that does not take what is written to it holds the others up; after this it is cut. */
const DRAIN_TIMEOUT_MS = 5000;

const LOG_INTERVAL_MS = 10_000;

export interface OpenBroker {
	readonly broker: Aedes;
	/** Serves one client, until its stream ends. */
	handle(stream: Duplex, request?: IncomingMessage): void;
}

export async function openBroker(log: Log): Promise<OpenBroker> {
	const warn = createRareWarning(log);
	const sessions = createSessionStore({
		messagesPerSession: 100_000,
		queuedBytes: 128 * 1024 * 1024,
		retainedTopics: 250_000,
		retainedBytes: 128 * 1024 * 1024,
		onRefused: (what) => warn("local-broker-full", { what }),
	});
	const broker = await Aedes.createBroker({
		maximumPacketSize: MAXIMUM_PACKET_BYTES,
		drainTimeout: DRAIN_TIMEOUT_MS,
		topicAliasMaximum: 100,
		pendingSessionsLimit: 10_000,
		// Version 3.1 allows 23 characters; nobody keeps to it.
		maxClientsIdLength: 65_535,
		persistence: sessions.persistence,
		authorizePublish,
		authorizeSubscribe,
		authorizeForward,
	});
	// Without a listener an `error` would end the process.
	broker.on("error" as "closed", ((error: Error) => warn("local-broker-error", { cause: error.message })) as () => void);
	broker.on("client", (client) => {
		if (!client.clean) sessions.begin(client.id);
	});
	broker.on("clientError", (_client, error) => warn("local-broker-client-refused", { cause: error.message.slice(0, 200) }));
	broker.on("connectionError", (_client, error) => warn("local-broker-client-refused", { cause: error.message.slice(0, 200) }));
	return {
		broker,
		handle(stream, request) {
			const client = broker.handle(stream, request) as ParsingClient;
			client._parser.prependListener("packet", refuseMalformed);
		},
	};
}

/** The library has no hook before its handlers. Its parser is the only place where a packet can be seen before it is acted on. */
type ParsingClient = Client & { readonly _parser: EventEmitter };

/**
 * The answer waits for a turn of its own for each message. The library numbers a message when it is published and takes a lower number
 * that reaches a subscriber later for a repeat; several in one turn, some of them retained, overtake each other and would be lost.
 */
function authorizePublish(client: Client | null, packet: PublishPacket, done: (error?: Error | null) => void): void {
	const properties = packet.properties as PublishedProperties | undefined;
	const reasonCode = checkPublish(packet.topic, properties);
	if (properties !== undefined) packet.properties = selectForwarded(properties) as NonNullable<PublishPacket["properties"]>;
	// Answering as well would put an acknowledgement behind the DISCONNECT. A will comes when its client has gone already.
	if (reasonCode !== null && client?.connected === true && client.version === 5) client.disconnect({ reasonCode });
	else setImmediate(done, reasonCode === null ? null : new Error("a message that MQTT forbids"));
}

function authorizeSubscribe(
	_client: Client,
	subscription: Subscription,
	done: (error: Error | null, subscription?: Subscription | null) => void,
): void {
	if (subscription === SESSION_WITHOUT_SUBSCRIPTIONS) done(null, null);
	else if (checkTopicFilter(subscription.topic) !== null) done(new Error("a topic filter that MQTT forbids"));
	// The library would take it for an ordinary filter on 3.x, which never matches anything.
	else done(null, isShared(subscription.topic) ? null : subscription);
}

/** Lowers a QoS 2 message to the highest QoS that was asked for; the library does so for filters without wildcards only. [MQTT-3.8.4-8] */
function authorizeForward(client: Client, packet: AedesPublishPacket): AedesPublishPacket {
	if (packet.qos !== 2) return packet;
	const { subscriptions } = client as Client & { readonly subscriptions: Readonly<Record<string, { readonly qos: 0 | 1 | 2 }>> };
	const matching = Object.entries(subscriptions).filter(([filter]) => createTopicMatcher(filter)(packet.topic));
	const highest = Math.max(...matching.map(([, { qos }]) => qos));
	return highest === 1 ? { ...packet, qos: 1 } : packet;
}

/** A flood of the same trouble is logged once in a while, with how often it came. */
function createRareWarning(log: Log): (event: string, fields: Readonly<Record<string, string>>) => void {
	const counts = new Map<string, { count: number; since: number }>();
	return (event, fields) => {
		const known = counts.get(event) ?? { count: 0, since: Number.NEGATIVE_INFINITY };
		counts.set(event, known);
		known.count++;
		const now = performance.now();
		if (now - known.since < LOG_INTERVAL_MS) return;
		log.write("warning", event, { ...fields, count: known.count });
		known.since = now;
		known.count = 0;
	};
}
