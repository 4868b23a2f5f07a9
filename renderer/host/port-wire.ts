import { createMailbox } from "../../shared/link/create-mailbox.ts";
import { parseFrame } from "../../shared/link/parse-frame.ts";
import type { Wire } from "../../shared/link/wire.ts";

/** A wire over a MessagePort of the page. Frames are copied, never transferred; the port belongs to the wire from now on. */
export function openPortWire(port: MessagePort): Wire {
	const mailbox = createMailbox();
	const close = () => {
		port.close();
		mailbox.close();
	};
	port.addEventListener("message", (event) => {
		const frame = parseFrame(event.data);
		if (frame === null) close();
		else mailbox.deliver(frame);
	});
	port.addEventListener("messageerror", close);
	port.addEventListener("close", () => mailbox.close());
	port.start();
	return {
		send: (frame) => {
			if (!mailbox.isClosed) port.postMessage(frame);
		},
		onFrame: mailbox.onFrame,
		onClose: mailbox.onClose,
		close,
	};
}
