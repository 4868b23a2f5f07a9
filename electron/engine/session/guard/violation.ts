import { formatReasonCode } from "../../../../shared/model/reason-code.ts";

/** The reason codes with which a broken rule is answered. [MQTT 5.0, 4.13.1] */
export const MALFORMED_PACKET = 0x81;
export const PROTOCOL_ERROR = 0x82;
export const RECEIVE_MAXIMUM_EXCEEDED = 0x93;
export const TOPIC_ALIAS_INVALID = 0x94;
export const PACKET_TOO_LARGE = 0x95;

export type ViolationCode =
	| typeof MALFORMED_PACKET
	| typeof PROTOCOL_ERROR
	| typeof RECEIVE_MAXIMUM_EXCEEDED
	| typeof TOPIC_ALIAS_INVALID
	| typeof PACKET_TOO_LARGE;

/** A rule of the specification that the broker broke: `message` names the rule, with its clause. Never leaves the session. */
export class Violation extends Error {
	readonly reasonCode: ViolationCode;

	constructor(reasonCode: ViolationCode, rule: string) {
		super(rule);
		this.name = `Violation ${formatReasonCode(reasonCode)}`;
		this.reasonCode = reasonCode;
	}
}

export function refuseMalformed(rule: string): never {
	throw new Violation(MALFORMED_PACKET, rule);
}

export function refuseProtocol(rule: string): never {
	throw new Violation(PROTOCOL_ERROR, rule);
}
