/** F1: messages a second received, stored and counted, QoS 0, from a sender that only writes prebuilt bytes. */

import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { launchProgram } from "../support/launch-program.ts";
import { openParley } from "./open-parley.ts";
import { median, printRow, readCpuSeconds, round } from "./report.ts";

const COUNT = 1_000_000;
const RUNS = 3;

function launchSender() {
	return launchProgram(process.execPath, ["test/bench/sender.ts", "--count", String(COUNT), "--bytes", "120"]);
}

async function readPort(sender: ReturnType<typeof launchSender>): Promise<number> {
	return Number((await sender.waitForLine(/^port \d+/)).slice(5));
}

/** Messages a second of the bare client that counts and does nothing else. */
async function measureBareClient(): Promise<number> {
	const sender = launchSender();
	const client = launchProgram(process.execPath, ["test/bench/bare-client.ts", String(await readPort(sender)), String(COUNT)]);
	const [, ms] = (await client.waitForLine(/^done/, { limitMs: 120_000 })).split(" ");
	await sender.kill("SIGKILL");
	return COUNT / (Number(ms) / 1000);
}

async function measureMosquittoSub(): Promise<number> {
	const sender = launchSender();
	const args = ["-c", `mosquitto_sub -p ${await readPort(sender)} -t '#' -C ${COUNT} > /dev/null`];
	const client = launchProgram("sh", args);
	const beganAt = Number((await sender.waitForLine(/^begin/)).slice(6));
	await client.ended;
	await sender.kill("SIGKILL");
	return COUNT / ((Date.now() - beganAt) / 1000);
}

async function measureParley(): Promise<{ rate: number; stored: number; cpuMicroseconds: number }> {
	const sender = launchSender();
	const port = await readPort(sender);
	const parley = await openParley();
	const cpuBefore = readCpuSeconds(parley.pid);
	const id = await parley.connect("Ingest", port, "#");
	const beganAt = Number((await sender.waitForLine(/^begin/)).slice(6));
	const endedAt = await parley.waitForReceived(id, COUNT);
	const cpuMicroseconds = ((readCpuSeconds(parley.pid) - cpuBefore) / COUNT) * 1e6;
	await parley.link.request("connection.disconnect", { id });
	// Counted once more, by another reader than the product's own.
	const database = new DatabaseSync(join(parley.dataFolder, "history.sqlite"), { readOnly: true });
	const stored = Number(database.prepare("SELECT count(*) AS n FROM entry WHERE length(payload) = 120").get()?.["n"]);
	database.close();
	await sender.kill("SIGKILL");
	await parley.close();
	return { rate: COUNT / ((endedAt - beganAt) / 1000), stored, cpuMicroseconds };
}

const ratios: number[] = [];
for (let run = 1; run <= RUNS; run += 1) {
	const bare = await measureBareClient();
	const sub = await measureMosquittoSub();
	const own = await measureParley();
	ratios.push(own.rate / bare);
	printRow({
		id: "F1",
		what: `ingest, run ${run} of ${RUNS}: ${COUNT} messages of 120 bytes, QoS 0`,
		figures: {
			messagesPerSecond: Math.round(own.rate),
			bareClientPerSecond: Math.round(bare),
			mosquittoSubPerSecond: Math.round(sub),
			againstBareClient: round(own.rate / bare, 2),
			againstMosquittoSub: round(own.rate / sub, 2),
			cpuMicrosecondsPerMessage: round(own.cpuMicroseconds, 2),
			stored: own.stored,
			lost: COUNT - own.stored,
		},
		goal: "at least mosquitto_sub; at least 0.4 of the bare client; lost 0",
	});
}
printRow({ id: "F1", what: "median against the bare client", figures: { againstBareClient: round(median(ratios), 2) } });
