import { createMailbox } from "../../shared/link/create-mailbox.ts";
import { parseFrame } from "../../shared/link/parse-frame.ts";
import type { Wire } from "../../shared/link/wire.ts";

/** What the wire needs of Electron's MessagePortMain; it is closed from afar when the page goes or reloads. */
export interface MainPort {
	on(event: "message", listener: (event: { readonly data: unknown }) => void): unknown;
	on(event: "close", listener: () => void): unknown;
	start(): void;
	postMessage(message: unknown): void;
	close(): void;
}

/** A wire over the main process's end of a channel. Nothing is transferred: a transfer list with a buffer would lose the message. */
export function openPortWire(port: MainPort): Wire {
	const mailbox = createMailbox();
	const close = () => {
		port.close();
		mailbox.close();
	};
	port.on("message", (event) => {
		const frame = parseFrame(event.data);
		if (frame === null) close();
		else mailbox.deliver(frame);
	});
	port.on("close", () => mailbox.close());
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
