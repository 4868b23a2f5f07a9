/**
 * R4: how long until a dead link is told as dead: a line that falls silent, a broker that is suspended, a broker that is killed, and
 * an engine that was itself suspended, as a machine that sleeps, while its line died. `node r4-dead-link.ts`
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectPath } from "../../build/project.ts";
import { median, printRow, round } from "../bench/report.ts";
import { createTestSession, type TestSession } from "../support/create-test-session.ts";
import { launchMosquitto } from "../support/launch-mosquitto.ts";
import { launchProgram } from "../support/launch-program.ts";
import { createDraft, openTestEngine } from "../support/open-test-engine.ts";
import { type Fault, startFaultProxy } from "../support/start-fault-proxy.ts";

const RUNS = 3;
const KEEP_ALIVE_SECONDS = 4;
/** Longer than what a busy machine can hold a process up for. */
const SLEEP_MS = 12_000;
const SOUND: Fault = { cut: null, splits: false };

let isGood = true;
await measure("a line that falls silent", 1500 * KEEP_ALIVE_SECONDS, async () => {
	const broker = await launchMosquitto();
	const proxy = await startFaultProxy(broker, () => SOUND);
	const session = open(proxy.port);
	await session.waitForState("connected");
	proxy.silence();
	const from = now();
	const took = (await waitForDeath(session)) - from;
	await session.close();
	await proxy.close();
	await broker.close();
	return took;
});
await measure("a broker that is suspended", 1500 * KEEP_ALIVE_SECONDS, async () => {
	const broker = await launchMosquitto();
	const session = open(broker.port);
	await session.waitForState("connected");
	broker.signal("SIGSTOP");
	const from = now();
	const took = (await waitForDeath(session)) - from;
	await session.close();
	await broker.close();
	return took;
});
await measure("a broker that is killed", 1000, async () => {
	const broker = await launchMosquitto();
	const session = open(broker.port);
	await session.waitForState("connected");
	const from = now();
	await broker.stop("SIGKILL");
	const took = (await waitForDeath(session)) - from;
	await session.close();
	await broker.close();
	return took;
});
await measure("an engine that slept while its line died (keep alive 60 s)", 6000, sleepThroughDeath);
process.exit(isGood ? 0 : 1);

function now(): number {
	return performance.timeOrigin + performance.now();
}

function open(port: number): TestSession {
	const session = createTestSession({ port, keepAliveSeconds: KEEP_ALIVE_SECONDS });
	session.connect();
	return session;
}

async function waitForDeath(session: TestSession): Promise<number> {
	await session.waitForState("failed", 30_000);
	return now();
}

/** Milliseconds from the engine's waking to its first word of a connection that is no longer connected. */
async function sleepThroughDeath(): Promise<number> {
	const folder = await mkdtemp(join(tmpdir(), "parley-sleep-"));
	const broker = await launchMosquitto();
	const proxy = await startFaultProxy(broker, () => SOUND);
	const engine = await openTestEngine({ folder });
	await engine.ask("connection.create", { draft: createDraft(proxy, { keepAliveSeconds: 60 }) });
	await engine.close();
	const program = launchProgram(process.execPath, [projectPath("test/support/run-engine.ts"), folder]);
	try {
		await program.waitForLine(/ connected$/);
		process.kill(program.pid, "SIGSTOP");
		proxy.silence();
		await new Promise((resolve) => setTimeout(resolve, SLEEP_MS));
		const fromLine = program.lines.length;
		process.kill(program.pid, "SIGCONT");
		const from = now();
		await program.waitForLine(/ (waiting|failed|connecting)$/, { fromLine, limitMs: 30_000 });
		return now() - from;
	} finally {
		process.kill(program.pid, "SIGCONT");
		await program.kill("SIGKILL");
		await proxy.close();
		await broker.close();
		await rm(folder, { recursive: true, force: true });
	}
}

async function measure(what: string, goalMs: number, run: () => Promise<number>): Promise<void> {
	const times: number[] = [];
	for (let index = 0; index < RUNS; index++) times.push(round(await run(), 0));
	const isKept = times.every((time) => time <= goalMs);
	isGood &&= isKept;
	printRow({
		...{ id: "R4", what, figures: { runs: RUNS, medianMs: median(times), longestMs: Math.max(...times), goalMs, isKept } },
		goal: "1.5 x keep alive; 1 s where the broker is killed; 6 s after waking",
	});
}
