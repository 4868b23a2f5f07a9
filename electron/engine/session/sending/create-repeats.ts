/**
 * Messages that are sent again and again. Each keeps to a grid that was fixed when it began, so that a late timer does not move those
 * after it. A time that has gone by altogether (the machine slept, or was too busy) is counted and not made up for.
 */
import { randomUUID } from "node:crypto";
import type { Result } from "../../../../shared/contract/spec.ts";
import type { Failure } from "../../../../shared/model/failure.ts";
import type { MessageOrder } from "../../../../shared/model/message-order.ts";
import type { Repeat, RepeatSchedule, RepeatState } from "../../../../shared/model/outgoing.ts";
import type { Clock } from "../../ports.ts";
import type { Sender } from "./create-sender.ts";

export interface Repeats {
	/** Running ones, and those that have ended and were not dismissed; the latest last. */
	readonly list: readonly Repeat[];
	/** Sends the first at once. Answers with the reason where that one is refused; then nothing has begun. */
	start(order: MessageOrder, schedule: RepeatSchedule): Result<{ readonly id: string }>;
	/** false = there is none of this id. */
	stop(id: string): boolean;
	/** Takes one that has ended off the list. */
	dismiss(id: string): boolean;
	/** A person ended the connection: what ran stops, and says so. */
	endAll(): void;
	/** What became of a message with QoS 1 or 2. */
	settle(seq: number, isDelivered: boolean): void;
}

export interface RepeatsOptions {
	readonly sender: Sender;
	readonly clock: Clock;
	/** Counts or states moved; may be called at any rate. */
	readonly onChange: () => void;
}

/** Ended ones that nobody dismissed. */
const MOST_ENDED = 20;

interface Run {
	repeat: Repeat;
	readonly order: MessageOrder;
	timer: NodeJS.Timeout | undefined;
	/** How many places of the grid have gone by. */
	ticks: number;
	/** Sent with QoS 1 or 2, and not answered yet. */
	readonly open: Set<number>;
}

export function createRepeats({ sender, clock, onChange }: RepeatsOptions): Repeats {
	const runs = new Map<string, Run>();

	const end = (run: Run, state: RepeatState) => {
		clearTimeout(run.timer);
		run.repeat = { ...run.repeat, state, nextAt: null };
		const ended = [...runs.values()].filter(({ repeat }) => !isUnderWay(repeat));
		for (const { repeat } of ended.slice(0, -MOST_ENDED)) runs.delete(repeat.id);
		onChange();
	};

	const send = (run: Run): Failure | null => {
		const sent = sender.send(run.order, run.repeat.sent + 1);
		if (!sent.ok) return sent.failure;
		if (run.order.qos > 0) run.open.add(sent.value.seq);
		run.repeat = { ...run.repeat, sent: run.repeat.sent + 1, state: { kind: "running" } };
		return null;
	};

	const plan = (run: Run) => {
		const { startedAt, intervalMs, count, sent } = run.repeat;
		if (count !== null && sent >= count) {
			end(run, { kind: "ended", at: clock.now(), reason: "complete" });
			return;
		}
		run.ticks += 1;
		const nextAt = startedAt + run.ticks * intervalMs;
		run.repeat = { ...run.repeat, nextAt };
		run.timer = setTimeout(() => fire(run), Math.max(0, nextAt - clock.now()));
		onChange();
	};

	/** Passes over the places of the grid that have gone by altogether. */
	const skipMissed = (run: Run, lateMs: number) => {
		const missed = Math.max(0, Math.floor(lateMs / run.repeat.intervalMs));
		if (missed === 0) return;
		run.ticks += missed;
		run.repeat = { ...run.repeat, missed: run.repeat.missed + missed };
	};

	const fire = (run: Run) => {
		const early = (run.repeat.nextAt ?? 0) - clock.now();
		// Timers count whole milliseconds, and may come up to one too soon.
		if (early > 0.5) {
			run.timer = setTimeout(() => fire(run), early);
			return;
		}
		skipMissed(run, -early);
		const failure = send(run);
		if (failure !== null && failure.code !== "offline-qos-0") {
			end(run, { kind: "failed", at: clock.now(), failure });
			return;
		}
		if (failure !== null) {
			run.repeat = { ...run.repeat, skipped: run.repeat.skipped + 1, state: { kind: "paused", failure } };
		}
		plan(run);
	};

	return {
		get list() {
			return [...runs.values()].map(({ repeat }) => repeat);
		},
		start(order, schedule) {
			const startedAt = clock.now();
			const { topic, qos } = order;
			const repeat: Repeat = {
				...schedule,
				id: randomUUID(),
				topic,
				qos,
				startedAt,
				sent: 0,
				undelivered: 0,
				skipped: 0,
				missed: 0,
				nextAt: startedAt,
				state: { kind: "running" },
			};
			const run: Run = { repeat, order, timer: undefined, ticks: 0, open: new Set() };
			const failure = send(run);
			if (failure !== null) return { ok: false, failure };
			runs.set(repeat.id, run);
			plan(run);
			return { ok: true, value: { id: repeat.id } };
		},
		stop(id) {
			const run = runs.get(id);
			if (run === undefined) return false;
			if (isUnderWay(run.repeat)) end(run, { kind: "ended", at: clock.now(), reason: "stopped" });
			return true;
		},
		dismiss(id) {
			const run = runs.get(id);
			if (run === undefined || isUnderWay(run.repeat)) return false;
			runs.delete(id);
			onChange();
			return true;
		},
		endAll() {
			for (const run of [...runs.values()]) {
				if (isUnderWay(run.repeat)) end(run, { kind: "ended", at: clock.now(), reason: "disconnected" });
			}
		},
		settle(seq, isDelivered) {
			for (const run of runs.values()) {
				if (!run.open.delete(seq)) continue;
				if (!isDelivered) run.repeat = { ...run.repeat, undelivered: run.repeat.undelivered + 1 };
				onChange();
				return;
			}
		},
	};
}

function isUnderWay({ state }: Repeat): boolean {
	return state.kind === "running" || state.kind === "paused";
}
