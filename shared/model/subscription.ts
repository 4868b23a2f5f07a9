import type { Failure } from "./failure.ts";
import type { QoS, UserProperty } from "./message.ts";

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
	/** MQTT 5 only: what this client publishes does not come back. Never with `$share`. [MQTT-3.8.3-4] */
	readonly noLocal: boolean;
	/** MQTT 5 only: a message keeps the RETAIN flag that it was published with. */
	readonly retainAsPublished: boolean;
	/** MQTT 5 only: retained messages are sent at each subscribing (0), at a new subscription alone (1), or not (2). */
	readonly retainHandling: 0 | 1 | 2;
	/** MQTT 5 only: 1 to 268,435,455; comes back with each message that this subscription brings. null = none. */
	readonly identifier: number | null;
	/** MQTT 5 only. */
	readonly userProperties: readonly UserProperty[];
	/** False: not subscribed to, and kept in the list. */
	readonly isEnabled: boolean;
	/** Subscribed to, stored, and neither shown in the conversation nor counted as unread. */
	readonly isMuted: boolean;
}

/** `auto`: the least identifier that no other subscription of the connection has. */
export type SubscriptionDraft = Omit<Subscription, "id" | "identifier"> & { readonly identifier: number | null | "auto" };

/** What a new subscription has unless somebody says otherwise. */
export const SUBSCRIPTION_DEFAULTS = {
	qos: 0,
	colour: "blue",
	alias: "",
	noLocal: false,
	retainAsPublished: false,
	retainHandling: 0,
	identifier: null,
	userProperties: [],
	isEnabled: true,
	isMuted: false,
} as const satisfies Omit<Subscription, "id" | "filter">;

/** What is true at the broker. A subscription outlives the connection: offline it is `pending`. */
export type SubscriptionStatus =
	/** Switched off by a person. */
	| { readonly kind: "disabled" }
	| { readonly kind: "pending" }
	| { readonly kind: "requested" }
	/** `resumed`: the session was present, so that no SUBSCRIBE was sent again. */
	| { readonly kind: "granted"; readonly qos: QoS; readonly resumed: boolean }
	/** 0x80 to 0xFF as the SUBACK had it; 3.x knows 0x80 alone. */
	| { readonly kind: "refused"; readonly reasonCode: number; readonly reasonString: string | null }
	/** Not sent: the broker does not offer what it asks for, or the answer never came. */
	| { readonly kind: "failed"; readonly failure: Failure };
