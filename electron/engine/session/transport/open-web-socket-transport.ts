/** `ws` and `wss`. */
import type { ConnectionProfile } from "../../../../shared/model/connection.ts";
import { createFailure } from "../../../../shared/model/create-failure.ts";
import type { Failure } from "../../../../shared/model/failure.ts";
import { openWebSocket, type WebSocketTrouble } from "../../../websocket/open-websocket.ts";
import { selectNetworkFailure } from "../select-network-failure.ts";
import { selectTlsOptions } from "./select-tls-options.ts";
import type { TransportOutcome } from "./transport.ts";
import { wrapStream } from "./wrap-stream.ts";

export async function openWebSocketTransport(profile: ConnectionProfile, signal: AbortSignal): Promise<TransportOutcome> {
	const { host, port, path } = profile;
	let tls = null;
	try {
		if (profile.protocol === "wss") tls = selectTlsOptions(profile);
	} catch (error) {
		const cause = error instanceof Error && "code" in error ? String(error.code) : "certificate";
		return { ok: false, failure: createFailure("tls-failed", { cause }) };
	}
	// The names under which WebSocket servers know the versions. [MQTT-6.0.0-3]
	const subprotocol = profile.version === "3.1" ? "mqttv3.1" : "mqtt";
	const outcome = await openWebSocket({ host, port, path, subprotocol, tls, signal });
	if (!outcome.ok) return { ok: false, failure: selectFailure(outcome.trouble, profile) };
	const { stream, terminate } = outcome.value;
	const attach = (listener: (chunk: Buffer) => void) => {
		stream.on("data", listener);
	};
	const transport = wrapStream(stream, { readsDirectly: false, attach });
	const cut = () => {
		transport.cut();
		terminate();
	};
	return { ok: true, value: { ...transport, cut } };
}

function selectFailure(trouble: WebSocketTrouble, profile: ConnectionProfile): Failure {
	const { host, port } = profile;
	switch (trouble.kind) {
		case "status":
			return createFailure("websocket-status", { status: trouble.status });
		case "handshake":
			return createFailure("websocket-failed", { cause: trouble.cause });
		case "aborted":
			return createFailure("aborted");
		case "network": {
			const isReset = trouble.error.code === "ECONNRESET" || trouble.error.code === "EPIPE";
			if (isReset)
				return createFailure(profile.protocol === "wss" ? "tls-to-plain-port" : "closed-before-connack", { host, port });
			return selectNetworkFailure(trouble.error, profile);
		}
	}
}
