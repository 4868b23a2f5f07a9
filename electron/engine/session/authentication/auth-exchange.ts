/**
 * Enhanced authentication over one connection: what AUTH and CONNACK carry, in the only order in which they may. [MQTT 5.0: 4.12] The
 * authenticator knows the method; here is the protocol around it, and a broker that breaks it.
 */
import type { Failure } from "../../../../shared/model/failure.ts";
import { encodeAuth } from "../encode/encode-auth.ts";
import type { InboundAuth, InboundConnack } from "../guard/packets.ts";
import { refuseProtocol } from "../guard/violation.ts";
import type { Authenticator } from "./create-authenticator.ts";

export interface AuthExchange {
	/** May throw a Violation. */
	receive(packet: InboundAuth): void;
	/** With an accepting CONNACK: what is wrong with it, or null. May throw a Violation. */
	accept(connack: InboundConnack): Failure | null;
}

export interface AuthExchangeOptions {
	readonly authenticator: Authenticator;
	readonly send: (bytes: Uint8Array) => void;
	readonly onFailure: (failure: Failure) => void;
}

const SUCCESS = 0x00;

export function createAuthExchange({ authenticator, send, onFailure }: AuthExchangeOptions): AuthExchange {
	const { method } = authenticator;
	let phase: "open" | "working" | "idle" = "open";
	/** CONNACK came: what is under way now the broker has begun anew. */
	let isAgain = false;
	const checkMethod = (packet: string, given: string | undefined) => {
		if (given !== method) refuseProtocol(`${packet}: the authentication method is not that of CONNECT [MQTT-4.12.0-5]`);
	};
	const answer = async (challenge: Uint8Array) => {
		const answered = await authenticator.answer(challenge);
		if (!answered.ok) {
			onFailure(answered.failure);
			return;
		}
		phase = "open";
		send(encodeAuth(method, answered.data));
	};
	return {
		receive({ reasonCode, properties }) {
			checkMethod("AUTH", properties.authenticationMethod);
			if (phase === "working") refuseProtocol("AUTH before the last one was answered [MQTT 5.0: 4.12]");
			if (reasonCode === SUCCESS) {
				if (!isAgain || phase === "idle") {
					refuseProtocol("AUTH with success where no re-authentication is under way [MQTT 5.0: 4.12.1]");
				}
				phase = "idle";
				const failure = authenticator.finish(properties.authenticationData);
				if (failure !== null) onFailure(failure);
			} else if (phase === "idle") {
				// The broker wants to know again who we are: from the beginning.
				phase = "open";
				send(encodeAuth(method, authenticator.begin()));
			} else {
				phase = "working";
				void answer(properties.authenticationData ?? new Uint8Array());
			}
		},
		accept({ properties }) {
			checkMethod("CONNACK", properties.authenticationMethod);
			if (phase === "working") refuseProtocol("CONNACK before the last AUTH was answered [MQTT 5.0: 4.12]");
			phase = "idle";
			isAgain = true;
			return authenticator.finish(properties.authenticationData);
		},
	};
}
