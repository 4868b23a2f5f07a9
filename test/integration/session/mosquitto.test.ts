import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createClientIdClaims } from "../../../electron/engine/session/create-client-id-claims.ts";
import { createSubscription, createTestSession, type TestSession } from "../../support/create-test-session.ts";
import { launchMosquitto, type Mosquitto } from "../../support/launch-mosquitto.ts";
import { launchMosquittoSub, runMosquittoPub } from "../../support/launch-mqtt-peers.ts";
import { createMemoryConversation } from "../../support/memory-conversation.ts";

let broker: Mosquitto;
const open: TestSession[] = [];

beforeAll(async () => {
	broker = await launchMosquitto();
});
afterEach(async () => {
	await Promise.all(open.splice(0).map((session) => session.close()));
});
afterAll(() => broker.close());

function openSession(...[profile, ...rest]: Parameters<typeof createTestSession>): TestSession {
	const session = createTestSession({ port: broker.port, ...profile }, ...rest);
	open.push(session);
	session.connect();
	return session;
}

async function waitForGranted(session: TestSession): Promise<void> {
	await session.conversation.waitUntil(() => session.entries.every(({ status }) => status.kind === "granted"), "granted");
}

function readTexts(session: TestSession): readonly string[] {
	return session.conversation.received.map(({ payload }) => Buffer.from(payload).toString());
}

test("a retained message comes marked to a new subscriber, unmarked to one that was there, and not after it was cleared", async () => {
	const early = openSession({}, ["kept"]);
	await waitForGranted(early);
	early.publishText("kept", "1", 1, true);
	early.publishText("kept", "2", 1, true);
	await early.conversation.waitUntil(() => early.conversation.received.length === 2, "both");
	expect(early.conversation.received.map(({ retain }) => retain)).toEqual([false, false]);
	const late = openSession({}, ["kept"]);
	await late.conversation.waitUntil(() => late.conversation.received.length === 1, "the last");
	expect(late.conversation.received).toMatchObject([{ retain: true, payloadBytes: 1 }]);
	late.publishText("kept", "", 1, true);
	await early.conversation.waitUntil(() => early.conversation.received.length === 3, "the clearing");
	const last = openSession({}, ["kept", "mark"]);
	await waitForGranted(last);
	last.publishText("mark", "x");
	await last.conversation.waitUntil(() => last.conversation.received.length === 1, "the mark");
	expect(readTexts(last)).toEqual(["x"]);
});

describe.each(["3.1.1", "5.0"] as const)("on %s", (version) => {
	test("a dropped connection makes the last will appear, a disconnected one does not", async () => {
		const watcher = openSession({}, [`will/${version}/#`]);
		await waitForGranted(watcher);
		for (const end of ["drop", "disconnect"] as const) {
			const will = {
				topic: `will/${version}/${end}`,
				payload: Buffer.from("offline"),
				qos: 1,
				retain: false,
				delaySeconds: 0,
				payloadSyntax: "text",
				properties: {},
			} as const;
			const session = openSession({ version, will });
			await session.waitForState("connected");
			if (end === "drop") session.drop();
			else await session.disconnect();
			expect(session.state).toEqual({ kind: "idle" });
			expect(session.conversation.events.at(-1)?.event.type).toBe(end === "drop" ? "dropped" : "disconnected");
		}
		watcher.publishText(`will/${version}/mark`, "mark", 1);
		await watcher.conversation.waitUntil(() => readTexts(watcher).includes("mark"), "the mark");
		expect(watcher.conversation.received.map(({ topic }) => topic)).toEqual([`will/${version}/drop`, `will/${version}/mark`]);
	});

	test("a session that survived is resumed: what was missed follows in order, and no SUBSCRIBE is sent again", async () => {
		const clientId = `survivor${version.replaceAll(".", "")}`;
		const profile = { version, clientId, cleanStart: false, sessionExpirySeconds: 60 };
		const session = openSession(profile, [createSubscription(`resumed/${version}`, 1)]);
		await waitForGranted(session);
		await session.disconnect();
		for (const text of ["1", "2", "3"]) await runMosquittoPub(broker, ["-t", `resumed/${version}`, "-q", "1", "-m", text]);
		const fromLine = broker.log.length;
		session.connect();
		await session.conversation.waitUntil(() => session.conversation.received.length === 3, "three messages");
		expect(readTexts(session)).toEqual(["1", "2", "3"]);
		expect(session.state).toMatchObject({ kind: "connected", granted: { sessionPresent: true } });
		expect(session.entries[0]?.status).toEqual({ kind: "granted", qos: 1, resumed: true });
		expect(session.conversation.events.at(-1)?.event).toEqual({ type: "connected", sessionPresent: true });
		const before = session.conversation.events.at(-1)?.seq ?? 0;
		expect(session.conversation.received.every(({ seq }) => seq > before)).toBe(true);
		expect(broker.log.slice(fromLine).filter((line) => line.includes(`Received SUBSCRIBE from ${clientId}`))).toEqual([]);
	});

	test("of two sessions with one client id the older one says that it was taken over, and does not fight", async () => {
		const clientIds = createClientIdClaims();
		const profile = { version, clientId: `twin${version.replaceAll(".", "")}`, autoReconnect: true };
		const older = openSession(profile, [], { clientIds });
		await older.waitForState("connected");
		const newer = openSession(profile, [], { clientIds });
		expect((await older.waitForState("failed")).failure.code).toBe("taken-over");
		await newer.waitForState("connected");
		expect(newer.states.map(({ kind }) => kind)).toEqual(["connecting", "connected"]);
	});
});

