import type { Frame } from "./wire.ts";

/**
 * The receiving half that all wires share: frames that came before anybody listened are kept in order, and an end is told once to
 * each who asked, also to those who ask afterwards.
 */
export interface Mailbox {
	readonly isClosed: boolean;
	deliver(frame: Frame): void;
	/** Frames kept until now are still handed over; none come afterwards. */
	close(): void;
	onFrame(listener: (frame: Frame) => void): void;
	onClose(listener: () => void): void;
}

export function createMailbox(): Mailbox {
	const kept: Frame[] = [];
	const closeListeners: (() => void)[] = [];
	let frameListener: ((frame: Frame) => void) | null = null;
	let isClosed = false;
	return {
		get isClosed() {
			return isClosed;
		},
		deliver: (frame) => {
			if (isClosed) return;
			if (frameListener === null) kept.push(frame);
			else frameListener(frame);
		},
		close: () => {
			if (isClosed) return;
			isClosed = true;
			for (const listener of closeListeners.splice(0)) listener();
		},
		onFrame: (listener) => {
			frameListener = listener;
			for (const frame of kept.splice(0)) listener(frame);
		},
		onClose: (listener) => {
			if (isClosed) listener();
			else closeListeners.push(listener);
		},
	};
}
