import type { ConnectionProfile } from "../../../../shared/model/connection.ts";
import { createFailure } from "../../../../shared/model/create-failure.ts";
import type { Failure } from "../../../../shared/model/failure.ts";
import type { TransportPhase } from "./transport.ts";

const CODES = {
	tcp: "connect-timeout",
	proxy: "proxy-timeout",
	tls: "tls-timeout",
	websocket: "websocket-timeout",
	connack: "connack-timeout",
} as const satisfies Record<TransportPhase, Failure["code"]>;

/** What the attempt was still waiting for when its time was over. */
export function createTimeoutFailure(phase: TransportPhase, profile: ConnectionProfile): Failure {
	const { host, port, proxy, connectTimeoutSeconds: seconds } = profile;
	const named = "host" in proxy ? `${proxy.host}:${proxy.port}` : proxy.kind;
	return createFailure(CODES[phase], { host, port, seconds, proxy: named });
}
