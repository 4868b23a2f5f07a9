/**
 * F11, its second half: how evenly a 10 ms repeat goes out. The session runs as in the engine, with a real mosquitto at its other end; each
 * message has the moment it was made, and what is measured is how far the step from one to the next is from the interval. The yardstick is
 * a bare timer on a grid in the same minute, which makes up for what it misses. Places that were missed are told beside it.
 */
import { createTestSession } from "../support/create-test-session.ts";
import { launchMosquitto } from "../support/launch-mosquitto.ts";
import { median, percentile, printRow, round } from "./report.ts";

const INTERVAL_MS = 10;
const COUNT = 1000;
const RUNS = 3;

/** How far each step is from the interval. A place that was missed counts, as the gap that it leaves. */
function measureJitter(times: readonly number[]): number {
	const steps = times.slice(1).map((at, index) => at - (times[index] ?? at));
	return percentile(
		steps.map((stepMs) => Math.abs(stepMs - INTERVAL_MS)),
		0.95,
	);
}

async function runBareTimer(): Promise<number> {
	const times: number[] = [];
	const start = performance.now();
	while (times.length < COUNT) {
		const dueMs = start + times.length * INTERVAL_MS - performance.now();
		await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueMs)));
		times.push(performance.now());
	}
	return measureJitter(times);
}

async function runRepeat(port: number): Promise<{ readonly jitterMs: number; readonly missed: number }> {
	let hasEnded = () => {};
	const ended = new Promise<void>((resolve) => {
		hasEnded = resolve;
	});
	const session = createTestSession({ port }, [], {
		onOutgoing: () => {
			if (session.repeats.list[0]?.state.kind === "ended") hasEnded();
		},
	});
	session.connect();
	await session.waitForState("connected");
	const order = { topic: "bench", payload: Buffer.from("{{seq}} {{iso}}"), qos: 0, retain: false, properties: {} } as const;
	session.repeats.start({ ...order, variables: "text" }, { intervalMs: INTERVAL_MS, count: COUNT });
	await ended;
	const missed = session.repeats.list[0]?.missed ?? Number.NaN;
	const jitterMs = measureJitter(session.conversation.published.map(({ at }) => at));
	await session.close();
	return { jitterMs, missed };
}

const broker = await launchMosquitto();
const bare: number[] = [];
const repeats: { readonly jitterMs: number; readonly missed: number }[] = [];
for (let run = 0; run < RUNS; run += 1) {
	bare.push(await runBareTimer());
	repeats.push(await runRepeat(broker.port));
}
await broker.close();
printRow({
	id: "F11",
	what: "jitter of a 10 ms repeat, with variables, through mosquitto: distance of each step from the interval",
	figures: {
		jitterP95Ms: round(median(repeats.map(({ jitterMs }) => jitterMs)), 2),
		bareTimerP95Ms: round(median(bare), 2),
		missed: repeats.reduce((sum, { missed }) => sum + missed, 0),
		messages: COUNT * RUNS,
	},
	goal: "p95 at most 3 ms",
});
