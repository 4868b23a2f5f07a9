/** What goes out: variables, repeats, topic aliases, and what waits; counted by clients that share no code with Parley. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { ConnectionProfile } from "../../../shared/model/connection.ts";
import type { MessageOrder } from "../../../shared/model/message-order.ts";
import { createProfile, createTestSession, type TestSession } from "../../support/create-test-session.ts";
import { launchMosquitto, type Mosquitto } from "../../support/launch-mosquitto.ts";
import { launchMosquittoSub } from "../../support/launch-mqtt-peers.ts";
import { startScriptedBroker } from "../../support/scripted-broker.ts";

let broker: Mosquitto;
const closers: (() => Promise<void>)[] = [];

beforeAll(async () => {
	broker = await launchMosquitto();
});
afterEach(async () => {
	await Promise.all(closers.splice(0).map((close) => close()));
});
afterAll(() => broker.close());

interface Watched extends TestSession {
	readonly profile: ConnectionProfile;
	/** Resolves as soon as this holds; looked at after every change of what goes out. */
	waitForOutgoing(holds: () => boolean): Promise<void>;
}

function openSession(profile: Parameters<typeof createTestSession>[0] = {}): Watched {
	const watchers = new Set<() => void>();
	const whole = createProfile({ port: broker.port, ...profile });
	const session = createTestSession(whole, [], {
		onOutgoing: () => {
			for (const look of [...watchers]) look();
		},
	});
	closers.push(() => session.close());
	session.connect();
	return Object.assign(session, {
		profile: whole,
		waitForOutgoing: (holds: () => boolean) =>
			new Promise<void>((resolve) => {
				const look = () => {
					if (!holds()) return;
					watchers.delete(look);
					resolve();
				};
				watchers.add(look);
				look();
			}),
	});
}

function createOrder(given: Partial<MessageOrder> & { readonly text?: string }): MessageOrder {
	const { text = "", ...order } = given;
	return { topic: "t", payload: Buffer.from(text), qos: 0, retain: false, properties: {}, ...order };
}

async function listen(filter: string, ...args: readonly string[]) {
	const program = await launchMosquittoSub(broker, ["-V", "5", "-q", "2", "-t", filter, ...args]);
	closers.push(() => program.kill());
	return program;
}

