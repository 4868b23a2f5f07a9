import { afterEach, describe, expect, test } from "vitest";
import type { ConnectionProfile } from "../../../shared/model/connection.ts";
import { createProfile, createSubscription, createTestSession, type TestSession } from "../../support/create-test-session.ts";
import { findFreePort } from "../../support/find-free-port.ts";
import {
	CONNACK_4,
	CONNACK_5,
	type ScriptedBroker,
	type ScriptedBrokerOptions,
	startScriptedBroker,
} from "../../support/scripted-broker.ts";
import { FORBIDDEN_AFTER_CONNACK, FORBIDDEN_FIRST } from "../../unit/electron/engine/session/guard/forbidden-packets.ts";

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
	await Promise.all(closers.splice(0).map((close) => close()));
});

async function start(options: ScriptedBrokerOptions): Promise<ScriptedBroker> {
	const broker = await startScriptedBroker(options);
	closers.push(broker.close);
	return broker;
}

function openSession(
	broker: { readonly port: number },
	profile: Partial<ConnectionProfile> = {},
	...rest: [Parameters<typeof createTestSession>[1]?, Parameters<typeof createTestSession>[2]?]
): TestSession {
	const session = createTestSession({ port: broker.port, ...profile }, ...rest);
	closers.push(() => session.close());
	session.connect();
	return session;
}

const AFTER = FORBIDDEN_AFTER_CONNACK.flatMap((one) => one.versions.map((version) => ({ ...one, version })));
const FIRST = FORBIDDEN_FIRST.flatMap((one) => one.versions.map((version) => ({ ...one, version })));

