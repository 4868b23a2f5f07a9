import type { Duplex } from "node:stream";
import type { Transport, TransportListeners } from "./transport.ts";

/** How a stream hands over what it reads: by `data` events, or, for a socket with a read buffer of its own, by a call. */
export interface StreamReading {
	readonly readsDirectly: boolean;
	readonly attach: (onChunk: (chunk: Buffer) => void) => void;
}

/** Makes a Transport of an open stream. Writes of one tick go out together. */
export function wrapStream(stream: Duplex, reading: StreamReading): Transport {
	let listeners: TransportListeners | null = null;
	let isAttached = false;
	let isCorked = false;
	let lastError: NodeJS.ErrnoException | null = null;
	const close = () => {
		const told = listeners;
		listeners = null;
		stream.destroy();
		told?.onClose(lastError);
	};
	// An error with nobody to hear it would end the process, and one can still come after `cut`.
	stream.on("error", (error: NodeJS.ErrnoException) => {
		lastError = error;
		close();
	});
	const uncork = () => {
		isCorked = false;
		stream.uncork();
	};
	return {
		readsDirectly: reading.readsDirectly,
		listen: (given) => {
			listeners = given;
			if (stream.destroyed) queueMicrotask(close);
			if (isAttached) return;
			isAttached = true;
			stream.on("drain", () => listeners?.onDrain());
			stream.once("end", close);
			stream.once("close", close);
			reading.attach((chunk) => listeners?.onChunk(chunk));
		},
		write: (bytes) => {
			if (stream.destroyed || !stream.writable) return true;
			if (!isCorked) {
				isCorked = true;
				stream.cork();
				process.nextTick(uncork);
			}
			return stream.write(bytes);
		},
		end: (bytes) => {
			if (stream.writable) stream.end(bytes);
		},
		pause: () => stream.pause(),
		resume: () => stream.resume(),
		cut: () => {
			listeners = null;
			stream.destroy();
		},
	};
}
