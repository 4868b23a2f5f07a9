import { createMailbox } from "../../shared/link/create-mailbox.ts";
import { decodeFrame, encodeFrame } from "../../shared/link/frame-codec.ts";
import type { Wire } from "../../shared/link/wire.ts";

/** A wire over a WebSocket of the page. Resolves when it is open; null where it could not be opened, which a page is told no more of. */
export function openSocketWire(address: string, subprotocols: readonly string[]): Promise<Wire | null> {
	return new Promise((resolve) => {
		const socket = new WebSocket(address, [...subprotocols]);
		socket.binaryType = "arraybuffer";
		const mailbox = createMailbox();
		const close = () => {
			socket.close();
			mailbox.close();
		};
		socket.addEventListener("message", (event: MessageEvent<unknown>) => {
			const frame = event.data instanceof ArrayBuffer ? decodeFrame(new Uint8Array(event.data)) : null;
			if (frame === null) close();
			else mailbox.deliver(frame);
		});
		socket.addEventListener("close", () => {
			mailbox.close();
			resolve(null);
		});
		socket.addEventListener("open", () =>
			resolve({
				send: (frame) => {
					// A socket that is closing has not said so yet, and a browser complains of what is sent to it.
					if (!mailbox.isClosed && socket.readyState === WebSocket.OPEN) socket.send(encodeFrame(frame));
				},
				onFrame: mailbox.onFrame,
				onClose: mailbox.onClose,
				close,
			}),
		);
	});
}
