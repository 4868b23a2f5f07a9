/** `ws` and `wss`. */
import { createFailure } from "../../../../shared/model/create-failure.ts";
import type { Failure } from "../../../../shared/model/failure.ts";
import { isSecretHeader, nameHeaderSecret } from "../../../../shared/model/secret.ts";
import { openWebSocket, type WebSocketTrouble } from "../../../websocket/open-websocket.ts";
import { selectNetworkFailure } from "../select-network-failure.ts";
import { openLine } from "./open-line.ts";
import type { TransportOptions, TransportOutcome } from "./transport.ts";
import { wrapStream } from "./wrap-stream.ts";

export async function openWebSocketTransport(options: TransportOptions): Promise<TransportOutcome> {
	const { profile, signal } = options;
	const { host, port, path } = profile;
	const isEncrypted = profile.protocol === "wss";
	const line = await openLine({ ...options, isEncrypted, readsDirectly: false });
	if (!line.ok) return line;
	options.onPhase("websocket");
	// The names under which WebSocket servers know the versions. [MQTT-6.0.0-3]
	const subprotocol = profile.version === "3.1" ? "mqttv3.1" : "mqtt";
	const headers = selectHeaders(options);
	const { socket } = line.value;
	const outcome = await openWebSocket({ host, port, path, subprotocol, isEncrypted, headers, socket, signal });
	if (!outcome.ok) {
		socket.destroy();
		return { ok: false, failure: selectFailure(outcome.trouble, options) };
	}
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

/** Several values of one name go out one after the other, in their order. */
function selectHeaders({ profile, secrets }: TransportOptions): ReadonlyMap<string, readonly string[]> {
	const headers = new Map<string, string[]>();
	for (const { name, value } of profile.webSocketHeaders) {
		const sent = isSecretHeader(name) ? (secrets[nameHeaderSecret(name)] ?? "") : value;
		const key = [...headers.keys()].find((known) => known.toLowerCase() === name.toLowerCase()) ?? name;
		headers.set(key, [...(headers.get(key) ?? []), sent]);
	}
	return headers;
}

function selectFailure(trouble: WebSocketTrouble, { profile }: TransportOptions): Failure {
	const { host, port } = profile;
	switch (trouble.kind) {
		case "status":
			return selectStatusFailure(trouble, profile.path);
		case "handshake":
			return createFailure("websocket-failed", { cause: trouble.cause });
		case "aborted":
			return createFailure("aborted");
		case "network": {
			const isReset = trouble.error.code === "ECONNRESET" || trouble.error.code === "EPIPE";
			return isReset ? createFailure("closed-before-connack", { host, port }) : selectNetworkFailure(trouble.error, profile);
		}
	}
}

function selectStatusFailure({ status, location }: Extract<WebSocketTrouble, { kind: "status" }>, path: string): Failure {
	if (status === 401) return createFailure("websocket-unauthorised", { status });
	if (status === 403) return createFailure("websocket-forbidden", { status });
	if (status === 404) return createFailure("websocket-path-unknown", { status, path });
	if ([301, 302, 303, 307, 308].includes(status))
		return createFailure("websocket-redirected", { status, location: location ?? "?" });
	return createFailure("websocket-status", { status });
}
