/** What a broker says when it refuses or ends a connection, and what follows from it: another attempt, a longer wait, or a person. */
import { afterEach, describe, expect, test } from "vitest";
import type { ConnectionProfile } from "../../../shared/model/connection.ts";
import { createTestSession, type TestSession } from "../../support/create-test-session.ts";
import { CONNACK_5, type ScriptedBroker, startScriptedBroker } from "../../support/scripted-broker.ts";

const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
	await Promise.all(closers.splice(0).map((close) => close()));
});

/** Waits that are long beside a test, and may be doubled often. */
const PATIENT = { autoReconnect: true, reconnectDelaySeconds: 10, reconnectCeilingSeconds: 10_000 };

async function connect(onConnect: string, profile: Partial<ConnectionProfile> = {}): Promise<[TestSession, ScriptedBroker]> {
	const broker = await startScriptedBroker({ onConnect });
	const session = createTestSession({ port: broker.port, ...PATIENT, ...profile });
	closers.push(() => session.close(), broker.close);
	session.connect();
	return [session, broker];
}

const REFERENCE = `1c 00 04 ${Buffer.from("b:18").toString("hex")}`;

describe("a server that the broker points to", () => {
	test.each([
		["CONNACK, use another server", `20 0a 00 9c 07 ${REFERENCE}`, "connack-refused", 0x9c],
		["CONNACK, server moved", `20 0a 00 9d 07 ${REFERENCE}`, "connack-refused", 0x9d],
		["DISCONNECT, use another server", `${CONNACK_5} e0 09 9c 07 ${REFERENCE}`, "server-disconnect", 0x9c],
	] as const)("%s: is told, and not gone to", async (_name, said, code, reasonCode) => {
		const [session, broker] = await connect(said);
		const { failure } = await session.waitForState("failed");
		expect(failure).toMatchObject({ code, detail: { reasonCode, serverReference: "b:18" } });
		expect(broker.connections).toHaveLength(1);
	});
});

const WILL = { topic: "w", payload: new Uint8Array(), payloadSyntax: "text", delaySeconds: 0, properties: {} } as const;

test.each([
	["20 03 00 9b 00", { ...WILL, qos: 2, retain: false }, "will-qos-refused"],
	["20 03 00 9a 00", { ...WILL, qos: 0, retain: true }, "will-retain-refused"],
	["20 03 00 9a 00", { ...WILL, qos: 0, retain: false }, "connack-refused"],
] as const)("a last will that the broker cannot take is told as such: %s", async (said, will, code) => {
	const [session] = await connect(said, { will });
	expect((await session.waitForState("failed")).failure.code).toBe(code);
});

const REFUSALS = [
	[0x86, "failed"],
	[0x87, "failed"],
	[0x8a, "failed"],
	[0x95, "failed"],
	[0x88, "waiting"],
	[0x89, "waiting"],
	[0x97, "waiting"],
	[0x9f, "waiting"],
] as const;

test.each(REFUSALS)("after CONNACK with %i the connection is %s", async (reasonCode, kind) => {
	const [session] = await connect(`20 03 00 ${reasonCode.toString(16)} 00`);
	await session.waitForState(kind);
});

const ENDS = [
	[0x93, "waiting"],
	[0x96, "waiting"],
	[0x97, "waiting"],
	[0x9f, "waiting"],
	[0x95, "failed"],
	[0x98, "failed"],
	[0x8e, "failed"],
] as const;

test.each(ENDS)("after DISCONNECT with %i the connection is %s", async (reasonCode, kind) => {
	const [session] = await connect(`${CONNACK_5} e0 02 ${reasonCode.toString(16)} 00`);
	await session.waitForState(kind);
});

test("where the broker complains of haste the wait is longer", async () => {
	const [[hasty], [usual]] = await Promise.all([connect("20 03 00 9f 00"), connect("20 03 00 89 00")]);
	const [longer, shorter] = await Promise.all([hasty.waitForState("waiting"), usual.waitForState("waiting")]);
	// Both were told within seconds of each other; the waits are four times apart, less the jitter.
	expect(longer.retryAt - shorter.retryAt).toBeGreaterThan(30_000);
});
