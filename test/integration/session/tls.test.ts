import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { ConnectionProfile } from "../../../shared/model/connection.ts";
import { DEFAULT_TLS } from "../../../shared/model/tls.ts";
import { createTestSession, type TestSession } from "../../support/create-test-session.ts";
import { launchMosquitto, type Mosquitto } from "../../support/launch-mosquitto.ts";

let folder: string;
let broker: Mosquitto;
let mutual: Mosquitto;
let plain: Mosquitto;
let ca: string;
const open: TestSession[] = [];

function runOpenssl(...args: string[]): void {
	execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
}

function issueCertificate(name: string, subject: string, extensions: string, days = "2"): void {
	runOpenssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", `${name}.key`, "-out", `${name}.csr`, "-subj", subject);
	execFileSync("sh", ["-c", `printf '${extensions}' > ${name}.ext`], { cwd: folder });
	runOpenssl(
		"x509",
		"-req",
		"-in",
		`${name}.csr`,
		"-CA",
		"ca.crt",
		"-CAkey",
		"ca.key",
		"-CAcreateserial",
		"-days",
		days,
		"-out",
		`${name}.crt`,
		"-extfile",
		`${name}.ext`,
	);
}

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "parley-tls-"));
	runOpenssl(
		"req",
		"-x509",
		"-newkey",
		"rsa:2048",
		"-nodes",
		"-keyout",
		"ca.key",
		"-out",
		"ca.crt",
		"-days",
		"2",
		"-subj",
		"/CN=Test CA",
	);
	issueCertificate("server", "/CN=localhost", "subjectAltName=DNS:localhost");
	ca = await readFile(join(folder, "ca.crt"), "utf8");
	const config = [`certfile ${folder}/server.crt`, `keyfile ${folder}/server.key`];
	broker = await launchMosquitto({ config });
	mutual = await launchMosquitto({ config: [...config, `cafile ${folder}/ca.crt`, "require_certificate true"] });
	plain = await launchMosquitto({ webSocket: true });
});
afterEach(async () => {
	await Promise.all(open.splice(0).map((session) => session.close()));
});
afterAll(async () => {
	await Promise.all([broker.close(), mutual.close(), plain.close()]);
	await rm(folder, { recursive: true, force: true });
});

function openSession(profile: Partial<ConnectionProfile>): TestSession {
	const session = createTestSession({ protocol: "mqtts", host: "localhost", port: broker.port, ...profile });
	open.push(session);
	session.connect();
	return session;
}

async function readFailure(profile: Partial<ConnectionProfile>): Promise<string> {
	return (await openSession(profile).waitForState("failed")).failure.code;
}

test("a certificate of an unknown authority is refused; with that authority's certificate the connection opens", async () => {
	expect(await readFailure({})).toBe("tls-untrusted");
	const session = openSession({ tls: { ...DEFAULT_TLS, caCertificates: [ca] } });
	await session.waitForState("connected");
	session.publishText("t", "x".repeat(100_000), 1);
	await session.conversation.waitUntil(() => session.conversation.published[0]?.delivery.state === "done", "PUBACK over TLS");
});

test("a certificate for another name is refused, and any is taken where verifying is off", async () => {
	expect(await readFailure({ host: "127.0.0.1", tls: { ...DEFAULT_TLS, caCertificates: [ca] } })).toBe("tls-wrong-host");
	await openSession({ host: "127.0.0.1", tls: { ...DEFAULT_TLS, verifyServer: false } }).waitForState("connected");
});

test("a broker that wants a client certificate is told as such", async () => {
	expect(await readFailure({ port: mutual.port, tls: { ...DEFAULT_TLS, caCertificates: [ca] } })).toBe("tls-client-certificate");
});

test("the wrong protocol on a port is told, both ways", async () => {
	expect(await readFailure({ port: plain.port })).toBe("tls-to-plain-port");
	expect(await readFailure({ protocol: "mqtt", port: broker.port })).toBe("plain-to-tls-port");
	expect(await readFailure({ protocol: "wss", port: plain.webSocketPort ?? 0 })).toBe("tls-to-plain-port");
	expect(["not-mqtt", "closed-before-connack"]).toContain(
		await readFailure({ protocol: "mqtt", port: plain.webSocketPort ?? 0 }),
	);
	expect(["websocket-failed", "closed-before-connack"]).toContain(await readFailure({ protocol: "ws", port: plain.port }));
});
