/**
 * SIGKILL in the middle of traffic. What was acknowledged is known from mosquitto's log alone: which of the messages that it sent got a
 * PUBACK. Every one of those must be in the history of the next engine on that folder, and in the end every message that was sent.
 */

import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SUBSCRIPTION_DEFAULTS } from "../../../shared/model/subscription.ts";
import { launchMosquitto, type Mosquitto } from "../../support/launch-mosquitto.ts";
import { launchProgram } from "../../support/launch-program.ts";
import { openRawClient } from "../../support/open-raw-client.ts";
import { createDraft, openTestEngine, type TestEngine } from "../../support/open-test-engine.ts";

const ROUNDS = 3;
const MESSAGES_EACH = 4000;
const RUN_ENGINE = fileURLToPath(new URL("../../support/run-engine.ts", import.meta.url));

let broker: Mosquitto;
beforeAll(async () => {
	broker = await launchMosquitto({ config: ["max_queued_messages 0", "max_inflight_messages 100"] });
});
afterAll(() => broker.close());

/** The payloads whose delivery to this client the log shows as acknowledged. Each has its own topic, which the log names. */
function readAcknowledged(clientId: string): ReadonlySet<string> {
	const payloadOf = new Map<string, string>();
	const acknowledged = new Set<string>();
	for (const line of broker.log) {
		const sent = line.match(/Sending PUBLISH to (\S+) \(d\d, q1, r0, m(\d+), 'load\/(n\d+)'/);
		if (sent?.[1] === clientId) payloadOf.set(sent[2] ?? "", sent[3] ?? "");
		const answered = line.match(/Received PUBACK from (\S+) \(Mid: (\d+),/);
		if (answered?.[1] === clientId) acknowledged.add(payloadOf.get(answered[2] ?? "") ?? line);
	}
	return acknowledged;
}

/** Publishes them all in one go, each to a topic of its own; resolves when the broker has taken the last one over. */
async function publish(payloads: readonly string[]): Promise<void> {
	const client = await openRawClient(broker.port, 4);
	client.send({ cmd: "connect", protocolId: "MQTT", protocolVersion: 4, clientId: "writer", clean: true, keepalive: 0 });
	await client.waitFor("connack");
	for (const [index, payload] of payloads.entries()) {
		client.send({ cmd: "publish", topic: `load/${payload}`, payload, qos: 1, retain: false, dup: false, messageId: index + 1 });
	}
	await client.waitFor("puback", ({ messageId }) => messageId === payloads.length, 60_000);
	client.cut();
}

async function readPayloads(engine: TestEngine, connectionId: string): Promise<readonly string[]> {
	const payloads: string[] = [];
	const filter = { direction: "received", topicFilter: null, text: null, pinned: false } as const;
	for (let after = 0; ; ) {
		const place = { at: "seq", seq: after + 1, before: 0, after: 500 } as const;
		const woken = Promise.withResolvers<void>();
		const opened = engine.engine.feeds.conversation({ connectionId, filter, place }, { wake: woken.resolve });
		if (!opened.ok) throw new Error(opened.failure.message);
		await woken.promise;
		const rows = (await opened.value.take())?.rows;
		opened.value.close();
		if (rows === undefined || rows.seq.length === 0) return payloads;
		for (const [index, end] of rows.previewEnd.entries()) {
			payloads.push(Buffer.from(rows.bytes.subarray(index === 0 ? 0 : rows.previewEnd[index - 1], end)).toString());
		}
		after = rows.seq.at(-1) ?? after;
		if (rows.seq.length < 501) return payloads;
	}
}

test(`killed ${ROUNDS} times under load, no acknowledged message is lost, and the profiles are intact`, async () => {
	const first = await openTestEngine();
	const { folder } = first;
	const draft = createDraft(broker, { clientId: "killed", version: "3.1.1", cleanStart: false });
	const { id } = await first.ask("connection.create", { draft });
	const drafts = [{ ...SUBSCRIPTION_DEFAULTS, filter: "load/+", qos: 1 }] as const;
	await first.ask("subscription.add", { connectionId: id, drafts: [...drafts] });
	await first.ask("connection.connect", { id });
	await first.followSubscriptions(id).waitUntil((shown) => [...shown.values()].some(({ status }) => status.kind === "granted"));
	await first.engine.close();

	let sent = 0;
	for (let round = 0; round < ROUNDS; round++) {
		const child = launchProgram(process.execPath, [RUN_ENGINE, folder]);
		await child.waitForLine(/ connected$/);
		// What an earlier round has left unacknowledged comes first.
		const before = sent;
		const published = publish(Array.from({ length: MESSAGES_EACH }, (_, index) => `n${before + index}`));
		sent += MESSAGES_EACH;
		// Somewhere in the middle, elsewhere each time.
		await expect
			.poll(() => readAcknowledged("killed").size, { interval: 10, timeout: 15_000 })
			.toBeGreaterThan(before + 100 + 700 * round);
		await child.kill("SIGKILL");
		await published;
		const acknowledged = readAcknowledged("killed");

		const next = await openTestEngine({ folder });
		const kept = new Set(await readPayloads(next, id));
		expect([...acknowledged].filter((payload) => !kept.has(payload))).toEqual([]);
		const shown = await next.followConnections().waitUntil((list) => list.size === 1);
		expect(shown.get(id)?.profile).toMatchObject({ clientId: "killed", cleanStart: false });
		if (round === ROUNDS - 1) {
			await next.ask("connection.connect", { id });
			await expect.poll(async () => new Set(await readPayloads(next, id)).size, { timeout: 30_000, interval: 500 }).toBe(sent);
		}
		await next.close();
	}
	await rm(folder, { recursive: true, force: true });
}, 120_000);
