/**
 * R3: a line that is cut, reset, half closed, silenced, and split byte by byte, CONNACK among what is cut, while messages of every QoS go both
 * ways. What arrived is counted by mosquitto's own clients. `node r3-faults.ts [--count CYCLES] [--seed N]`.
 */
import { printRow, round } from "../bench/report.ts";
import { createSubscription, createTestSession, type TestSession } from "../support/create-test-session.ts";
import { launchMosquitto, type Mosquitto } from "../support/launch-mosquitto.ts";
import { launchMosquittoSub, runMosquittoPub } from "../support/launch-mqtt-peers.ts";
import { launchProgram } from "../support/launch-program.ts";
import { type Fault, startFaultProxy } from "../support/start-fault-proxy.ts";
import { type Chance, createChance, readOption } from "./seeded.ts";

const seed = readOption("seed", 3);
const cycles = readOption("count", 500);
/** Messages are spread over the cycles: one of each QoS every so often, both ways. */
const STEP_MS = 8;
const KEEP_ALIVE_SECONDS = 1;
const SETTLE_LIMIT_MS = 60_000;

let isGood = true;
for (const version of ["3.1.1", "5.0"] as const) {
	const broker = await launchMosquitto({ config: ["max_queued_messages 0"] });
	try {
		isGood = (await run(broker, version, Math.ceil(cycles / 2))) && isGood;
	} finally {
		await broker.close();
	}
}
process.exit(isGood ? 0 : 1);

function selectFault(chance: Chance, index: number, count: number): Fault {
	if (index >= count) return { cut: null, splits: false };
	const direction = chance.pick(["from", "to"] as const);
	// A silence costs a second and a half of keep alive: one in twenty is enough.
	const kind = chance.below(20) === 0 ? "stall" : chance.pick(["reset", "close", "half-close"] as const);
	// One in eight within CONNECT or CONNACK.
	const afterBytes = chance.below(8) === 0 ? 1 + chance.below(direction === "from" ? 4 : 30) : 20 + chance.below(1500);
	return { cut: { kind, direction, afterBytes }, splits: chance.below(4) === 0 };
}

async function run(broker: Mosquitto, version: "3.1.1" | "5.0", count: number): Promise<boolean> {
	const startedAt = performance.now();
	const chance = createChance(seed + Number(version[0]));
	const proxy = await startFaultProxy(broker, (index) => selectFault(chance, index, count));
	const listener = await launchMosquittoSub(broker, ["-t", "out/#", "-q", "2", "-v", "-i", "listener", "-c"]);
	const session = createTestSession(
		{
			...{ port: proxy.port, version, autoReconnect: true, reconnectDelaySeconds: 0.001, keepAliveSeconds: KEEP_ALIVE_SECONDS },
			...{ cleanStart: false, sessionExpirySeconds: 600, connectTimeoutSeconds: 2 },
		},
		[createSubscription("in/#", 2)],
	);
	session.connect();
	// What is published before the subscription stands would not have to arrive.
	await session.conversation.waitUntil(() => session.entries[0]?.status.kind === "granted", "subscribed", SETTLE_LIMIT_MS);

	const speakers = ([0, 1, 2] as const).map((qos) =>
		launchProgram("mosquitto_pub", ["-p", String(broker.port), "-t", `in/${qos}`, "-q", String(qos), "-l"]),
	);
	let sent = 0;
	let refusedOffline = 0;
	let failed = 0;
	const sentQosZero: string[] = [];
	while (proxy.connections <= count) {
		const text = `message ${sent++}`;
		for (const qos of [0, 1, 2] as const) {
			const answer = session.publishText(`out/${qos}`, text, qos);
			// Offline QoS 0 is refused on purpose, and said so.
			if (qos === 0 && answer.ok) sentQosZero.push(text);
			else if (qos === 0) refusedOffline += 1;
			else if (!answer.ok) failed += 1;
		}
		for (const speaker of speakers) speaker.write(`${text}\n`);
		await new Promise((resolve) => setTimeout(resolve, STEP_MS));
	}

	const { conversation } = session;
	const read = (topic: string) =>
		conversation.received.filter((message) => message.topic === topic).map(({ payload }) => Buffer.from(payload).toString());
	const isSettled = () =>
		conversation.published.every(({ delivery }) => delivery.state !== "waiting") &&
		conversation.heldPacketIds.size === 0 &&
		new Set(read("in/2")).size >= sent &&
		new Set(read("in/1")).size >= sent;
	const isStuck = await conversation.waitUntil(isSettled, "all settled", SETTLE_LIMIT_MS).then(
		() => false,
		() => true,
	);
	failed += conversation.published.filter(({ qos, delivery }) => qos > 0 && delivery.state === "failed").length;
	await runMosquittoPub(broker, ["-t", "out/end", "-q", "2", "-m", "end"]);
	await listener.waitForLine(/^out\/end end$/);
	const heard = (qos: number) =>
		listener.lines.filter((line) => line.startsWith(`out/${qos} `)).map((line) => line.slice(line.indexOf(" ") + 1));
	const lost = (texts: readonly string[]) => sent - new Set(texts).size;
	const repeated = (texts: readonly string[]) => texts.length - new Set(texts).size;
	const zero = heard(0);
	const figures = {
		...{ seed, cycles: proxy.connections - 1, messagesEachWayAndQos: sent },
		...{ outLost1: lost(heard(1)), outLost2: lost(heard(2)), outRepeated2: repeated(heard(2)) },
		...{ inLost1: lost(read("in/1")), inLost2: lost(read("in/2")), inRepeated2: repeated(read("in/2")) },
		...{ publishesFailed: failed, stuck: isStuck ? 1 : 0 },
		...{ outRepeated1: repeated(heard(1)), inRepeated1: repeated(read("in/1")) },
		...{ qos0Sent: sentQosZero.length, qos0Heard: zero.length, qos0Refused: refusedOffline, qos0Repeated: repeated(zero) },
		seconds: round((performance.now() - startedAt) / 1000),
	};
	await session.close();
	await proxy.close();
	for (const program of [...speakers, listener]) await program.kill();
	printRow({
		...{ id: "R3", what: `a line that fails, MQTT ${version}, QoS 0, 1 and 2 both ways`, figures },
		goal: "QoS 1 and 2 lost 0, QoS 2 repeated 0, failed 0, stuck 0",
	});
	const bad = [
		...[figures.outLost1, figures.outLost2, figures.outRepeated2, figures.inLost1, figures.inLost2, figures.inRepeated2],
		...[figures.publishesFailed, figures.stuck, figures.qos0Repeated],
	];
	if (isStuck) console.error(describeStuck(session));
	return bad.every((figure) => figure === 0);
}

function describeStuck(session: TestSession): string {
	const waiting = session.conversation.published.filter(({ delivery }) => delivery.state === "waiting");
	return JSON.stringify({ state: session.state, waiting: waiting.slice(0, 3), count: waiting.length });
}