// Before 5 a broker cannot say why it closes; mosquitto 2.0.11 does not on 5 either.
test.each(["3.1.1", "5.0"] as const)(
	"a foreign client with the same id on %s is told of after three closes, and tried against ever more rarely",
	async (version) => {
		const clientId = `fought-over-${version}`;
		const session = openSession({ version, clientId, autoReconnect: true, reconnectDelaySeconds: 0.02 });
		for (let round = 0; round < 3; round++) {
			await session.waitForState("connected");
			const closes = session.conversation.events.filter(({ event }) => event.type === "lost").length;
			const peer = await launchMosquittoSub(broker, ["-t", "x", "-i", clientId]);
			await session.conversation.waitUntil(
				() => session.conversation.events.filter(({ event }) => event.type === "lost").length > closes,
				"lost",
			);
			await peer.kill("SIGKILL");
		}
		const last = session.conversation.events.findLast(({ event }) => event.type === "lost")?.event;
		expect(last).toMatchObject({ type: "lost", failure: { code: "closed-repeatedly", detail: { count: 3 } } });
	},
);

describe("with a broker that is restarted", () => {
	let restarted: Mosquitto;
	beforeAll(async () => {
		restarted = await launchMosquitto();
	});
	afterAll(() => restarted.close());

	test.each(["3.1.1", "5.0"] as const)(
		"a %s connection comes back by itself, with its subscriptions in force",
		async (version) => {
			const session = openSession({ port: restarted.port, version, autoReconnect: true }, ["back/#"]);
			await waitForGranted(session);
			await restarted.stop();
			await session.waitForState("waiting");
			expect(session.entries[0]?.status.kind).toBe("pending");
			await restarted.start();
			await session.waitForState("connected");
			await waitForGranted(session);
			await runMosquittoPub(restarted, ["-t", "back/again", "-m", "x"]);
			await session.conversation.waitUntil(() => session.conversation.received.length === 1, "a message");
			expect(session.conversation.events.map(({ event }) => event.type)).toEqual(["connected", "lost", "connected"]);
		},
	);

	test("what was published while it was away is delivered after, exactly once with QoS 2", async () => {
		const session = openSession({ port: restarted.port, autoReconnect: true, cleanStart: false, sessionExpirySeconds: 600 });
		await session.waitForState("connected");
		await launchMosquittoSub(restarted, ["-t", "queue/#", "-q", "2", "-c", "-i", "counter", "-x", "600"]).then((peer) =>
			peer.kill(),
		);
		// Deaf: PUBLISH goes out and nothing comes back.
		restarted.signal("SIGSTOP");
		session.publishText("queue/1", "under way", 2);
		await restarted.stop("SIGKILL");
		await session.waitForState("waiting");
		session.publishText("queue/2", "waiting", 2);
		await restarted.start();
		const { conversation } = session;
		await conversation.waitUntil(() => conversation.published.every(({ delivery }) => delivery.state === "done"), "deliveries");
		const peer = await launchMosquittoSub(restarted, ["-t", "queue/#", "-q", "2", "-c", "-i", "counter", "-x", "600", "-v"]);
		session.publishText("queue/3", "last", 2);
		await peer.waitForLine(/^queue\/3 last$/);
		const lines = peer.lines.filter((line) => line.startsWith("queue/"));
		expect(lines.filter((line) => line === "queue/1 under way").length).toBeLessThanOrEqual(1);
		expect(lines.filter((line) => line === "queue/2 waiting").length).toBeLessThanOrEqual(1);
		await peer.kill();
	});
});

