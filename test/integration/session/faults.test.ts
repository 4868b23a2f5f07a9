import { spawn } from "node:child_process";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createSubscription, createTestSession, type TestSession } from "../../support/create-test-session.ts";
import { launchMosquitto, type Mosquitto } from "../../support/launch-mosquitto.ts";
import { launchMosquittoSub, runMosquittoPub } from "../../support/launch-mqtt-peers.ts";
import { type Fault, type FaultProxy, startFaultProxy } from "../../support/start-fault-proxy.ts";

let broker: Mosquitto;
const closers: (() => Promise<void>)[] = [];

beforeAll(async () => {
	broker = await launchMosquitto({ config: ["max_queued_messages 0"] });
});
afterEach(async () => {
	for (const close of closers.splice(0)) await close();
});
afterAll(() => broker.close());

const FAULTS = 40;

/** Cuts at a place that moves on from connection to connection, in turn from and to the broker; after them the line is good. */
function selectFault(index: number): Fault {
	if (index >= FAULTS) return { cut: null, splits: false };
	const afterBytes = 20 + ((index * 137) % 900);
	const kind = index % 3 === 0 ? "close" : "reset";
	return { cut: { kind, direction: index % 2 === 0 ? "from" : "to", afterBytes }, splits: index % 5 === 4 };
}

async function openThroughProxy(version: "3.1.1" | "5.0", filter: string): Promise<TestSession & { readonly proxy: FaultProxy }> {
	const proxy = await startFaultProxy(broker, selectFault);
	const session = createTestSession(
		{
			port: proxy.port,
			version,
			autoReconnect: true,
			reconnectDelaySeconds: 0.001,
			cleanStart: false,
			sessionExpirySeconds: 600,
			connectTimeoutSeconds: 1,
		},
		[createSubscription(filter, 2)],
	);
	closers.push(() => session.close(), proxy.close);
	session.connect();
	return Object.assign(session, { proxy });
}

describe.each(["3.1.1", "5.0"] as const)("on %s, over a line that is cut again and again", (version) => {
	const texts = Array.from({ length: 120 }, (_, index) => `message ${index}`);

	test("what is published with QoS 2 arrives exactly once, with QoS 1 at least once, and nothing fails", async () => {
		const peer = await launchMosquittoSub(broker, ["-t", `faults/out/${version}/#`, "-q", "2", "-v"]);
		const session = await openThroughProxy(version, "nothing");
		for (const text of texts) {
			session.publishText(`faults/out/${version}/2`, text, 2);
			session.publishText(`faults/out/${version}/1`, text, 1);
		}
		const { conversation } = session;
		await conversation.waitUntil(
			() => conversation.published.every(({ delivery }) => delivery.state === "done"),
			`deliveries: ${session.states.length}`,
			20_000,
		);
		await runMosquittoPub(broker, ["-t", `faults/out/${version}/end`, "-q", "2", "-m", "end"]);
		await peer.waitForLine(/\/end end$/);
		const read = (qos: number) =>
			peer.lines
				.filter((line) => line.startsWith(`faults/out/${version}/${qos} `))
				.map((line) => line.slice(line.indexOf(" ") + 1));
		expect(read(2).toSorted()).toEqual(texts.toSorted());
		expect(new Set(read(1))).toEqual(new Set(texts));
		expect(session.proxy.connections).toBeGreaterThan(3);
		await peer.kill();
	}, 60_000);

	test("what comes in with QoS 2 is stored exactly once", async () => {
		const session = await openThroughProxy(version, `faults/in/${version}`);
		const { conversation } = session;
		await conversation.waitUntil(() => session.entries[0]?.status.kind === "granted", "granted", 30_000);
		const publisher = spawn("mosquitto_pub", ["-p", String(broker.port), "-t", `faults/in/${version}`, "-q", "2", "-l"]);
		publisher.stdin.end(`${texts.join("\n")}\n`);
		await conversation.waitUntil(() => conversation.received.length >= texts.length, "all", 20_000);
		await conversation.waitUntil(() => conversation.heldPacketIds.size === 0, "all released", 20_000);
		expect(conversation.received.map(({ payload }) => Buffer.from(payload).toString()).toSorted()).toEqual(texts.toSorted());
		expect(session.proxy.connections).toBeGreaterThan(3);
	}, 60_000);
});
