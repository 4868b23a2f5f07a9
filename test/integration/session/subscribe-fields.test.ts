/** Everything that SUBSCRIBE can carry, what is sent again and what is not, counted by the one that it is sent to. */
import { afterEach, describe, expect, test } from "vitest";
import type { ConnectionProfile } from "../../../shared/model/connection.ts";
import { SUBSCRIPTION_DEFAULTS, type Subscription } from "../../../shared/model/subscription.ts";
import { createTestSession, type TestSession } from "../../support/create-test-session.ts";
import { launchMosquitto } from "../../support/launch-mosquitto.ts";
import { createMemoryConversation } from "../../support/memory-conversation.ts";
import { CONNACK_5, type ScriptedBroker, type ScriptedConnection, startScriptedBroker } from "../../support/scripted-broker.ts";

const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
	await Promise.all(closers.splice(0).map((close) => close()));
});

const RESUMED_5 = "20 03 01 00 00";
const KEPT = { cleanStart: false, sessionExpirySeconds: 60 };

function create(filter: string, change: Partial<Subscription> = {}): Subscription {
	return { ...SUBSCRIPTION_DEFAULTS, id: `id of ${filter}`, filter, ...change };
}

async function startBroker(onConnect: string): Promise<ScriptedBroker> {
	const broker = await startScriptedBroker({ onConnect });
	closers.push(broker.close);
	return broker;
}

function open(
	broker: { readonly port: number },
	subscriptions: readonly Subscription[],
	profile: Partial<ConnectionProfile> = {},
	conversation = createMemoryConversation(),
): TestSession {
	const session = createTestSession({ port: broker.port, clientId: "fixed", ...profile }, subscriptions, { conversation });
	closers.push(() => session.close());
	session.connect();
	return session;
}

/** Grants what was asked for last. */
async function grant(connection: ScriptedConnection, skip = 0): Promise<void> {
	const { messageId = 0 } = await connection.waitFor("subscribe", skip);
	connection.send(`90 04 00 ${messageId.toString(16).padStart(2, "0")} 00 00`);
}

async function release(connection: ScriptedConnection, skip = 0): Promise<void> {
	const { messageId = 0 } = await connection.waitFor("unsubscribe", skip);
	connection.send(`b0 04 00 ${messageId.toString(16).padStart(2, "0")} 00 00`);
}

const count = ({ packets }: ScriptedConnection, cmd: string) => packets.filter((packet) => packet.cmd === cmd).length;

function waitForStatus(session: TestSession, kind: string, index = 0): Promise<void> {
	return session.conversation.waitUntil(() => session.entries[index]?.status.kind === kind, kind);
}

const WHOLE = create("a/#", {
	qos: 1,
	noLocal: true,
	retainAsPublished: true,
	retainHandling: 2,
	identifier: 268_435_455,
	userProperties: [
		{ key: "k", value: "1" },
		{ key: "k", value: "2" },
	],
});

test("SUBSCRIBE carries every option", async () => {
	const broker = await startBroker(CONNACK_5);
	open(broker, [WHOLE]);
	const packet = await (await broker.waitForConnection()).waitFor("subscribe");
	expect(packet.subscriptions).toEqual([{ topic: "a/#", qos: 1, nl: true, rap: true, rh: 2 }]);
	expect(packet.properties).toMatchObject({ subscriptionIdentifier: 268_435_455, userProperties: { k: ["1", "2"] } });
});

describe("a change while connected", () => {
	test("is sent once where it changes what the broker holds, and not where it does not", async () => {
		const broker = await startBroker(CONNACK_5);
		const session = open(broker, [create("a")]);
		const connection = await broker.waitForConnection();
		await grant(connection);
		await waitForStatus(session, "granted");
		session.setSubscriptions([create("a", { colour: "red", alias: "A", isMuted: true })]);
		session.setSubscriptions([create("a", { retainAsPublished: true })]);
		await grant(connection, 1);
		await waitForStatus(session, "granted");
		expect(count(connection, "subscribe")).toBe(2);
	});

	test("disabled: unsubscribed and kept; enabled: subscribed again", async () => {
		const broker = await startBroker(CONNACK_5);
		const session = open(broker, [create("a")]);
		const connection = await broker.waitForConnection();
		await grant(connection);
		await waitForStatus(session, "granted");
		session.setSubscriptions([create("a", { isEnabled: false })]);
		await release(connection);
		await waitForStatus(session, "disabled");
		session.setSubscriptions([create("a")]);
		await grant(connection, 1);
		await waitForStatus(session, "granted");
	});

	test("disabled before the answer came: it is taken back, not shown as granted", async () => {
		const broker = await startBroker(CONNACK_5);
		const session = open(broker, [create("a")]);
		const connection = await broker.waitForConnection();
		await connection.waitFor("subscribe");
		session.setSubscriptions([create("a", { isEnabled: false })]);
		await grant(connection);
		await release(connection);
		await waitForStatus(session, "disabled");
	});

	test("an UNSUBSCRIBE that is refused is told and not asked for ever", async () => {
		const broker = await startBroker(CONNACK_5);
		const session = open(broker, [create("a")]);
		const connection = await broker.waitForConnection();
		await grant(connection);
		await waitForStatus(session, "granted");
		session.setSubscriptions([create("a", { isEnabled: false })]);
		const { messageId = 0 } = await connection.waitFor("unsubscribe");
		connection.send(`b0 04 00 0${messageId} 00 87`);
		await waitForStatus(session, "refused");
		expect(session.entries[0]?.status).toMatchObject({ reasonCode: 0x87 });
		expect(count(connection, "unsubscribe")).toBe(1);
	});
});

