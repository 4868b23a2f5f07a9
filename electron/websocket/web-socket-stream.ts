import type { Duplex } from "node:stream";
import { createWebSocketStream, type RawData, type WebSocket } from "ws";

/**
 * A WebSocket as a stream of bytes. A text message ends it with an error: MQTT allows binary ones only [MQTT-6.0.0-1], and so do we.
 * Message boundaries mean nothing in the stream. [MQTT-6.0.0-2]
 */
export function openWebSocketStream(socket: WebSocket): Duplex {
	const stream = createWebSocketStream(socket);
	// The library's own listener would let text through as if it were bytes.
	socket.removeAllListeners("message");
	socket.on("message", (message: RawData, isBinary: boolean) => {
		if (!isBinary) {
			stream.destroy(new Error("a text message came where only binary ones are allowed"));
			return;
		}
		if (!stream.push(message)) socket.pause();
	});
	// A closed WebSocket has no half that stays open: what was received is read to its end, then the stream closes.
	stream.once("end", () => stream.destroy());
	return stream;
}
