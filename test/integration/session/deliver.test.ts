import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { MqttVersion, Protocol } from "../../../shared/model/connection.ts";
import { createSubscription, createTestSession, type TestSession } from "../../support/create-test-session.ts";
import { launchMosquitto, type Mosquitto } from "../../support/launch-mosquitto.ts";
import { launchMosquittoSub, runMosquittoPub } from "../../support/launch-mqtt-peers.ts";

let broker: Mosquitto;
const open: TestSession[] = [];

beforeAll(async () => {
	broker = await launchMosquitto({ webSocket: true });
});
afterEach(async () => {
	await Promise.all(open.splice(0).map((session) => session.close()));
});
afterAll(() => broker.close());

function keep(session: TestSession): TestSession {
	open.push(session);
	return session;
}

const VERSIONS: readonly MqttVersion[] = ["3.1", "3.1.1", "5.0"];
const PROTOCOLS: readonly Protocol[] = ["mqtt", "ws"];
const CASES = VERSIONS.flatMap((version) => PROTOCOLS.map((protocol) => ({ version, protocol })));

describe.each(CASES)("over $protocol with MQTT $version", ({ version, protocol }) => {
	const readPort = () => (protocol === "ws" ? (broker.webSocketPort ?? 0) : broker.port);

	test("messages of every QoS arrive once each, in order and byte for byte", async () => {
		const topic = `in/${version}/${protocol}`;
		const session = keep(createTestSession({ version, protocol, port: readPort() }, [createSubscription(`${topic}/#`, 2)]));
		session.connect();
		await session.conversation.waitUntil(() => session.entries[0]?.status.kind === "granted", "the subscription is granted");
		for (const qos of ["0", "1", "2"]) {
			for (const text of ["a", "ü", ""])
				await runMosquittoPub(broker, ["-t", `${topic}/${qos}`, "-q", qos, ...(text ? ["-m", text] : ["-n"])]);
		}
		await session.conversation.waitUntil(() => session.conversation.received.length === 9, "nine messages");
		expect(
			session.conversation.received.map(({ topic: name, payload, qos }) => [name, Buffer.from(payload).toString(), qos]),
		).toEqual([0, 1, 2].flatMap((qos) => ["a", "ü", ""].map((text) => [`${topic}/${qos}`, text, qos])));
		expect(session.entries[0]).toMatchObject({ received: 9, status: { kind: "granted", qos: 2, resumed: false } });
		await session.conversation.waitUntil(() => session.conversation.heldPacketIds.size === 0, "the last PUBREL");
	});

	test("what is published with every QoS is printed by mosquitto_sub, and its delivery is told step by step", async () => {
		const topic = `out/${version}/${protocol}`;
		const peer = await launchMosquittoSub(broker, ["-t", `${topic}/#`, "-q", "2", "-v"]);
		const session = keep(createTestSession({ version, protocol, port: readPort() }));
		session.connect();
		await session.waitForState("connected");
		for (const qos of [0, 1, 2] as const)
			expect(session.publishText(`${topic}/${qos}`, `text ${qos}`, qos)).toMatchObject({ ok: true });
		for (const qos of [0, 1, 2]) await peer.waitForLine(new RegExp(`^${topic}/${qos} text ${qos}$`));
		const { conversation } = session;
		await conversation.waitUntil(
			() => conversation.published.every(({ delivery }) => delivery.state === "done"),
			"all delivered",
		);
		expect(conversation.published.map(({ delivery }) => delivery.ticks.map(({ step }) => step))).toEqual([
			["sent"],
			["sent", "puback"],
			["sent", "pubrec", "pubcomp"],
		]);
		await peer.kill();
	});
});
