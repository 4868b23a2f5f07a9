/** Everything that CONNECT can carry, as an independent decoder reads it; and what it allows the broker, which the broker has to keep to. */
import { afterEach, describe, expect, test } from "vitest";
import type { ConnectionProfile, LastWill } from "../../../shared/model/connection.ts";
import { createTestSession, type TestSession } from "../../support/create-test-session.ts";
import { launchMosquitto } from "../../support/launch-mosquitto.ts";
import { CONNACK_4, CONNACK_5, type ScriptedBroker, startScriptedBroker } from "../../support/scripted-broker.ts";

const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
	await Promise.all(closers.splice(0).map((close) => close()));
});

async function connect(profile: Partial<ConnectionProfile>, onConnect: string): Promise<[TestSession, ScriptedBroker]> {
	const version = profile.version === "5.0" || profile.version === undefined ? 5 : 4;
	const broker = await startScriptedBroker({ version, onConnect });
	const session = createTestSession({ port: broker.port, ...profile });
	closers.push(() => session.close(), broker.close);
	session.connect();
	return [session, broker];
}

const PAIRS = [
	{ key: "b", value: "1" },
	{ key: "a", value: "" },
	{ key: "b", value: "2" },
	{ key: "__proto__", value: "3" },
];

const WILL: LastWill = {
	topic: "gone",
	payload: Buffer.from([0, 255]),
	payloadSyntax: "hex",
	qos: 2,
	retain: true,
	delaySeconds: 3,
	properties: {
		payloadIsUtf8: false,
		messageExpirySeconds: 60,
		contentType: "image/png",
		responseTopic: "answers",
		correlationData: Buffer.from([1, 2]),
		userProperties: PAIRS,
	},
};

const PROPERTIES = {
	receiveMaximum: 2,
	maximumPacketBytes: 64,
	topicAliasMaximum: 2,
	requestResponseInformation: true,
	requestProblemInformation: false,
	userProperties: PAIRS,
};

describe("CONNECT", () => {
	test("on 5 carries every field, user properties in their order", async () => {
		const [session, broker] = await connect(
			{ will: WILL, properties: PROPERTIES, sessionExpirySeconds: 0xffff_ffff, username: "me", keepAliveSeconds: 7 },
			CONNACK_5,
		);
		await session.waitForState("connected");
		const packet = await (await broker.waitForConnection()).waitFor("connect");
		expect(packet).toMatchObject({
			protocolId: "MQTT",
			protocolVersion: 5,
			keepalive: 7,
			clean: true,
			properties: {
				sessionExpiryInterval: 0xffff_ffff,
				receiveMaximum: 2,
				maximumPacketSize: 64,
				topicAliasMaximum: 2,
				requestResponseInformation: true,
				requestProblemInformation: false,
			},
			will: {
				topic: "gone",
				qos: 2,
				retain: true,
				properties: {
					willDelayInterval: 3,
					payloadFormatIndicator: false,
					messageExpiryInterval: 60,
					contentType: "image/png",
					responseTopic: "answers",
				},
			},
		});
		expect(packet.username?.toString()).toBe("me");
		expect(packet.password).toBeUndefined();
		expect([...(packet.will?.payload ?? [])]).toEqual([0, 255]);
		expect(readPairBytes(packet.properties?.userProperties)).toEqual({ b: ["1", "2"], a: "", ["__proto__"]: "3" });
	});

	test("leaves unset what is unset", async () => {
		const [session, broker] = await connect({}, CONNACK_5);
		await session.waitForState("connected");
		const packet = await (await broker.waitForConnection()).waitFor("connect");
		expect(packet.properties ?? {}).toEqual({});
		expect(packet.will).toBeUndefined();
	});

	test("on 5 a password needs no user name", async () => {
		const broker = await startScriptedBroker({ onConnect: CONNACK_5 });
		const readSecrets = () => Promise.resolve({ password: "token" });
		const session = createTestSession({ port: broker.port, secrets: ["password"] }, [], { readSecrets });
		closers.push(() => session.close(), broker.close);
		session.connect();
		const packet = await (await broker.waitForConnection()).waitFor("connect");
		expect(packet.username).toBeUndefined();
		expect(packet.password?.toString()).toBe("token");
	});

	test.each([
		["3.1.1", "MQTT", 4],
		["3.1", "MQIsdp", 3],
	] as const)("on %s leaves out what only 5 can say", async (version, protocolId, protocolVersion) => {
		const [session, broker] = await connect({ version, will: WILL, properties: PROPERTIES }, CONNACK_4);
		await session.waitForState("connected");
		const packet = await (await broker.waitForConnection()).waitFor("connect");
		expect(packet).toMatchObject({ protocolId, protocolVersion, will: { topic: "gone", qos: 2 } });
		expect(packet.properties).toBeUndefined();
		expect(packet.will?.properties).toBeUndefined();
	});
});

function readPairBytes(pairs: object | undefined): unknown {
	return Object.fromEntries(Object.entries(pairs ?? {}));
}

