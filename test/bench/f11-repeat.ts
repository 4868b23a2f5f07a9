/**
 * F11, its second half: how evenly a 10 ms repeat goes out. The session runs as in the engine, with a real mosquitto at its other end; each
 * message carries the moment it was made, and what is measured is how far that is from its place on the grid. The yardstick is a bare
 * timer on the same grid in the same minute.
 */
import { createTestSession } from "../support/create-test-session.ts";
import { launchMosquitto } from "../support/launch-mosquitto.ts";
import { median, percentile, printRow, round } from "./report.ts";

const INTERVAL_MS = 10;
const COUNT = 1000;
const RUNS = 3;

function measureJitter(times: readonly number[]): number {
	const [first = 0] = times;
	return percentile(
		times.map((at, index) => Math.abs(at - first - index * INTERVAL_MS)),
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
	what: "jitter of a 10 ms repeat, with variables, through mosquitto: distance from the grid",
	figures: {
		jitterP95Ms: round(median(repeats.map(({ jitterMs }) => jitterMs)), 2),
		bareTimerP95Ms: round(median(bare), 2),
		missed: repeats.reduce((sum, { missed }) => sum + missed, 0),
		messages: COUNT * RUNS,
	},
	goal: "p95 at most 3 ms",
});