describe("a change while offline", () => {
	test("is applied at the next connect, and nothing else is sent, when the session was kept", async () => {
		const broker = await startScriptedBroker({
			onConnection: (connection, index) =>
				connection.socket.once("data", () => connection.send(index === 0 ? CONNACK_5 : RESUMED_5)),
		});
		closers.push(broker.close);
		const session = open(broker, [create("same"), create("edited"), create("off"), create("gone")], KEPT);
		const first = await broker.waitForConnection();
		for (const index of [0, 1, 2, 3]) await grant(first, index);
		await session.conversation.waitUntil(() => session.entries.every(({ status }) => status.kind === "granted"), "granted");
		await session.disconnect();
		session.setSubscriptions([
			create("same"),
			create("edited", { noLocal: true }),
			create("off", { isEnabled: false }),
			create("new"),
		]);
		session.connect();
		const second = await broker.waitForConnection(1);
		for (const index of [0, 1]) await grant(second, index);
		for (const index of [0, 1]) await release(second, index);
		await session.conversation.waitUntil(() => session.entries[3]?.status.kind === "granted", "granted");
		const asked = second.packets.flatMap((packet) =>
			packet.cmd === "subscribe" ? packet.subscriptions.map(({ topic }) => topic) : [],
		);
		const ended = second.packets.flatMap((packet) => (packet.cmd === "unsubscribe" ? packet.unsubscriptions : []));
		expect(asked).toEqual(["edited", "new"]);
		expect(ended).toEqual(["off", "gone"]);
		expect(session.entries.map(({ status }) => status.kind)).toEqual(["granted", "granted", "disabled", "granted"]);
	});

	test("a session that is gone is asked for everything that is enabled, and for nothing that is not", async () => {
		const broker = await startBroker(CONNACK_5);
		const session = open(broker, [create("a"), create("b", { isEnabled: false })], KEPT);
		const first = await broker.waitForConnection();
		await grant(first);
		await waitForStatus(session, "granted");
		await session.disconnect();
		session.connect();
		const second = await broker.waitForConnection(1);
		await grant(second);
		await waitForStatus(session, "granted");
		expect([count(second, "subscribe"), count(second, "unsubscribe")]).toEqual([1, 0]);
	});
});

describe("what the broker does not offer is not asked for", () => {
	test.each([
		["identifiers", "20 05 00 00 02 29 00", { identifier: 7 }, "identifiers-unavailable"],
		[
			"a packet beyond its size",
			"20 08 00 00 05 27 00 00 00 14",
			{ userProperties: [{ key: "key", value: "value" }] },
			"subscription-too-large",
		],
	] as const)("%s", async (_name, connack, change, code) => {
		const broker = await startBroker(connack);
		const session = open(broker, [create("topic/a", change), create("topic/b")]);
		const connection = await broker.waitForConnection();
		await grant(connection);
		await waitForStatus(session, "granted", 1);
		expect(session.entries[0]?.status).toMatchObject({ kind: "failed", failure: { code } });
		expect(count(connection, "subscribe")).toBe(1);
	});

	test("a packet of exactly the size that it accepts is sent", async () => {
		// 2 + 2 + 1 + 2 + 7 + 1 = 15 bytes, 0x0f.
		const broker = await startBroker("20 08 00 00 05 27 00 00 00 0f");
		const session = open(broker, [create("topic/a"), create("topic/ab")]);
		const connection = await broker.waitForConnection();
		await grant(connection);
		await waitForStatus(session, "granted");
		expect(session.entries[1]?.status).toMatchObject({
			failure: { code: "subscription-too-large", detail: { bytes: 16, maximum: 15 } },
		});
	});
});

describe("with mosquitto", () => {
	test("identifiers come back with the messages of overlapping filters, and No Local keeps our own away", async () => {
		const broker = await launchMosquitto();
		closers.push(() => broker.close());
		const session = open(broker, [
			create("a/#", { identifier: 1 }),
			create("a/+", { identifier: 2 }),
			create("b", { noLocal: true }),
		]);
		const granted = () => session.entries.every(({ status }) => status.kind === "granted");
		await session.conversation.waitUntil(granted, "granted");
		session.publishText("b", "mine");
		session.publishText("a/b", "x");
		await session.conversation.waitUntil(() => session.conversation.received.length === 2, "a copy for each filter");
		expect(session.entries.map(({ received: count }) => count)).toEqual([1, 1, 0]);
		const { received } = session.conversation;
		const identifiers = received.flatMap(({ properties }) => properties?.subscriptionIdentifiers ?? []);
		expect([...new Set(identifiers)].sort()).toEqual([1, 2]);
		expect(received.map(({ topic }) => topic)).not.toContain("b");
	});

	test("a muted subscription receives and stores; only what no other one shows is quiet", async () => {
		const broker = await launchMosquitto();
		closers.push(() => broker.close());
		const session = open(broker, [create("a/#", { isMuted: true }), create("a/loud")]);
		await session.conversation.waitUntil(() => session.entries.every(({ status }) => status.kind === "granted"), "granted");
		session.publishText("a/quiet", "1");
		session.publishText("a/loud", "2");
		await session.conversation.waitUntil(() => session.entries[1]?.received === 1, "both");
		expect(session.conversation.received.map(({ topic }) => topic)).toContain("a/quiet");
		expect(session.conversation.mutedTopics).toEqual(["a/quiet"]);
	});
});