describe("a broker that breaks the rules", () => {
	test.each([
		...AFTER.map((one) => ({ ...one, said: `${one.version === 5 ? CONNACK_5 : CONNACK_4} ${one.hex}` })),
		...FIRST.map((one) => ({ ...one, said: one.hex })),
	])("$name on $version: the connection is closed, with the reason code on 5", async ({ version, said, code }) => {
		const broker = await start({ version, onConnect: said });
		const session = openSession(broker, { version: version === 5 ? "5.0" : "3.1.1" });
		const { failure } = await session.waitForState("failed");
		expect(failure).toMatchObject({ code: "protocol-error", message: expect.stringMatching(/\[MQTT/) });
		const connection = await broker.waitForConnection();
		if (version === 5) expect(await connection.waitFor("disconnect")).toMatchObject({ reasonCode: code });
		await connection.waitForClose();
		expect(connection.packets.filter(({ cmd }) => cmd === "disconnect")).toHaveLength(version === 5 ? 1 : 0);
	});

	test("leaves every other connection untouched", async () => {
		const bad = await start({ onConnect: "20 04 00 00 01 13" });
		const good = await start({ onConnect: CONNACK_5 });
		const [failed, connected] = [openSession(bad), openSession(good)];
		await failed.waitForState("failed");
		await connected.waitForState("connected");
	});
});

describe("what is no MQTT broker", () => {
	test.each([
		["a web server", "48 54 54 50 2f 31 2e 31 20 34 30 30 20 42 61 64", "not-mqtt"],
		["a mail server", "32 32 30 20 6d 61 69 6c 0d 0a", "not-mqtt"],
		["a TLS server", "15 03 01 00 02 02 46", "plain-to-tls-port"],
	])("%s is told as what it is", async (_name, greeting, code) => {
		const broker = await start({ greeting });
		expect((await openSession(broker).waitForState("failed")).failure.code).toBe(code);
	});

	test("one that says nothing fails at the connect timeout", async () => {
		const broker = await start({});
		const { failure } = await openSession(broker, { connectTimeoutSeconds: 0.2 }).waitForState("failed");
		expect(failure).toMatchObject({ code: "connack-timeout", detail: { seconds: 0.2 } });
		await (await broker.waitForConnection()).waitForClose();
	});

	test("half a CONNACK is nothing", async () => {
		const broker = await start({ onConnect: "20 03 00" });
		expect((await openSession(broker, { connectTimeoutSeconds: 0.2 }).waitForState("failed")).failure.code).toBe(
			"connack-timeout",
		);
	});

	test("one that hangs up is told as such", async () => {
		const broker = await start({ onConnection: ({ socket }) => socket.end() });
		expect((await openSession(broker).waitForState("failed")).failure.code).toBe("closed-before-connack");
	});

	test("a port where nothing listens refuses", async () => {
		const port = await findFreePort();
		expect((await openSession({ port }).waitForState("failed")).failure).toMatchObject({ code: "refused", detail: { port } });
	});

	test("TLS to a port without TLS is told as such", async () => {
		for (const greeting of ["48 54 54 50 2f 31 2e 31 20 34 30 30", undefined]) {
			const onConnection: ScriptedBrokerOptions["onConnection"] = ({ socket }) => void socket.once("data", () => socket.end());
			const broker = await start(greeting === undefined ? { onConnection } : { greeting });
			expect((await openSession(broker, { protocol: "mqtts" }).waitForState("failed")).failure.code).toBe("tls-to-plain-port");
		}
	});
});

describe("what the broker says about the connection", () => {
	test.each([
		["3.1.1", "20 02 00 05", 0x87],
		["3.1.1", "20 02 00 03", 0x88],
		["5.0", "20 03 00 86 00", 0x86],
		["5.0", "20 02 00 01", 0x84],
	] as const)("a refusal on %s is told with its reason code", async (version, onConnect, reasonCode) => {
		const broker = await start({ version: version === "5.0" ? 5 : 4, onConnect });
		const { failure } = await openSession(broker, { version }).waitForState("failed");
		expect(failure).toMatchObject({ code: "connack-refused", detail: { reasonCode } });
	});

	test("a refusal that may pass is tried again, one that needs a person is not", async () => {
		const busy = await start({ onConnect: "20 03 00 89 00" });
		const session = openSession(busy, { autoReconnect: true });
		await busy.waitForConnection(2);
		expect(session.states.filter(({ kind }) => kind === "waiting")).toMatchObject([{ attempt: 2 }, { attempt: 3 }]);
		const banned = await start({ onConnect: "20 03 00 8a 00" });
		await openSession(banned, { autoReconnect: true }).waitForState("failed");
		expect(banned.connections).toHaveLength(1);
	});

	test("a DISCONNECT is told with its reason, and a take-over stops the reconnecting", async () => {
		const broker = await start({ onConnect: `${CONNACK_5} e0 01 8e` });
		const session = openSession(broker, { autoReconnect: true, clientId: "twin" });
		expect((await session.waitForState("failed")).failure).toMatchObject({ code: "taken-over", detail: { clientId: "twin" } });
		expect(session.conversation.events.map(({ event }) => event.type)).toEqual(["connected", "lost"]);
		const other = await start({ onConnect: `${CONNACK_5} e0 07 98 05 1f 00 02 68 69` });
		expect((await openSession(other).waitForState("failed")).failure).toMatchObject({
			code: "server-disconnect",
			detail: { reasonCode: 0x98, reasonString: "hi" },
		});
	});

	test("what was granted has the specification's defaults where the broker was silent", async () => {
		const silent = await start({ onConnect: CONNACK_5 });
		const { granted } = await openSession(silent, { keepAliveSeconds: 30, sessionExpirySeconds: 7 }).waitForState("connected");
		expect(granted).toMatchObject({
			keepAliveSeconds: 30,
			keepAliveFromServer: false,
			sessionExpirySeconds: 7,
			receiveMaximum: 65_535,
			maximumQos: 2,
			maximumPacketBytes: null,
			topicAliasMaximum: 0,
		});
		const telling = await start({
			onConnect: "20 19 00 00 16 12 00 02 69 64 13 00 05 21 00 0a 24 01 25 00 27 00 00 01 00 28 00",
		});
		const told = await openSession(telling, { clientId: "" }).waitForState("connected");
		expect(told.granted).toMatchObject({
			clientId: "id",
			clientIdAssigned: true,
			keepAliveSeconds: 5,
			keepAliveFromServer: true,
			receiveMaximum: 10,
			maximumQos: 1,
			retainAvailable: false,
			maximumPacketBytes: 256,
			wildcardAvailable: false,
		});
	});

	test("a dead link is noticed by the keep alive that the server sets, and not by our longer one", async () => {
		const broker = await start({ onConnect: "20 06 00 00 03 13 00 01" });
		const session = openSession(broker, { keepAliveSeconds: 60 });
		await session.waitForState("connected");
		expect((await session.waitForState("failed")).failure.code).toBe("keep-alive-lost");
		await (await broker.waitForConnection()).waitFor("pingreq");
	});

	test("a link whose pings are answered stays", async () => {
		const broker = await start({ version: 4, onConnect: CONNACK_4 });
		const session = openSession(broker, { version: "3.1.1", keepAliveSeconds: 1 });
		const connection = await broker.waitForConnection();
		for (let index = 0; index < 3; index++) {
			await connection.waitFor("pingreq", index);
			connection.send("d0 00");
		}
		expect(session.state.kind).toBe("connected");
	});
});

describe("the session's states", () => {
	test("a session present after a clean start is a broken rule", async () => {
		const broker = await start({ onConnect: "20 03 01 00 00" });
		expect((await openSession(broker).waitForState("failed")).failure.code).toBe("protocol-error");
		expect(await (await broker.waitForConnection()).waitFor("disconnect")).toMatchObject({ reasonCode: 0x82 });
	});

	test("disconnecting while an attempt is under way, or a wait, leaves it idle for good", async () => {
		const broker = await start({});
		const session = openSession(broker, { autoReconnect: true });
		await broker.waitForConnection();
		session.drop();
		expect(session.state).toEqual({ kind: "idle" });
		await (await broker.waitForConnection()).waitForClose();
		session.connect();
		(await broker.waitForConnection(1)).socket.destroy();
		await session.waitForState("waiting");
		await session.disconnect();
		expect(session.state).toEqual({ kind: "idle" });
		expect(session.conversation.events).toEqual([]);
	});

	test("a session that must be found again needs a client id", async () => {
		const session = openSession({ port: 1 }, { clientId: "", cleanStart: false });
		expect((await session.waitForState("failed")).failure.code).toBe("client-id-needed");
	});

	test("another client id or broker is another session: what was sent goes out as new", async () => {
		const broker = await start({ onConnect: CONNACK_5 });
		const other = await start({ onConnect: "20 03 01 00 00" });
		const profile = { clientId: "one", cleanStart: false, sessionExpirySeconds: 100 };
		const session = openSession(broker, profile, ["a"]);
		await session.waitForState("connected");
		session.publishText("t", "x", 1);
		const first = await broker.waitForConnection();
		await first.waitFor("publish");
		await first.waitFor("subscribe");
		const moved = createProfile({ ...profile, port: other.port });
		expect(session.updateProfile(moved)).toBe(true);
		await session.disconnect();
		session.connect();
		const second = await other.waitForConnection();
		expect(await second.waitFor("publish")).toMatchObject({ dup: false });
		await second.waitFor("subscribe");
	});

	test("a link that closes again and again is tried again and again", async () => {
		const broker = await start({ onConnection: ({ socket }) => socket.destroy() });
		const session = openSession(broker, { autoReconnect: true, reconnectDelaySeconds: 0.01 });
		// One of them is the TLS greeting that asks why.
		await broker.waitForConnection(4);
		expect(session.states.filter(({ kind }) => kind === "connecting").length).toBeGreaterThanOrEqual(4);
	});
});

describe("what is received", () => {
	test("QoS 1 and 2 are acknowledged when they are stored, in the order in which they came", async () => {
		const broker = await start({ onConnect: CONNACK_5 });
		const session = openSession(broker);
		session.conversation.holdStoring();
		const connection = await broker.waitForConnection();
		await session.waitForState("connected");
		connection.send("32 07 00 01 61 00 01 00 78  34 07 00 01 61 00 02 00 78  32 07 00 01 61 00 03 00 78");
		await session.conversation.waitUntil(() => session.conversation.received.length === 3, "three messages");
		expect(connection.packets.map(({ cmd }) => cmd)).toEqual(["connect"]);
		session.conversation.releaseStoring();
		await connection.waitFor("puback", 1);
		expect(connection.packets.slice(1).map(({ cmd, messageId }) => [cmd, messageId])).toEqual([
			["puback", 1],
			["pubrec", 2],
			["puback", 3],
		]);
	});

	test("a QoS 2 message that comes again before its PUBREL is kept once", async () => {
		const broker = await start({ onConnect: CONNACK_5 });
		const session = openSession(broker);
		const connection = await broker.waitForConnection();
		await session.waitForState("connected");
		connection.send("34 07 00 01 61 00 07 00 78");
		await connection.waitFor("pubrec");
		connection.send("3c 07 00 01 61 00 07 00 78  34 07 00 01 61 00 07 00 78");
		await connection.waitFor("pubrec", 2);
		connection.send("62 02 00 07");
		expect(await connection.waitFor("pubcomp")).toMatchObject({ messageId: 7, reasonCode: 0 });
		connection.send("62 02 00 07");
		expect(await connection.waitFor("pubcomp", 1)).toMatchObject({ reasonCode: 0x92 });
		connection.send("34 07 00 01 61 00 07 00 79");
		await connection.waitFor("pubrec", 3);
		expect(session.conversation.received.map(({ payload }) => Buffer.from(payload).toString())).toEqual(["x", "y"]);
	});

	test("reading stops while the conversation is congested, and goes on after it", async () => {
		const broker = await start({ onConnect: CONNACK_5 });
		const session = openSession(broker);
		const connection = await broker.waitForConnection();
		await session.waitForState("connected");
		session.conversation.setCongested(true);
		connection.send("30 05 00 01 61 00 31");
		await session.conversation.waitUntil(() => session.conversation.received.length === 1, "the message that was under way");
		// More than every buffer between the two takes, so that the writer must be held up.
		const isHeldUp = !connection.socket.write(Buffer.alloc(32_000_000, Buffer.from([0x30, 0x05, 0, 1, 0x61, 0, 0x32])));
		expect(isHeldUp).toBe(true);
		connection.socket.resume();
		await connection.waitForClose(300).catch(() => {});
		expect(session.conversation.received.length).toBe(1);
		session.conversation.setCongested(false);
		await session.conversation.waitUntil(() => session.conversation.received.length > 1, "more");
	});
});

describe("what is sent", () => {
	test("a QoS 2 message that a broker of 3.1.1 answers as QoS 1 is told as such, and the connection stays", async () => {
		const broker = await start({ version: 4, onConnect: CONNACK_4 });
		const session = openSession(broker, { version: "3.1.1" });
		const connection = await broker.waitForConnection();
		await session.waitForState("connected");
		session.publishText("t", "x", 2);
		const { messageId = 0 } = await connection.waitFor("publish");
		connection.send(`40 02 00 ${messageId.toString(16).padStart(2, "0")}`);
		const { conversation } = session;
		await conversation.waitUntil(() => conversation.published[0]?.delivery.state === "failed", "told");
		expect(conversation.published[0]?.delivery.failure?.code).toBe("qos-2-downgraded");
		session.publishText("t", "y", 1);
		await connection.waitFor("publish", 1);
		expect(session.state.kind).toBe("connected");
	});

	test("no more than the broker's Receive Maximum is under way at once", async () => {
		const broker = await start({ onConnect: "20 06 00 00 03 21 00 02" });
		const session = openSession(broker);
		const connection = await broker.waitForConnection();
		await session.waitForState("connected");
		for (const text of ["1", "2", "3", "4"]) session.publishText("t", text, 1);
		await connection.waitFor("publish", 1);
		expect(session.conversation.published.map(({ delivery }) => delivery.ticks.at(-1)?.step)).toEqual([
			"sent",
			"sent",
			"queued",
			"queued",
		]);
		connection.send("40 02 00 01");
		await connection.waitFor("publish", 2);
		expect(connection.packets.filter(({ cmd }) => cmd === "publish")).toHaveLength(3);
	});

	test("what the broker does not take is refused before it is sent, each with its failure", async () => {
		const broker = await start({ onConnect: "20 0c 00 00 09 24 01 25 00 27 00 00 00 14" });
		const session = openSession(broker);
		const connection = await broker.waitForConnection();
		await session.waitForState("connected");
		expect(session.publishText("t", "x", 2)).toMatchObject({ failure: { code: "above-maximum-qos" } });
		expect(session.publishText("t", "x", 0, true)).toMatchObject({ failure: { code: "retain-unavailable" } });
		// 2 of header, 2 + 1 of topic, 1 of properties: 14 are left of 20, and two less with an identifier.
		expect(session.publishText("t", "x".repeat(15), 0)).toMatchObject({
			failure: { code: "above-maximum-packet-size", detail: { bytes: 21, maximum: 20 } },
		});
		expect(session.publishText("t", "x".repeat(13), 1)).toMatchObject({ failure: { code: "above-maximum-packet-size" } });
		const alias = session.publish({
			topic: "t",
			payload: new Uint8Array(),
			qos: 0,
			retain: false,
			properties: { topicAlias: 1 },
		});
		expect(alias).toMatchObject({ failure: { code: "above-topic-alias-maximum" } });
		expect(session.publishText("t", "x".repeat(14), 0)).toMatchObject({ ok: true });
		await connection.waitFor("publish");
		expect(session.conversation.published).toHaveLength(1);
	});

	test("offline, QoS 0 is refused; QoS 1 waits, and fails when the broker that comes does not take it", async () => {
		const broker = await start({ onConnect: "20 05 00 00 02 24 00" });
		const session = createTestSession({ port: broker.port });
		closers.push(() => session.close());
		expect(session.publishText("t", "x", 0)).toMatchObject({ failure: { code: "offline-qos-0" } });
		expect(session.publishText("t", "x", 1)).toMatchObject({ ok: true });
		session.connect();
		await session.waitForState("connected");
		expect(session.conversation.published[0]?.delivery).toMatchObject({
			state: "failed",
			failure: { code: "above-maximum-qos" },
		});
	});

	test("reason codes are told: no matching subscribers is done, not authorised is refused", async () => {
		const broker = await start({ onConnect: CONNACK_5 });
		const session = openSession(broker);
		const connection = await broker.waitForConnection();
		await session.waitForState("connected");
		session.publishText("t", "1", 1);
		session.publishText("t", "2", 1);
		session.publishText("t", "3", 2);
		connection.send("40 03 00 01 10  40 08 00 02 87 04 1f 00 01 6e  50 03 00 03 97");
		const { conversation } = session;
		await conversation.waitUntil(() => conversation.published.every(({ delivery }) => delivery.state !== "waiting"), "answers");
		expect(
			conversation.published.map(({ delivery }) => [delivery.state, delivery.ticks.at(-1), delivery.failure?.code]),
		).toMatchObject([
			["done", { step: "puback", reasonCode: 0x10 }, undefined],
			["failed", { step: "refused", reasonCode: 0x87, reasonString: "n" }, "publish-refused"],
			["failed", { step: "refused", reasonCode: 0x97 }, "publish-refused"],
		]);
	});

	test("with the session present, what was sent is sent again with DUP and its identifier, and PUBREL where PUBREC had come", async () => {
		const broker = await start({
			onConnection: (connection, index) => {
				void connection.waitFor("connect").then(
					() => connection.send(index === 0 ? CONNACK_5 : "20 03 01 00 00"),
					() => {},
				);
			},
		});
		const session = openSession(broker, { autoReconnect: true, cleanStart: false, sessionExpirySeconds: 100 });
		const first = await broker.waitForConnection();
		await session.waitForState("connected");
		for (const [text, qos] of [
			["one", 1],
			["two", 2],
			["three", 2],
		] as const)
			session.publishText("t", text, qos);
		await first.waitFor("publish", 2);
		first.send("50 02 00 02");
		await first.waitFor("pubrel");
		first.socket.destroy();
		const second = await broker.waitForConnection(1);
		await second.waitFor("publish", 1);
		expect(second.packets.slice(1)).toMatchObject([
			{ cmd: "publish", messageId: 1, dup: true, qos: 1 },
			{ cmd: "pubrel", messageId: 2 },
			{ cmd: "publish", messageId: 3, dup: true, qos: 2 },
		]);
		second.send("40 02 00 01  70 02 00 02  50 02 00 03");
		await second.waitFor("pubrel", 1);
		second.send("70 02 00 03");
		const { conversation } = session;
		await conversation.waitUntil(() => conversation.published.every(({ delivery }) => delivery.state === "done"), "deliveries");
		expect(conversation.published.map(({ delivery }) => delivery.ticks.map(({ step }) => step))).toEqual([
			["sent", "resent", "puback"],
			["sent", "pubrec", "pubcomp"],
			["sent", "resent", "pubrec", "pubcomp"],
		]);
	});

	test("with the session lost, what was never acknowledged is sent as new, and what was half done fails", async () => {
		const broker = await start({ onConnect: CONNACK_5 });
		const session = openSession(broker, { autoReconnect: true, cleanStart: false, sessionExpirySeconds: 100 });
		const first = await broker.waitForConnection();
		await session.waitForState("connected");
		session.publishText("t", "one", 2);
		session.publishText("t", "two", 2);
		await first.waitFor("publish", 1);
		first.send("50 02 00 01");
		await first.waitFor("pubrel");
		first.socket.destroy();
		const second = await broker.waitForConnection(1);
		expect(await second.waitFor("publish")).toMatchObject({ dup: false, payload: Buffer.from("two") });
		expect(session.conversation.published[0]?.delivery).toMatchObject({ state: "failed", failure: { code: "session-lost" } });
		expect(second.packets).toHaveLength(2);
	});

	test("user properties keep their order, and a key may be anything", async () => {
		const broker = await start({ onConnect: CONNACK_5 });
		const session = openSession(broker);
		const connection = await broker.waitForConnection();
		await session.waitForState("connected");
		const chunks: Buffer[] = [];
		connection.socket.on("data", (chunk) => chunks.push(chunk));
		const userProperties = [
			["b", "1"],
			["__proto__", "2"],
			["1", "3"],
			["b", "4"],
		].map(([key = "", value = ""]) => ({ key, value }));
		session.publish({ topic: "t", payload: new Uint8Array(), qos: 0, retain: false, properties: { userProperties } });
		await connection.waitFor("publish");
		expect(Buffer.concat(chunks).toString("latin1")).toContain(
			"&\0\x01b\0\x011&\0\x09__proto__\0\x012&\0\x011\0\x013&\0\x01b\0\x014",
		);
	});
});

describe("subscriptions", () => {
	test("one filter goes into each SUBSCRIBE; a refused one takes no other with it", async () => {
		const broker = await start({ onConnect: CONNACK_5 });
		const session = openSession(broker, {}, ["a/#", "__proto__", "c"]);
		const connection = await broker.waitForConnection();
		await connection.waitFor("subscribe", 2);
		connection.send("90 04 00 01 00 00  90 08 00 02 04 1f 00 01 6e 87  90 04 00 03 00 00");
		await session.conversation.waitUntil(() => session.entries.every(({ status }) => status.kind !== "requested"), "answers");
		expect(session.entries.map(({ status }) => status)).toEqual([
			{ kind: "granted", qos: 0, resumed: false },
			{ kind: "refused", reasonCode: 0x87, reasonString: "n" },
			{ kind: "granted", qos: 0, resumed: false },
		]);
		connection.send("30 06 00 03 61 2f 62 00");
		await session.conversation.waitUntil(() => session.conversation.received.length === 1, "a message");
		expect(session.entries.map(({ received }) => received)).toEqual([1, 0, 0]);
	});

	test("what the broker does not offer is not asked for", async () => {
		const broker = await start({ onConnect: "20 07 00 00 04 28 00 2a 00" });
		const session = openSession(broker, {}, ["a/#", "$share/g/a", "plain"]);
		const connection = await broker.waitForConnection();
		await connection.waitFor("subscribe");
		expect(session.entries.map(({ status }) => (status.kind === "failed" ? status.failure.code : status.kind))).toEqual([
			"wildcards-unavailable",
			"shared-subscriptions-unavailable",
			"requested",
		]);
	});

	test("a change is sent as its difference", async () => {
		const broker = await start({ onConnect: CONNACK_5 });
		const session = openSession(broker, {}, ["a", "b"]);
		const connection = await broker.waitForConnection();
		await connection.waitFor("subscribe", 1);
		connection.send("90 04 00 01 00 00  90 04 00 02 00 00");
		await session.conversation.waitUntil(() => session.entries.every(({ status }) => status.kind === "granted"), "granted");
		session.setSubscriptions([createSubscription("b", 2), createSubscription("c")]);
		await connection.waitFor("unsubscribe");
		expect(connection.packets.slice(3)).toMatchObject([
			{ cmd: "subscribe", subscriptions: [{ topic: "b", qos: 2 }] },
			{ cmd: "subscribe", subscriptions: [{ topic: "c", qos: 0 }] },
			{ cmd: "unsubscribe", unsubscriptions: ["a"] },
		]);
	});
});
