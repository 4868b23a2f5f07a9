import type { Failure } from "./failure.ts";
import type { QoS } from "./message.ts";

/** One of the fixed palette's colours; the kit knows what each looks like in each theme. */
export const SUBSCRIPTION_COLOURS = ["blue", "green", "amber", "red", "violet", "teal", "pink", "lime"] as const;
export type SubscriptionColour = (typeof SUBSCRIPTION_COLOURS)[number];

export interface Subscription {
	readonly id: string;
	/** A topic filter, or `$share/{group}/{filter}`. Unique within its connection. */
	readonly filter: string;
	readonly qos: QoS;
	readonly colour: SubscriptionColour;
	/** A name for people; empty = the filter itself. */
	readonly alias: string;
}

export type SubscriptionDraft = Omit<Subscription, "id">;

/** What is true at the broker. A subscription outlives the connection: offline it is `pending`. */
export type SubscriptionStatus =
	| { readonly kind: "pending" }
	| { readonly kind: "requested" }
	/** `resumed`: the session was present, so that no SUBSCRIBE was sent again. */
	| { readonly kind: "granted"; readonly qos: QoS; readonly resumed: boolean }
	/** 0x80 to 0xFF as the SUBACK had it; 3.x knows 0x80 alone. */
	| { readonly kind: "refused"; readonly reasonCode: number; readonly reasonString: string | null }
	/** Not sent: the broker does not offer what it asks for, or the answer never came. */
	| { readonly kind: "failed"; readonly failure: Failure };
