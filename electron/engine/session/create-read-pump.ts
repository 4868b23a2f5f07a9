/**
 * Reads in good portions. A broker under load writes message by message, and a read for each costs three times what the message
 * costs: where one small read of QoS 0 messages follows the other, the next waits for two milliseconds' worth. A read after a pause
 * is handed on at once. QoS 1 and 2 are never held back: their sender waits for our answers.
 */
import type { Transport } from "./transport/transport.ts";

export interface ReadPump {
	readonly onChunk: (chunk: Buffer) => void;
	/** Held by its owner, apart from the short waits. */
	readonly isHeld: boolean;
	setHeld(held: boolean): void;
	stop(): void;
}

const GATHER_MS = 2;
/** A read that follows the last one within this time belongs to a stream of them. */
const STREAM_GAP_MS = 1;
const SMALL_READ_BYTES = 32_768;
/** PUBLISH with QoS 0, whatever RETAIN says. */
const QOS_0_MASK = 0xfe;
const QOS_0_PUBLISH = 0x30;

export function createReadPump(transport: Transport, onChunk: (chunk: Buffer) => void): ReadPump {
	let isHeld = false;
	let isStopped = false;
	let readAt = 0;
	let timer: NodeJS.Timeout | null = null;
	const readOn = () => {
		timer = null;
		if (!isHeld && !isStopped) transport.resume();
	};
	return {
		get isHeld() {
			return isHeld;
		},
		onChunk: (chunk) => {
			const isStream = isStreamOfSmallReads(chunk);
			onChunk(chunk);
			if (!isStream || isHeld || isStopped || timer !== null) return;
			transport.pause();
			timer = setTimeout(readOn, GATHER_MS);
		},
		setHeld: (held) => {
			if (isHeld === held || isStopped) return;
			isHeld = held;
			if (held) transport.pause();
			else if (timer === null) transport.resume();
		},
		stop: () => {
			isStopped = true;
			if (timer !== null) clearTimeout(timer);
		},
	};

	/** Only the chunk's first byte is asked: whether it begins a packet matters little for what is a matter of speed alone. */
	function isStreamOfSmallReads(chunk: Buffer): boolean {
		const now = performance.now();
		const gapMs = now - readAt;
		readAt = now;
		const isQos0 = ((chunk[0] ?? 0) & QOS_0_MASK) === QOS_0_PUBLISH;
		return transport.readsDirectly && isQos0 && gapMs < STREAM_GAP_MS && chunk.length < SMALL_READ_BYTES;
	}
}