test("variables have their values in topic and payload when the message is sent, a new one for each", async () => {
	const listener = await listen("v/#", "-F", "got %t %p");
	const session = openSession({ clientId: "speaker" });
	await session.waitForState("connected");
	const order = createOrder({
		topic: "v/{{clientId}}/{{seq}}",
		text: '{"n": {{seq}}, "id": "{{uuid}}", "x": "{{nope}}"}',
		variables: "json",
	});
	for (let index = 0; index < 2; index += 1) expect(session.publish(order).ok).toBe(true);
	const lines = [await listener.waitForLine(/^got v\/speaker\/1 /), await listener.waitForLine(/^got v\/speaker\/2 /)];
	const [first, second] = lines.map((line) => JSON.parse(line.split(" ").slice(2).join(" ")));
	expect(first).toMatchObject({ n: 1, x: "{{nope}}", id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
	expect(second.n).toBe(2);
	expect(second.id).not.toBe(first.id);
});

test("without the switch the bytes go as they were typed", async () => {
	const listener = await listen("plain", "-F", "got %p");
	const session = openSession();
	await session.waitForState("connected");
	session.publish(createOrder({ topic: "plain", text: "{{seq}} {{!" }));
	expect(await listener.waitForLine(/^got /)).toBe("got {{seq}} {{!");
});

test("a client id that no topic can hold is refused, and nothing is sent", async () => {
	const session = openSession({ clientId: "a+b" });
	await session.waitForState("connected");
	const refused = session.publish(createOrder({ topic: "t/{{clientId}}", variables: "topic" }));
	expect(refused).toMatchObject({ ok: false, failure: { problems: [{ field: "topic", rule: "topic-wildcard" }] } });
	expect(session.conversation.published).toEqual([]);
});

test("every property of MQTT 5 arrives as it was set", async () => {
	const listener = await listen("props", "-F", "got %C|%D|%E|%F|%R|%P|%p");
	const session = openSession();
	await session.waitForState("connected");
	session.publish(
		createOrder({
			topic: "props",
			text: "x",
			qos: 1,
			properties: {
				payloadIsUtf8: true,
				messageExpirySeconds: 90,
				topicAlias: 3,
				responseTopic: "answers/1",
				correlationData: Buffer.from("c-1"),
				contentType: "text/plain",
				userProperties: [
					{ key: "k", value: "1" },
					{ key: "a", value: "2" },
					{ key: "k", value: "3" },
				],
			},
		}),
	);
	expect(await listener.waitForLine(/^got /)).toBe("got text/plain|c-1|90|1|answers/1|k:1 a:2 k:3|x");
});

describe("a repeat", () => {
	test("sends exactly as many as it was told to, each with its own number, every 10 ms", async () => {
		const listener = await listen("r", "-F", "got %p");
		const session = openSession();
		await session.waitForState("connected");
		const started = session.repeats.start(createOrder({ topic: "r", text: "{{seq}}", qos: 1, variables: "text" }), {
			intervalMs: 10,
			count: 50,
		});
		expect(started.ok).toBe(true);
		await listener.waitForLine(/^got 50$/);
		await session.waitForOutgoing(() => session.repeats.list[0]?.state.kind === "ended");
		expect(session.repeats.list).toMatchObject([{ sent: 50, undelivered: 0, nextAt: null, state: { reason: "complete" } }]);
		const got = listener.lines.filter((line) => line.startsWith("got "));
		expect(got).toEqual(Array.from({ length: 50 }, (_, index) => `got ${index + 1}`));
	});

	test("pauses without a connection, counts what it did not send, and goes on by itself", async () => {
		const own = await launchMosquitto();
		closers.push(() => own.close());
		const session = openSession({ port: own.port, autoReconnect: true });
		await session.waitForState("connected");
		session.repeats.start(createOrder({ topic: "r" }), { intervalMs: 10, count: null });
		await own.stop();
		await session.waitForOutgoing(() => (session.repeats.list[0]?.skipped ?? 0) > 2);
		expect(session.repeats.list[0]).toMatchObject({ state: { kind: "paused", failure: { code: "offline-qos-0" } } });
		const { sent = 0 } = session.repeats.list[0] ?? {};
		await own.start();
		await session.waitForOutgoing(() => (session.repeats.list[0]?.sent ?? 0) > sent);
		expect(session.repeats.list[0]?.state.kind).toBe("running");
		expect(session.conversation.published.length).toBe(session.repeats.list[0]?.sent);
	});

	test("stops when a person disconnects, and says so", async () => {
		const session = openSession();
		await session.waitForState("connected");
		session.repeats.start(createOrder({ topic: "r" }), { intervalMs: 20, count: null });
		session.repeats.start(createOrder({ topic: "s" }), { intervalMs: 30, count: null });
		await session.disconnect();
		expect(session.repeats.list).toMatchObject([{ state: { reason: "disconnected" } }, { state: { reason: "disconnected" } }]);
	});

	test("does not begin where the first message is refused", async () => {
		const session = openSession();
		const refused = session.repeats.start(createOrder({}), { intervalMs: 20, count: null });
		expect(refused).toMatchObject({ ok: false, failure: { code: "offline-qos-0" } });
		expect(session.repeats.list).toEqual([]);
	});

	test("what it slept through is counted, and not made up for", async () => {
		let now = 1000;
		const session = createTestSession({ port: broker.port }, [], { clock: { now: () => now } });
		closers.push(() => session.close());
		session.connect();
		await session.waitForState("connected");
		session.repeats.start(createOrder({ topic: "r" }), { intervalMs: 10, count: null });
		now += 1000;
		await session.conversation.waitUntil(() => session.conversation.published.length === 2, "the second");
		expect(session.repeats.list).toMatchObject([{ sent: 2, missed: 99, nextAt: 2010 }]);
	});
});

describe("a topic alias", () => {
	/** CONNACK with Topic Alias Maximum 5. */
	const TAKES_FIVE = "20 06 00 00 03 22 00 05";

	test("carries the topic name with its first use only, and again on the next connection", async () => {
		const scripted = await startScriptedBroker({ onConnect: TAKES_FIVE });
		closers.push(scripted.close);
		const session = openSession({ port: scripted.port, autoReconnect: true, cleanStart: false, sessionExpirySeconds: 60 });
		await session.waitForState("connected");
		const order = createOrder({ topic: "long/name", qos: 1, properties: { topicAlias: 2 } });
		for (let index = 0; index < 2; index += 1) session.publish(order);
		session.publish({ ...order, topic: "other/name" });
		const first = await scripted.waitForConnection(0);
		await first.waitFor("publish", 2);
		const topics = () => first.packets.flatMap((packet) => (packet.cmd === "publish" ? [packet.topic] : []));
		expect(topics()).toEqual(["long/name", "", "other/name"]);
		first.socket.destroy();
		const second = await scripted.waitForConnection(1);
		const again = [await second.waitFor("publish", 0), await second.waitFor("publish", 1), await second.waitFor("publish", 2)];
		expect(again.map(({ topic }) => topic)).toEqual(["long/name", "", "other/name"]);
	});

	test("beyond what the broker takes it is refused with both numbers, before anything is sent", async () => {
		const scripted = await startScriptedBroker({ onConnect: TAKES_FIVE });
		closers.push(scripted.close);
		const session = openSession({ port: scripted.port });
		await session.waitForState("connected");
		const refused = session.publish(createOrder({ properties: { topicAlias: 6 } }));
		expect(refused).toMatchObject({
			ok: false,
			failure: { code: "above-topic-alias-maximum", detail: { maximum: 5, alias: 6 } },
		});
	});

	test("one that waited goes without its alias where the connection that came knows none", async () => {
		const session = openSession({ autoReconnect: false, port: 1 });
		await session.waitForState("failed");
		session.publish(createOrder({ topic: "waited", qos: 1, properties: { topicAlias: 60_000, contentType: "x" } }));
		const scripted = await startScriptedBroker({ onConnect: "20 03 00 00 00" });
		closers.push(scripted.close);
		session.updateProfile({ ...session.profile, port: scripted.port });
		session.connect();
		const sent = await (await scripted.waitForConnection(0)).waitFor("publish");
		expect(sent).toMatchObject({ topic: "waited", properties: { contentType: "x" } });
		expect(sent.properties?.topicAlias).toBeUndefined();
	});
});

describe("the queue", () => {
	test("lists what waits, gives it back when asked, and sends the rest", async () => {
		const listener = await listen("q", "-F", "got %p");
		const session = openSession({ port: 1 });
		await session.waitForState("failed");
		const seqs = ["a", "b", "c"].map((text) => {
			const sent = session.publishText("q", text, 1);
			return sent.ok ? sent.value.seq : 0;
		});
		expect(session.queue).toMatchObject({ waiting: 3, unanswered: 0, messages: [{ topic: "q", isSent: false }, {}, {}] });
		expect(session.withdraw(seqs.slice(1, 2))).toBe(1);
		expect(session.withdraw(seqs.slice(1, 2))).toBe(0);
		expect(session.conversation.published[1]).toMatchObject({
			delivery: { state: "failed", ticks: [{}, { step: "withdrawn" }] },
		});
		session.updateProfile({ ...session.profile, port: broker.port });
		session.connect();
		await listener.waitForLine(/^got c$/);
		expect(listener.lines.filter((line) => line.startsWith("got "))).toEqual(["got a", "got c"]);
		await session.waitForOutgoing(() => session.queue.waiting + session.queue.unanswered === 0);
		expect(session.withdraw(null)).toBe(0);
	});

	test("what was sent and not answered cannot be withdrawn", async () => {
		const scripted = await startScriptedBroker({ onConnect: "20 03 00 00 00" });
		closers.push(scripted.close);
		const session = openSession({ port: scripted.port });
		await session.waitForState("connected");
		session.publishText("q", "x", 2);
		expect(session.queue).toMatchObject({ waiting: 0, unanswered: 1, messages: [{ isSent: true }] });
		expect(session.withdraw(null)).toBe(0);
	});
});
