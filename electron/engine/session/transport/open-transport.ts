import type { ConnectionProfile } from "../../../../shared/model/connection.ts";
import { openSocket } from "./open-socket.ts";
import { openWebSocketTransport } from "./open-web-socket-transport.ts";
import type { TransportOutcome } from "./transport.ts";

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
