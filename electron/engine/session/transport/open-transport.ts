import { openLine } from "./open-line.ts";
import { openWebSocketTransport } from "./open-web-socket-transport.ts";
import type { TransportOptions, TransportOutcome } from "./transport.ts";
import { wrapStream } from "./wrap-stream.ts";

/** Opens the way to the broker, as far as the first MQTT byte. Never rejects. */
export async function openTransport(options: TransportOptions): Promise<TransportOutcome> {
	const { protocol } = options.profile;
	switch (protocol) {
		case "mqtt":
		case "mqtts": {
			const line = await openLine({ ...options, isEncrypted: protocol === "mqtts", readsDirectly: true });
			if (!line.ok) return line;
			return { ok: true, value: wrapStream(line.value.socket, line.value.reading) };
		}
		case "ws":
		case "wss":
			return openWebSocketTransport(options);
	}
}
