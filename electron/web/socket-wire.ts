import { createMailbox } from "../../shared/link/create-mailbox.ts";
import { decodeFrame, encodeFrame } from "../../shared/link/frame-codec.ts";
import type { Wire } from "../../shared/link/wire.ts";
import type { AcceptedWebSocket } from "../websocket/accept-websockets.ts";

/** A wire over an accepted WebSocket. Text, and bytes that are no frame, end it. */
export function openSocketWire(socket: AcceptedWebSocket): Wire {
	const mailbox = createMailbox();
	const close = () => {
		socket.close();
		mailbox.close();
	};
	socket.onMessage((message, isBinary) => {
		const frame = isBinary ? decodeFrame(message) : null;
		if (frame === null) close();
		else mailbox.deliver(frame);
	});
	socket.onClose(() => mailbox.close());
	return {
		send: (frame) => {
			if (!mailbox.isClosed) socket.send(encodeFrame(frame));
		},
		onFrame: mailbox.onFrame,
		onClose: mailbox.onClose,
		close,
	};
}
