/** F3: mosquitto at its own limit, the page open on the chat: everything stored, and what a message costs the engine. */
import { launchMosquitto } from "../support/launch-mosquitto.ts";
import { launchProgram } from "../support/launch-program.ts";
import { openPage } from "./open-page.ts";
import { openParley } from "./open-parley.ts";
import { readProbe, startProbe } from "./page-probe.ts";
import { percentile, printRow, readCpuSeconds, round } from "./report.ts";

const COUNT = 1_000_000;
/** What the engine waits for more bytes under load: the yardstick is given reads of the same size. */
const COALESCE_MS = 2;
const QUIET = ["log_type none", "log_type information", "max_queued_messages 0", "sys_interval 1"];

function launchPublisher(port: number) {
	return launchProgram(process.execPath, [
		"test/bench/publisher.ts",
		"--port",
		String(port),
		"--count",
		String(COUNT),
		"--rate",
		"0",
	]);
}

async function measureBareClient(): Promise<number> {
	const broker = await launchMosquitto({ config: QUIET });
	const args = ["test/bench/bare-client.ts", String(broker.port), String(COUNT), String(COALESCE_MS)];
	const client = launchProgram(process.execPath, args);
	await new Promise((resolve) => setTimeout(resolve, 1000));
	const publisher = launchPublisher(broker.port);
	const [, , cpuSeconds] = (await client.waitForLine(/^done/, { limitMs: 120_000 })).split(" ");
	await publisher.ended;
	await broker.close();
	return (Number(cpuSeconds) / COUNT) * 1e6;
}

for (let run = 1; run <= 3; run += 1) {
	const bareMicroseconds = await measureBareClient();
	const broker = await launchMosquitto({ config: QUIET });
	const parley = await openParley();
	const bench = await openPage(parley);
	const id = await parley.connect("Limit", broker.port, "bench/#");
	await bench.page.getByText("Limit", { exact: true }).first().click();
	await bench.page.evaluate(startProbe);
	const cpuBefore = readCpuSeconds(parley.pid);
	const publisher = launchPublisher(broker.port);
	const beganAt = Number((await publisher.waitForLine(/^begin/)).slice(6));
	const endedAt = await parley.waitForReceived(id, COUNT).catch(() => Number.NaN);
	const ownMicroseconds = ((readCpuSeconds(parley.pid) - cpuBefore) / COUNT) * 1e6;
	const probe = await bench.page.evaluate(readProbe);
	printRow({
		id: "F3",
		what: `through mosquitto at its limit, page open, run ${run} of 3`,
		figures: {
			messagesPerSecond: Math.round(COUNT / ((endedAt - beganAt) / 1000)),
			sent: COUNT,
			counted: parley.readActivity(id)?.totals.received ?? 0,
			engineMicrosecondsPerMessage: round(ownMicroseconds, 2),
			bareClientMicrosecondsPerMessage: round(bareMicroseconds, 2),
			againstBareClient: round(ownMicroseconds / bareMicroseconds, 2),
			frameP95Ms: round(percentile(probe.frameMs, 0.95)),
			longestTaskMs: round(Math.max(0, ...probe.longTaskMs)),
			newestAgeP95Ms: round(percentile(probe.newestAgeMs, 0.95)),
		},
		goal: "everything counted; at most 1.5 x the bare client; F5's figures hold",
	});
	await bench.close();
	await parley.close();
	await broker.close();
}
