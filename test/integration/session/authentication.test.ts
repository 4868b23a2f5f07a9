/** Enhanced authentication against a broker that plays its part, and against brokers that do not. */
import mqttPacket from "mqtt-packet";
import { afterEach, describe, expect, test } from "vitest";
import type { ConnectionProfile } from "../../../shared/model/connection.ts";
import type { ConnectionSecrets } from "../../../shared/model/secret.ts";
import { createTestSession, type TestSession } from "../../support/create-test-session.ts";
import { createScramServer, type ScramAccount } from "../../support/scram-server.ts";
import { CONNACK_4, type ScriptedBroker, type ScriptedConnection, startScriptedBroker } from "../../support/scripted-broker.ts";

const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
	await Promise.all(closers.splice(0).map((close) => close()));
});

async function start(play: (connection: ScriptedConnection) => Promise<void>, version: 4 | 5 = 5): Promise<ScriptedBroker> {
	const broker = await startScriptedBroker({ version, onConnection: (connection) => void play(connection).catch(() => {}) });
	closers.push(broker.close);
	return broker;
}

function open(broker: ScriptedBroker, profile: Partial<ConnectionProfile>, secrets: ConnectionSecrets): TestSession {
	const names = Object.keys(secrets) as (keyof ConnectionSecrets)[];
	const more = { readSecrets: () => Promise.resolve(secrets) };
	const session = createTestSession({ port: broker.port, secrets: names, ...profile }, [], more);
	closers.push(() => session.close());
	session.connect();
	return session;
}

const toHex = (packet: mqttPacket.Packet) => mqttPacket.generate(packet, { protocolVersion: 5 }).toString("hex");
const auth = (method: string, text: string, reasonCode = 0x18) =>
	toHex({ cmd: "auth", reasonCode, properties: { authenticationMethod: method, authenticationData: Buffer.from(text) } });
const connack = (method: string, text: string) =>
	toHex({
		cmd: "connack",
		sessionPresent: false,
		reasonCode: 0,
		properties: { authenticationMethod: method, authenticationData: Buffer.from(text) },
	});
const readData = (packet: { readonly properties?: { readonly authenticationData?: Buffer } }) =>
	packet.properties?.authenticationData?.toString() ?? "";

const SCRAM: Partial<ConnectionProfile> = { username: "user", authentication: { kind: "scram", hash: "SHA-256" } };
const METHOD = "SCRAM-SHA-256";
const ACCOUNT: ScramAccount = { digest: "sha256", password: "pencil" };

function playScram(account: ScramAccount, conclude: (proof: string) => string = (proof) => connack(METHOD, proof)) {
	return async (connection: ScriptedConnection) => {
		const server = createScramServer(account);
		connection.send(auth(METHOD, server.challenge(readData(await connection.waitFor("connect")))));
		const proof = server.conclude(readData(await connection.waitFor("auth")));
		connection.send(proof === null ? "20 03 00 87 00" : conclude(proof));
	};
}

