import { createMailbox } from "./create-mailbox.ts";
import { parseFrame } from "./parse-frame.ts";
import type { Wire } from "./wire.ts";

/**
 * Two ends in one process. Frames are copied as any other wire copies them, and come later, in order, never during `send`. A close
 * comes after the frames that were sent before it.
 */
export function createMemoryWires(): readonly [Wire, Wire] {
	const left = createMailbox();
	const right = createMailbox();
	return [createEnd(left, right), createEnd(right, left)];
}

function createEnd(own: ReturnType<typeof createMailbox>, other: ReturnType<typeof createMailbox>): Wire {
	const close = () => {
		if (own.isClosed) return;
		own.close();
		queueMicrotask(() => other.close());
	};
	return {
		send: (frame) => {
			if (own.isClosed) return;
			const copy: unknown = structuredClone(frame);
			queueMicrotask(() => {
				const parsed = parseFrame(copy);
				if (parsed !== null) {
					other.deliver(parsed);
					return;
				}
				other.close();
				queueMicrotask(() => own.close());
			});
		},
		onFrame: own.onFrame,
		onClose: own.onClose,
		close,
	};
}
