/** One thing that a broker says, and what the specification wants of a client that hears it. */

import type { ConnectProperties } from "../../../shared/model/connection.ts";

/** 4 is 3.1.1, as its CONNECT counts. */
export type Version = 4 | 5;

export interface HostileCase {
	/** Says family, packet and what is wrong; unique. */
	readonly name: string;
	/** Where the specification says so. */
	readonly clause: string;
	readonly version: Version;
	/** `first`: in answer to CONNECT. `after`: behind a good CONNACK. */
	readonly phase: "first" | "after";
	readonly bytes: Buffer;
	readonly expected: Expected;
	/** What CONNECT allows the broker; absent = what the specification gives it. */
	readonly allows?: Allowance;
}

export type Allowance = Partial<Pick<ConnectProperties, "receiveMaximum" | "maximumPacketBytes" | "topicAliasMaximum">> & {
	readonly requestProblemInformation?: boolean;
	/** Of enhanced authentication. */
	readonly method?: string;
};

export type Expected =
	/** The network connection is closed; on 5, behind a DISCONNECT with one of these reason codes. */
	| { readonly kind: "closed"; readonly codes: readonly number[] }
	/** Nothing wrong: the connection stays, and hears what comes next. `answer` is what has to be said to it. */
	| { readonly kind: "kept"; readonly answer?: Buffer }
	/** Nothing wrong, and it ends the connection: a refusal, or the broker's DISCONNECT. */
	| { readonly kind: "ended" };

const MALFORMED_PACKET = 0x81;
const PROTOCOL_ERROR = 0x82;
const TOPIC_ALIAS_INVALID = 0x94;

export const MALFORMED: Expected = { kind: "closed", codes: [MALFORMED_PACKET] };
export const FORBIDDEN: Expected = { kind: "closed", codes: [PROTOCOL_ERROR] };
export const BAD_ALIAS: Expected = { kind: "closed", codes: [TOPIC_ALIAS_INVALID] };
/** The specification says that it must not be, and not which of the two codes answers it. [MQTT 5.0: 4.13.1] */
export const FORBIDDEN_OR_MALFORMED: Expected = { kind: "closed", codes: [MALFORMED_PACKET, PROTOCOL_ERROR] };
export const KEPT: Expected = { kind: "kept" };
export const ENDED: Expected = { kind: "ended" };
