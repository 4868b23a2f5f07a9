/**
 * Watches that the link is alive, both ways: a PINGREQ where nothing was sent or received for three quarters of the keep alive, and
 * half of it more for anything to come back, so that a dead link is known within one and a half [MQTT-3.1.2-22]. Messages that keep
 * coming count as life. While reading is held back on purpose, silence proves nothing.
 */
import type { Clock } from "../ports.ts";

export interface KeepAlive {
	noteReceived(): void;
	noteSent(): void;
	stop(): void;
}

export interface KeepAliveOptions {
	/** 0 = off. */
	readonly seconds: number;
	readonly clock: Clock;
	readonly isReading: () => boolean;
	readonly onPing: () => void;
	readonly onDead: (silentSeconds: number) => void;
}

/** After the machine or the process slept, a link that does not answer this fast is taken for dead. */
const WAKE_DEADLINE_MS = 5000;
const LONGEST_TICK_MS = 1000;
const SHORTEST_TICK_MS = 50;

export function createKeepAlive({ seconds, clock, isReading, onPing, onDead }: KeepAliveOptions): KeepAlive {
	const keepAliveMs = seconds * 1000;
	const tickMs = Math.min(LONGEST_TICK_MS, Math.max(SHORTEST_TICK_MS, keepAliveMs / 16));
	let receivedAt = clock.now();
	let sentAt = receivedAt;
	let tickedAt = receivedAt;
	/** When the ping under way is given up; null = none is. */
	let deadline: number | null = null;
	const ping = (now: number, patienceMs: number) => {
		deadline = now + patienceMs;
		onPing();
	};
	const tick = () => {
		const now = clock.now();
		const hasSlept = now - tickedAt > tickMs + WAKE_DEADLINE_MS;
		tickedAt = now;
		if (!isReading()) {
			receivedAt = now;
			deadline = null;
		}
		if (hasSlept) {
			ping(now, Math.min(WAKE_DEADLINE_MS, keepAliveMs / 2));
		} else if (deadline !== null && now >= deadline) {
			clearInterval(timer);
			onDead(Math.round((now - receivedAt) / 1000));
		} else if (deadline === null && now - Math.min(receivedAt, sentAt) >= keepAliveMs * 0.75) {
			ping(now, keepAliveMs / 2);
		}
	};
	const timer = seconds === 0 ? undefined : setInterval(tick, tickMs);
	return {
		noteReceived: () => {
			receivedAt = clock.now();
			deadline = null;
		},
		noteSent: () => {
			sentAt = clock.now();
		},
		stop: () => clearInterval(timer),
	};
}