test("the queue outlives the session object: the next one delivers what waited, in order", async () => {
	const conversation = createMemoryConversation();
	const offline = createTestSession({ port: broker.port }, [], { conversation });
	for (const text of ["1", "2", "3"]) expect(offline.publishText("later", text, 1)).toMatchObject({ ok: true });
	await offline.close();
	const watcher = openSession({}, [createSubscription("later", 2)]);
	await waitForGranted(watcher);
	openSession({}, [], { conversation });
	await watcher.conversation.waitUntil(() => watcher.conversation.received.length === 3, "all three");
	expect(readTexts(watcher)).toEqual(["1", "2", "3"]);
	await conversation.waitUntil(() => conversation.published.every(({ delivery }) => delivery.state === "done"), "deliveries");
	expect(conversation.published[0]?.delivery.ticks.map(({ step }) => step)).toEqual(["queued", "sent", "puback"]);
});

test("to a topic that nobody has subscribed to, the broker's word about it is kept", async () => {
	const session = openSession({});
	await session.waitForState("connected");
	session.publishText("nobody/here", "x", 1);
	const { conversation } = session;
	await conversation.waitUntil(() => conversation.published[0]?.delivery.state === "done", "the answer");
	expect(conversation.published[0]?.delivery.ticks.at(-1)).toMatchObject({ step: "puback", reasonCode: 0x10 });
});

test("a filter named like a property of every object is subscribed, counted and removed like any other", async () => {
	const session = openSession({}, ["__proto__"]);
	await waitForGranted(session);
	await runMosquittoPub(broker, ["-t", "__proto__", "-m", "x"]);
	await session.conversation.waitUntil(() => session.entries[0]?.received === 1, "its message");
	const fromLine = broker.log.length;
	session.setSubscriptions([]);
	await broker.waitForLog(/UNSUBSCRIBE/, { fromLine });
});

test("without the right password the refusal is told in words; with it the connection opens, and its text is nowhere", async () => {
	const { writeFile } = await import("node:fs/promises");
	const { execFileSync } = await import("node:child_process");
	const passwords = `${broker.folder}/passwords`;
	await writeFile(passwords, "ann:open sesame\n");
	execFileSync("mosquitto_passwd", ["-U", passwords]);
	const guarded = await launchMosquitto({ config: ["allow_anonymous false", `password_file ${passwords}`] });
	try {
		const written: unknown[] = [];
		const log = { write: (...fields: unknown[]) => void written.push(fields) };
		const refused = openSession({ port: guarded.port }, [], { log });
		expect((await refused.waitForState("failed")).failure).toMatchObject({
			code: "connack-refused",
			detail: { reasonCode: 0x87 },
		});
		const forgotten = openSession({ port: guarded.port, username: "ann", secrets: ["password"], name: "Ann" }, [], { log });
		expect((await forgotten.waitForState("failed")).failure).toMatchObject({ code: "secrets-needed", detail: { name: "Ann" } });
		const right = { port: guarded.port, username: "ann", secrets: ["password"] } as const;
		const session = openSession(right, [], { log, readSecrets: () => Promise.resolve({ password: "open sesame" }) });
		await session.waitForState("connected");
		expect(JSON.stringify([written, session.states, session.conversation.rows])).not.toContain("sesame");
	} finally {
		await guarded.close();
	}
});
