/** The built-in broker: MQTT 3.1 to 5 on loopback, TCP and WebSocket, for trying things out without any set-up. */
import type { Result } from "../../../shared/contract/spec.ts";
import type { LocalBrokerState } from "../../../shared/model/local-broker.ts";

export interface LocalBroker {
	readonly state: LocalBrokerState;
	onState(listener: (state: LocalBrokerState) => void): () => void;
	/** Prefers 1883 and 8083; where they are taken, a free port. Running already is no failure. */
	start(): Promise<Result<{ readonly host: string; readonly tcpPort: number; readonly webSocketPort: number }>>;
	stop(): Promise<void>;
}
