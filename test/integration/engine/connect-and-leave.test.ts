/** What connects when Parley starts, and a connection that is left so that its last will is published; seen by a real broker. */
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { launchMosquitto, type Mosquitto } from "../../support/launch-mosquitto.ts";
import { launchMosquittoSub, runMosquittoPub } from "../../support/launch-mqtt-peers.ts";
import { createDraft, openTestEngine, type TestEngine } from "../../support/open-test-engine.ts";

let broker: Mosquitto;
let engine: TestEngine;

beforeAll(async () => {
	broker = await launchMosquitto();
});
afterEach(() => engine.close());
afterAll(() => broker.close());

const will = {
	topic: "left/will",
	payload: Buffer.from("gone"),
	qos: 1,
	retain: false,
	delaySeconds: 0,
	payloadSyntax: "text",
	properties: {},
} as const;

test("disconnected with the will, the broker publishes it, once; without, it does not", async () => {
	engine = await openTestEngine();
	const watcher = await launchMosquittoSub(broker, ["-t", "left/#", "-q", "1", "-v"]);
	const { id } = await engine.ask("connection.create", {
		draft: createDraft(broker, { name: "Leaver", clientId: "leaver", will }),
	});
	const states = engine.followConnections();
	const isIn = (kind: string) => states.waitUntil((shown) => shown.get(id)?.state?.kind === kind);
	for (const command of ["connection.disconnect", "connection.disconnectWithWill"] as const) {
		await engine.ask("connection.connect", { id });
		await isIn("connected");
		await engine.ask(command, { id });
		await isIn("idle");
	}
	await runMosquittoPub(broker, ["-t", "left/mark", "-m", "end", "-q", "1"]);
	await watcher.waitForLine(/^left\/mark end$/);
	expect(watcher.lines.filter((line) => line.startsWith("left/"))).toEqual(["left/will gone", "left/mark end"]);
	await watcher.kill();
});

test("there is no will to send on 3.1.1, and none where none was set", async () => {
	engine = await openTestEngine();
	for (const change of [{ name: "Old", version: "3.1.1", will }, { name: "Without" }] as const) {
		const { id } = await engine.ask("connection.create", { draft: createDraft(broker, change) });
		const answer = await engine.link.request("connection.disconnectWithWill", { id });
		expect(answer).toMatchObject({ ok: false, failure: { code: "no-will-to-send" } });
	}
});

test("after a restart those connect that shall, one after another, and the others do not", async () => {
	engine = await openTestEngine();
	for (let number = 0; number < 20; number++) {
		const draft = createDraft(broker, { name: `At start ${number}`, connectAtStart: true });
		await engine.ask("connection.create", { draft });
	}
	await engine.ask("connection.create", { draft: createDraft(broker, { name: "By hand" }) });
	const fromLine = broker.log.length;
	engine = await engine.restart();
	const shown = await engine
		.followConnections()
		.waitUntil((list) => [...list.values()].filter(({ state }) => state?.kind === "connected").length === 20);
	expect([...shown.values()].filter(({ state }) => state?.kind === "idle").map(({ profile }) => profile?.name)).toEqual([
		"By hand",
	]);
	expect(broker.log.slice(fromLine).filter((line) => /New client connected/.test(line))).toHaveLength(20);
});