describe("what CONNECT allows the broker", () => {
	const CASES = [
		["a topic alias beyond the maximum", "30 08 00 01 61 03 23 00 03 78", 0x94],
		["a topic alias that stands for nothing", "30 07 00 00 03 23 00 01 78", 0x82],
		["a packet beyond the maximum size", `30 40 00 01 61 00 ${"78 ".repeat(60)}`, 0x95],
		["a reason string that was not asked for", "40 07 00 01 00 03 1f 00 00", 0x82],
		[
			"more QoS 1 messages than may be under way",
			"32 07 00 01 61 00 01 00 78 32 07 00 01 61 00 02 00 78 32 07 00 01 61 00 03 00 78",
			0x93,
		],
	] as const;

	test.each(CASES)("%s ends the connection with its reason code", async (_name, hex, reasonCode) => {
		const [session, broker] = await connect({ properties: PROPERTIES }, `${CONNACK_5} ${hex}`);
		expect((await session.waitForState("failed")).failure).toMatchObject({ code: "protocol-error" });
		expect(await (await broker.waitForConnection()).waitFor("disconnect")).toMatchObject({ reasonCode });
	});

	test("a topic alias stands for the topic it came with, until it stands for another", async () => {
		const hex =
			"30 08 00 01 61 03 23 00 01 31 30 07 00 00 03 23 00 01 32 30 08 00 01 62 03 23 00 01 33 30 07 00 00 03 23 00 01 34";
		const [session] = await connect({ properties: PROPERTIES }, `${CONNACK_5} ${hex}`);
		await session.conversation.waitUntil(() => session.conversation.received.length === 4, "four messages");
		expect(session.conversation.received.map(({ topic }) => topic)).toEqual(["a", "a", "b", "b"]);
	});

	test("as many messages as may be under way come again and again, once each is answered", async () => {
		const [session, broker] = await connect({ properties: { ...PROPERTIES, receiveMaximum: 1 } }, CONNACK_5);
		await session.waitForState("connected");
		const connection = await broker.waitForConnection();
		for (const [index, id] of ["01", "02", "03"].entries()) {
			connection.send(`32 07 00 01 61 00 ${id} 00 78`);
			await connection.waitFor("puback", index);
		}
		connection.send("34 07 00 01 61 00 04 00 78");
		await connection.waitFor("pubrec");
		connection.send("62 02 00 04");
		await connection.waitFor("pubcomp");
		connection.send("32 07 00 01 61 00 05 00 78");
		await connection.waitFor("puback", 3);
		expect(session.state.kind).toBe("connected");
	});
});

test("mosquitto sends a will with all that it was given", async () => {
	const broker = await launchMosquitto();
	closers.push(() => broker.close());
	const watcher = createTestSession({ port: broker.port }, ["gone"]);
	const dying = createTestSession({ port: broker.port, will: { ...WILL, delaySeconds: 0 }, sessionExpirySeconds: 60 });
	closers.push(
		() => watcher.close(),
		() => dying.close(),
	);
	watcher.connect();
	await watcher.conversation.waitUntil(() => watcher.entries.every(({ status }) => status.kind === "granted"), "granted");
	dying.connect();
	await dying.waitForState("connected");
	dying.drop();
	await watcher.conversation.waitUntil(() => watcher.conversation.received.length === 1, "the will");
	const [will] = watcher.conversation.received;
	expect([...(will?.payload ?? [])]).toEqual([0, 255]);
	// What is left of the expiry is the broker's to count; an indicator of 0 is the default, which a broker may leave out.
	const { messageExpirySeconds, payloadIsUtf8: _indicator, ...rest } = will?.properties ?? {};
	expect(messageExpirySeconds).toBeGreaterThan(55);
	const { messageExpirySeconds: _expiry, payloadIsUtf8: _flag, correlationData: _data, ...sent } = WILL.properties;
	expect(rest).toEqual({ ...sent, correlationData: new Uint8Array([1, 2]) });
});

describe("Auto Reconnect", () => {
	test("stops after as many attempts in a row as it is allowed, and says so", async () => {
		const broker = await startScriptedBroker({ onConnect: "20 03 00 89 00" });
		const session = createTestSession({
			port: broker.port,
			autoReconnect: true,
			reconnectDelaySeconds: 0.01,
			reconnectAttempts: 3,
		});
		closers.push(() => session.close(), broker.close);
		session.connect();
		expect(await session.waitForState("failed")).toMatchObject({ gaveUpAfter: 3, failure: { code: "connack-refused" } });
		expect(broker.connections).toHaveLength(3);
	});

	test("has a limit for a broker that accepts and hangs up, too", async () => {
		const broker = await startScriptedBroker({
			onConnection: ({ socket }) => void socket.once("data", () => socket.end(Buffer.from([0x20, 3, 0, 0, 0]))),
		});
		const session = createTestSession({
			port: broker.port,
			autoReconnect: true,
			reconnectDelaySeconds: 0.01,
			reconnectAttempts: 4,
		});
		closers.push(() => session.close(), broker.close);
		session.connect();
		expect(await session.waitForState("failed")).toMatchObject({ gaveUpAfter: 4 });
	});
});
