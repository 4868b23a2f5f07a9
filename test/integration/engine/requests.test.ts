/** Requests and answers of MQTT 5, through the whole engine; the answers come from a client that shares no code with Parley. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { SUBSCRIPTION_DEFAULTS } from "../../../shared/model/subscription.ts";
import { launchMosquitto, type Mosquitto } from "../../support/launch-mosquitto.ts";
import { launchMosquittoSub, runMosquittoPub } from "../../support/launch-mqtt-peers.ts";
import { createDraft, openTestEngine, type TestEngine } from "../../support/open-test-engine.ts";

let broker: Mosquitto;
let engine: TestEngine;

beforeEach(async () => {
	broker = await launchMosquitto();
	engine = await openTestEngine();
});
afterEach(async () => {
	await engine.close();
	await broker.close();
});

async function connect(change: Parameters<typeof createDraft>[1] = {}): Promise<string> {
	const { id } = await engine.ask("connection.create", { draft: createDraft(broker, { clientId: "asker", ...change }) });
	await engine.ask("connection.connect", { id });
	await engine.followConnections().waitUntil((shown) => shown.get(id)?.state?.kind === "connected");
	return id;
}

const order = { topic: "ask", payload: Buffer.from("?"), qos: 1, retain: false, properties: {} } as const;

/** As a device would: on the topic that the request names, with the data that it brought. */
async function answer(line: string, text: string): Promise<void> {
	const [, topic = "", data = ""] = /^got (\S+) (\S+)$/.exec(line) ?? [];
	await runMosquittoPub(broker, ["-V", "5", "-t", topic, "-m", text, "-q", "1", "-D", "publish", "correlation-data", data]);
}

test("a request brings its own topic, its own subscription and its own answer, also after a restart", async () => {
	const device = await launchMosquittoSub(broker, ["-V", "5", "-t", "ask", "-F", "got %R %D"]);
	const id = await connect();
	const first = await engine.ask("request.send", { connectionId: id, ...order });
	const second = await engine.ask("request.send", { connectionId: id, ...order });
	expect(first.responseTopic).toMatch(/^parley\/asker\/response\/[0-9a-f]{8}$/);
	const waiting = engine.ask("request.awaitAnswer", { connectionId: id, seq: second.seq });
	const lines = [
		await device.waitForLine(/^got /),
		await device.waitForLine(/^got /, { fromLine: device.lines.findIndex((line) => line.startsWith("got ")) + 1 }),
	];
	await answer(lines[1] ?? "", "two");
	await answer(lines[0] ?? "", "one");
	const found = await waiting;
	expect(found?.afterMs).toBeGreaterThan(0);
	const read = async (seq: number) => {
		const known = await engine.ask("request.awaitAnswer", { connectionId: id, seq });
		const message = await engine.ask("message.read", { connectionId: id, seq: known?.seq ?? 0 });
		return Buffer.from(message.payload).toString();
	};
	expect([await read(first.seq), await read(second.seq)]).toEqual(["one", "two"]);
	const subscriptions = await engine.followSubscriptions(id).waitUntil((shown) => shown.size > 0);
	expect([...subscriptions.values()].map(({ subscription }) => subscription.filter)).toEqual(["parley/asker/response/#"]);
	engine = await engine.restart();
	expect([await read(first.seq), await read(second.seq)]).toEqual(["one", "two"]);
	await device.kill();
});

test("a subscription in force is enough, and on one response topic the correlation data tells the answers apart", async () => {
	const id = await connect();
	const draft = { ...SUBSCRIPTION_DEFAULTS, filter: "answers/+", qos: 1 } as const;
	await engine.ask("subscription.add", { connectionId: id, drafts: [draft] });
	const ask = (data: string) =>
		engine.ask("request.send", {
			connectionId: id,
			...order,
			properties: { responseTopic: "answers/7", correlationData: Buffer.from(data) },
		});
	const mine = await ask("mine");
	const yours = await ask("yours");
	const shown = await engine.followSubscriptions(id).waitUntil((entries) => entries.size > 0);
	expect([...shown.values()].map(({ subscription }) => subscription.filter)).toEqual(["answers/+"]);
	await answer("got answers/7 yours", "for you");
	await answer("got answers/7 mine", "for me");
	const read = async (seq: number) => {
		const found = await engine.ask("request.awaitAnswer", { connectionId: id, seq });
		return Buffer.from((await engine.ask("message.read", { connectionId: id, seq: found?.seq ?? 0 })).payload).toString();
	};
	expect([await read(mine.seq), await read(yours.seq)]).toEqual(["for me", "for you"]);
	engine = await engine.restart();
	expect([await read(mine.seq), await read(yours.seq)]).toEqual(["for me", "for you"]);
});

test("without a connection, and on 3.1.1, a request is refused and nothing is sent", async () => {
	const { id } = await engine.ask("connection.create", { draft: createDraft(broker) });
	const old = await connect({ name: "Old", version: "3.1.1" });
	const codes = await Promise.all(
		[id, old].map(async (connectionId) => {
			const refused = await engine.link.request("request.send", { connectionId, ...order });
			return refused.ok ? "sent" : refused.failure.code;
		}),
	);
	expect(codes).toEqual(["not-connected", "needs-mqtt-5"]);
});

test("who stops asking for an answer gets none", async () => {
	const id = await connect();
	const { seq } = await engine.ask("request.send", { connectionId: id, ...order });
	const giveUp = new AbortController();
	const waiting = engine.link.request("request.awaitAnswer", { connectionId: id, seq }, giveUp.signal);
	giveUp.abort();
	expect((await waiting).ok).toBe(false);
});
