/**
 * One connection's life: its states, its attempts, what it subscribes to and what it still has to deliver. Whatever a broker sends,
 * or does not send, ends in a state and never in an exception.
 */
import type { Result } from "../../../shared/contract/spec.ts";
import type { SubscriptionEntry } from "../../../shared/contract/subscription.ts";
import type { ConnectionProfile, ConnectionState } from "../../../shared/model/connection.ts";
import type { MessageOrder } from "../../../shared/model/message-order.ts";
import type { OutgoingQueue } from "../../../shared/model/outgoing.ts";
import type { ConnectionSecrets } from "../../../shared/model/secret.ts";
import type { Subscription } from "../../../shared/model/subscription.ts";
import type { Conversation } from "../history/history.ts";
import type { Clock, Log } from "../ports.ts";
import type { ClientIdClaims } from "./create-client-id-claims.ts";
import type { PublishDraft } from "./outbox/publish-draft.ts";
import type { Answers } from "./sending/create-answers.ts";
import type { Repeats } from "./sending/create-repeats.ts";
import type { TransportOptions } from "./transport/transport.ts";

export interface SessionOptions {
	readonly profile: ConnectionProfile;
	readonly subscriptions: readonly Subscription[];
	readonly conversation: Conversation;
	/** Those that the vault has. Asked at each attempt, so that a secret is nowhere longer than it must be. */
	readonly readSecrets: () => Promise<ConnectionSecrets>;
	readonly clock: Clock;
	readonly log: Log;
	readonly onState: (state: ConnectionState) => void;
	/** An entry's status or counts moved; may be called at any rate. */
	readonly onSubscriptions: () => void;
	/** The queue or a repeat moved; may be called at any rate. */
	readonly onOutgoing?: () => void;
	/** Where the host can ask the operating system for its proxy. */
	readonly resolveSystemProxy?: TransportOptions["resolveSystemProxy"];
	/** Shared by all sessions of one engine, so that of two with one client id the older one knows who threw it out. */
	readonly clientIds?: ClientIdClaims;
}

export interface Session {
	readonly state: ConnectionState;
	/** Begins at once; running already is no failure. */
	connect(): void;
	/** Says DISCONNECT where it can, within a deadline; then idle. `withWill`, on 5: so that the broker publishes the last will. */
	disconnect(withWill?: boolean): Promise<void>;
	/** Cuts the socket without a DISCONNECT; then idle. */
	drop(): void;
	/** Takes effect at the next attempt; true where the one that is open now differs in something. */
	updateProfile(profile: ConnectionProfile): boolean;
	/** What is wished for. Differences to what the broker holds are sent now, or at the next connect. */
	setSubscriptions(subscriptions: readonly Subscription[]): void;
	readonly entries: readonly SubscriptionEntry[];
	/** Takes the message over, or says why not: offline QoS 0, or beyond what the broker granted. */
	publish(order: MessageOrder): Result<{ readonly seq: number }>;
	/** What would be sent now, with its variables resolved. */
	resolve(order: MessageOrder): Result<PublishDraft>;
	/** They stop when a person ends the connection, and outlast everything else that may happen to it. */
	readonly repeats: Omit<Repeats, "settle" | "endAll">;
	/** What answers a request of ours. */
	readonly answers: Pick<Answers, "expect" | "onAnswer">;
	readonly queue: OutgoingQueue;
	/** Takes messages that were never sent out of the queue; null = all of them. Says how many that were. */
	withdraw(seqs: readonly number[] | null): number;
	/** Disconnects, and never comes back. */
	close(): Promise<void>;
}
