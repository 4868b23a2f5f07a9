import type { Transport } from "./transport/transport.ts";

const DEADLINE_MS = 2000;

/**
 * Sends the last packet and waits until the other side has closed, at most two seconds, then cuts. What still comes is read and thrown
 * away: a socket destroyed with unread bytes resets, and a reset may overtake the packet that was to explain it.
 */
export function endGently(transport: Transport, last: Uint8Array): Promise<void> {
	return new Promise((resolve) => {
		const finish = () => {
			clearTimeout(deadline);
			transport.cut();
			resolve();
		};
		const deadline = setTimeout(finish, DEADLINE_MS);
		transport.listen({ onChunk: () => {}, onDrain: () => {}, onClose: finish });
		transport.resume();
		transport.end(last);
	});
}
