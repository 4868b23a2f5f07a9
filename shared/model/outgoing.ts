/** What a connection still has to send: its repeats, and the messages that wait. */
import type { Failure } from "./failure.ts";
import type { QoS } from "./message.ts";

/** From here the clock of a process is exact enough. */
export const LEAST_INTERVAL_MS = 10;
export const MOST_INTERVAL_MS = 86_400_000;

export interface RepeatSchedule {
	readonly intervalMs: number;
	/** How many are sent; null = until it is stopped. */
	readonly count: number | null;
}

export type RepeatState =
	| { readonly kind: "running" }
	/** Nobody would keep what is sent now: QoS 0 without a connection. It goes on by itself. */
	| { readonly kind: "paused"; readonly failure: Failure }
	| { readonly kind: "ended"; readonly at: number; readonly reason: "complete" | "stopped" | "disconnected" }
	/** What would be refused each time is not tried again. */
	| { readonly kind: "failed"; readonly at: number; readonly failure: Failure };

export interface Repeat extends RepeatSchedule {
	readonly id: string;
	/** As it was typed, before its variables are resolved. */
	readonly topic: string;
	readonly qos: QoS;
	readonly startedAt: number;
	/** Handed to the connection, or to its queue. */
	readonly sent: number;
	/** Of these, what the broker refused, or what did not arrive. */
	readonly undelivered: number;
	/** Times at which it was offline, so that nothing was sent. */
	readonly skipped: number;
	/** Times that went by while the machine slept or was too busy; they are not made up for. */
	readonly missed: number;
	/** null = there is no next. */
	readonly nextAt: number | null;
	readonly state: RepeatState;
}

/** A message of ours that the broker has not finished. */
export interface QueuedMessage {
	readonly seq: number;
	readonly topic: string;
	readonly qos: QoS;
	readonly payloadBytes: number;
	readonly at: number;
	/** It was sent, so that it cannot be withdrawn: the broker may have it. */
	readonly isSent: boolean;
}

export interface OutgoingQueue {
	/** The first of them, in the order in which they go out. */
	readonly messages: readonly QueuedMessage[];
	/** Never sent yet. */
	readonly waiting: number;
	/** Sent, and not answered. */
	readonly unanswered: number;
}
