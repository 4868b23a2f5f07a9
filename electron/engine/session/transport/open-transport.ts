import type { ConnectionProfile } from "../../../../shared/model/connection.ts";
import type { Failure } from "../../../../shared/model/failure.ts";
import { openSocket } from "./open-socket.ts";
import { openWebSocketTransport } from "./open-web-socket-transport.ts";
import type { Transport } from "./transport.ts";

export type TransportOutcome =
	| { readonly ok: true; readonly value: Transport }
	/** Aborted attempts say `aborted`. */
	| { readonly ok: false; readonly failure: Failure };

/** Opens the way to the broker, as far as the first MQTT byte. Never rejects. */
export function openTransport(profile: ConnectionProfile, signal: AbortSignal): Promise<TransportOutcome> {
	switch (profile.protocol) {
		case "mqtt":
		case "mqtts":
			return openSocket(profile, signal);
		case "ws":
		case "wss":
			return openWebSocketTransport(profile, signal);
	}
}