describe("SCRAM", () => {
	test("proves the password without sending it, and nothing of it is in CONNECT", async () => {
		const broker = await start(playScram(ACCOUNT));
		const session = open(broker, SCRAM, { password: "pencil" });
		await session.waitForState("connected");
		const connection = await broker.waitForConnection();
		const packet = await connection.waitFor("connect");
		expect(packet).toMatchObject({ properties: { authenticationMethod: METHOD } });
		expect([packet.username, packet.password]).toEqual([undefined, undefined]);
		expect(JSON.stringify(connection.packets)).not.toContain("pencil");
	});

	test("with the wrong password the broker's refusal is told", async () => {
		const broker = await start(playScram(ACCOUNT));
		const { failure } = await open(broker, SCRAM, { password: "pen" }).waitForState("failed");
		expect(failure).toMatchObject({ code: "connack-refused", detail: { reasonCode: 0x87 } });
	});

	test("a broker that cannot prove that it knows the password is left", async () => {
		const broker = await start(playScram(ACCOUNT, () => connack(METHOD, "v=AAAA")));
		expect((await open(broker, SCRAM, { password: "pencil" }).waitForState("failed")).failure.code).toBe("scram-server-unproven");
	});

	test("a broker that accepts without an exchange is left", async () => {
		const broker = await start(async (connection) => {
			await connection.waitFor("connect");
			connection.send(connack(METHOD, ""));
		});
		expect((await open(broker, SCRAM, { password: "pencil" }).waitForState("failed")).failure.code).toBe("scram-server-unproven");
	});

	test("a proof that comes before the consent is answered with a word", async () => {
		const broker = await start(async (connection) => {
			await playScram(ACCOUNT, (proof) => auth(METHOD, proof))(connection);
			await connection.waitFor("auth", 1);
			connection.send(connack(METHOD, ""));
		});
		await open(broker, SCRAM, { password: "pencil" }).waitForState("connected");
	});

	test("a broker that would keep this machine busy, or asks without end, is left", async () => {
		const greedy = await start(async (connection) => {
			const first = readData(await connection.waitFor("connect"));
			connection.send(auth(METHOD, `${first.split(",").at(-1)}x,s=QUJD,i=2000000000`));
		});
		const { failure } = await open(greedy, SCRAM, { password: "pencil" }).waitForState("failed");
		expect(failure).toMatchObject({ code: "scram-unacceptable", message: expect.stringContaining("2000000000") });
		const endless = await start(playScram(ACCOUNT, () => auth(METHOD, "r=again,s=QUJD,i=4096")));
		expect((await open(endless, SCRAM, { password: "pencil" }).waitForState("failed")).failure.code).toBe(
			"authentication-endless",
		);
	});

	test("asked again while connected, it proves itself again", async () => {
		const broker = await start(playScram(ACCOUNT));
		const session = open(broker, SCRAM, { password: "pencil" });
		await session.waitForState("connected");
		const connection = await broker.waitForConnection();
		const server = createScramServer(ACCOUNT);
		connection.send(auth(METHOD, ""));
		connection.send(auth(METHOD, server.challenge(readData(await connection.waitFor("auth", 1)))));
		const proof = server.conclude(readData(await connection.waitFor("auth", 2)));
		connection.send(auth(METHOD, proof ?? "", 0x00));
		connection.send("d0 00");
		session.publishText("still/here", "x");
		await connection.waitFor("publish");
		expect(session.state.kind).toBe("connected");
	});
});

describe("a method of its own", () => {
	const RAW: Partial<ConnectionProfile> = { authentication: { kind: "raw", method: "K8S-SAT", dataSyntax: "hex" } };

	test("sends its data as bytes, and once more where it is asked", async () => {
		const broker = await start(async (connection) => {
			await connection.waitFor("connect");
			connection.send(auth("K8S-SAT", "more"));
			await connection.waitFor("auth");
			connection.send(connack("K8S-SAT", ""));
		});
		await open(broker, RAW, { authenticationData: "ca fe" }).waitForState("connected");
		const connection = await broker.waitForConnection();
		const sent = [await connection.waitFor("connect"), await connection.waitFor("auth")];
		expect(sent.map(({ properties }) => properties?.authenticationData?.toString("hex"))).toEqual(["cafe", "cafe"]);
	});

	test("whose data is not what it is said to be is not sent at all", async () => {
		const broker = await start(() => Promise.resolve());
		const { failure } = await open(broker, RAW, { authenticationData: "no hex" }).waitForState("failed");
		expect(failure.code).toBe("authentication-data-invalid");
		expect(broker.connections).toHaveLength(0);
	});
});

describe("a broker that breaks the rules of AUTH is left with a protocol error", () => {
	const say = (hex: string) => async (connection: ScriptedConnection) => {
		await connection.waitFor("connect");
		connection.send(hex);
	};

	test.each([
		["another method", auth("SCRAM-SHA-1", "x")],
		["no method", "f0 02 18 00"],
		["success before CONNACK", auth(METHOD, "", 0x00)],
		["two questions at once", auth(METHOD, "r=a,s=QUJD,i=4096") + auth(METHOD, "x")],
		["CONNACK by another method", connack("SCRAM-SHA-1", "")],
		["CONNACK by no method", "20 03 00 00 00"],
	])("%s", async (_name, hex) => {
		const broker = await start(say(hex));
		const { failure } = await open(broker, SCRAM, { password: "pencil" }).waitForState("failed");
		expect(failure.code).toBe("protocol-error");
		expect(await (await broker.waitForConnection()).waitFor("disconnect")).toMatchObject({ reasonCode: 0x82 });
	});

	test("AUTH where none was asked for, on 5 and on 3.1.1", async () => {
		const five = await start(say(auth(METHOD, "x")));
		expect((await open(five, {}, {}).waitForState("failed")).failure.code).toBe("protocol-error");
		const old = await start(say(`${CONNACK_4} f0 00`), 4);
		expect((await open(old, { version: "3.1.1" }, {}).waitForState("failed")).failure.code).toBe("protocol-error");
	});
});
