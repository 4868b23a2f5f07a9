import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { type AddressInfo, createServer as createTcpServer, type Socket } from "node:net";
import { createServer, type Server, type TlsOptions as ServerOptions, type TLSSocket } from "node:tls";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { ConnectionProfile } from "../../../shared/model/connection.ts";
import type { Failure } from "../../../shared/model/failure.ts";
import type { ConnectionSecrets, SecretName } from "../../../shared/model/secret.ts";
import { DEFAULT_TLS, type TlsOptions } from "../../../shared/model/tls.ts";
import { createTestSession, type TestSession } from "../../support/create-test-session.ts";
import { launchMosquitto, type Mosquitto } from "../../support/launch-mosquitto.ts";
import {
	type CertificateAuthority,
	type IssuedCertificate,
	openCertificateAuthority,
} from "../../support/open-certificate-authority.ts";

let ca: CertificateAuthority;
let server: IssuedCertificate;
let broker: Mosquitto;
let mutual: Mosquitto;
let plain: Mosquitto;
const closers: (() => unknown)[] = [];

function launchWith(issued: IssuedCertificate, config: readonly string[] = []): Promise<Mosquitto> {
	return launchMosquitto({ config: [`certfile ${issued.certificateFile}`, `keyfile ${issued.keyFile}`, ...config] });
}

beforeAll(async () => {
	ca = await openCertificateAuthority();
	server = await ca.issue("localhost");
	broker = await launchWith(server);
	mutual = await launchWith(server, [`cafile ${ca.certificateFile}`, "require_certificate true"]);
	plain = await launchMosquitto({ webSocket: true });
});
afterEach(async () => {
	await Promise.all(closers.splice(0).map((close) => close()));
});
afterAll(async () => {
	await Promise.all([broker.close(), mutual.close(), plain.close()]);
	await ca.close();
});

/** With the test's own authority trusted, where `tls` says nothing else. */
function openSession(
	profile: Partial<ConnectionProfile>,
	tls: Partial<TlsOptions> = {},
	secrets: ConnectionSecrets = {},
): TestSession {
	const options = { ...DEFAULT_TLS, caCertificates: [ca.certificate], ...tls };
	const names = Object.keys(secrets) as SecretName[];
	const more = { protocol: "mqtts", host: "localhost", port: broker.port, tls: options, secrets: names, ...profile } as const;
	const session = createTestSession(more, [], { readSecrets: () => Promise.resolve(secrets) });
	closers.push(() => session.close());
	session.connect();
	return session;
}

async function readFailure(...given: Parameters<typeof openSession>): Promise<Failure> {
	return (await openSession(...given).waitForState("failed")).failure;
}

/** A TLS server that says nothing of MQTT: as far as the handshake, and what was asked for in it. */
async function startTlsServer(options: ServerOptions): Promise<{ readonly port: number; readonly server: Server }> {
	const started = createServer({ cert: server.certificate, key: server.key, ...options }, (socket) => {
		socket.on("error", () => {});
		closers.push(() => socket.destroy());
	});
	started.on("tlsClientError", () => {});
	started.listen(0, "127.0.0.1");
	await once(started, "listening");
	closers.push(() => started.close());
	return { port: (started.address() as AddressInfo).port, server: started };
}

test("a certificate of an unknown authority is refused and shown; with that authority's certificate the connection opens", async () => {
	const failure = await readFailure({}, { caCertificates: [] });
	expect(failure.code).toBe("tls-untrusted");
	expect(failure.certificates?.[0]).toMatchObject({
		subject: "CN=localhost",
		issuer: "CN=Test CA",
		alternativeNames: "DNS:localhost",
		fingerprint: server.fingerprint,
	});
	const session = openSession({});
	await session.waitForState("connected");
	session.publishText("t", "x".repeat(100_000), 1);
	await session.conversation.waitUntil(() => session.conversation.published[0]?.delivery.state === "done", "PUBACK over TLS");
});

test("what is wrong with a certificate is told: for another name, expired, not yet valid, signed by itself", async () => {
	const wrongHost = await readFailure({ host: "127.0.0.1" });
	expect(wrongHost).toMatchObject({ code: "tls-wrong-host", detail: { name: "127.0.0.1" } });
	const old = await launchWith(await ca.issue("localhost", { from: "20200101000000Z", to: "20210101000000Z" }));
	const early = await launchWith(await ca.issue("localhost", { from: "20900101000000Z", to: "20910101000000Z" }));
	closers.push(old.close, early.close);
	const expired = await readFailure({ port: old.port });
	expect(expired.code).toBe("tls-expired");
	expect(expired.certificates?.[0]?.validTo).toBe(Date.UTC(2021, 0, 1));
	expect((await readFailure({ port: early.port })).code).toBe("tls-not-yet-valid");
	const { port } = await startTlsServer({
		cert: ca.certificate,
		key: await readFile(`${ca.folder}/ca.key`),
	});
	expect((await readFailure({ port }, { caCertificates: [] })).code).toBe("tls-self-signed");
});

test("any certificate is taken where verifying is off", async () => {
	await openSession({ host: "127.0.0.1" }, { verifyServer: false, caCertificates: [] }).waitForState("connected");
});

test("a pinned certificate is accepted whatever else is wrong with it, and no other is, though its authority is trusted", async () => {
	const pinned = { caCertificates: [], pinnedFingerprint: server.fingerprint };
	await openSession({ host: "127.0.0.1" }, pinned).waitForState("connected");
	const renewed = await ca.issue("localhost");
	const other = await launchWith(renewed);
	closers.push(other.close);
	const failure = await readFailure({ port: other.port }, { pinnedFingerprint: server.fingerprint });
	expect(failure.code).toBe("tls-pin-changed");
	expect(failure.certificates?.[0]?.fingerprint).toBe(renewed.fingerprint);
});

test("nothing is sent to a server that was refused, no login and no header", async () => {
	let received = 0;
	const { port, server: listening } = await startTlsServer({});
	listening.on("secureConnection", (socket: TLSSocket) => socket.on("data", (chunk) => (received += chunk.length)));
	const closed = once(listening, "connection").then(([socket]) => once(socket as Socket, "close"));
	const headers = [{ name: "Authorization", value: "" }];
	const secrets = { password: "secret", "header:authorization": "Bearer secret" };
	const profile = { protocol: "wss", port, username: "u", webSocketHeaders: headers } as const;
	expect((await readFailure(profile, { caCertificates: [] }, secrets)).code).toBe("tls-untrusted");
	await closed;
	expect(received).toBe(0);
});

test("a broker that wants a client certificate is told as such, and one that does not like ours too", async () => {
	expect((await readFailure({ port: mutual.port })).code).toBe("tls-client-certificate");
	const stranger = await openCertificateAuthority("Another CA");
	closers.push(stranger.close);
	const { certificate, key } = await stranger.issue("client");
	const clientCertificate = { kind: "pem", certificate } as const;
	expect((await readFailure({ port: mutual.port }, { clientCertificate }, { tlsKey: key })).code).toBe("tls-client-refused");
});

test("a client certificate opens the connection: in any order, with an encrypted key, or as PFX", async () => {
	const { certificate, key } = await ca.issue("client");
	const reversed = { kind: "pem", certificate: `${ca.certificate}\n${certificate}` } as const;
	await openSession({ port: mutual.port }, { clientCertificate: reversed }, { tlsKey: key }).waitForState("connected");
	const locked = await ca.issue("client", { passphrase: "open sesame" });
	const encrypted = { kind: "pem", certificate: locked.certificate } as const;
	const secrets = { tlsKey: locked.key, tlsPassphrase: "open sesame" };
	await openSession({ port: mutual.port }, { clientCertificate: encrypted }, secrets).waitForState("connected");
	const pfx = { tlsPfx: await ca.pack(await ca.issue("client"), "open sesame"), tlsPassphrase: "open sesame" };
	await openSession({ port: mutual.port }, { clientCertificate: { kind: "pfx" } }, pfx).waitForState("connected");
});

test("a client certificate that cannot be used is told before a server sees it", async () => {
	const [one, other] = [await ca.issue("one"), await ca.issue("other")];
	const locked = await ca.issue("client", { passphrase: "open sesame" });
	const old = await ca.issue("client", { from: "20200101000000Z", to: "20210101000000Z" });
	const pem = ({ certificate }: IssuedCertificate) => ({ clientCertificate: { kind: "pem", certificate } }) as const;
	const read = async (tls: Partial<TlsOptions>, secrets: ConnectionSecrets) => (await readFailure({}, tls, secrets)).code;
	expect(await read(pem(one), { tlsKey: other.key })).toBe("tls-key-mismatch");
	expect(await read(pem(locked), { tlsKey: locked.key, tlsPassphrase: "no" })).toBe("tls-passphrase");
	expect(await read(pem(locked), { tlsKey: locked.key })).toBe("tls-passphrase");
	expect(await read(pem(old), { tlsKey: old.key })).toBe("tls-client-expired");
	expect(await read(pem(one), { tlsKey: "nonsense" })).toBe("tls-client-unreadable");
	const pfx = { clientCertificate: { kind: "pfx" } } as const;
	expect(await read(pfx, { tlsPfx: await ca.pack(one, "right"), tlsPassphrase: "wrong" })).toBe("tls-passphrase");
	expect(await read(pfx, { tlsPfx: await ca.pack(one, "right", true), tlsPassphrase: "right" })).toBe("tls-client-unreadable");
	expect(await read(pfx, { tlsPfx: "bm9uc2Vuc2U=", tlsPassphrase: "right" })).toBe("tls-client-unreadable");
});

test("the server name is asked for and looked for in the certificate; ALPN goes along, and its refusal is told", async () => {
	const named = await ca.issue("elsewhere", { names: "DNS:elsewhere.example" });
	const { port, server: listening } = await startTlsServer({ cert: named.certificate, key: named.key, ALPNProtocols: ["mqtt"] });
	const asked = once(listening, "secureConnection") as Promise<TLSSocket[]>;
	const tls = { serverName: "elsewhere.example", alpn: ["x-other", "mqtt"] };
	openSession({ port, host: "127.0.0.1" }, tls);
	const [socket] = await asked;
	expect(socket?.servername).toBe("elsewhere.example");
	expect(socket?.alpnProtocol).toBe("mqtt");
	expect((await readFailure({ port, host: "127.0.0.1" }, { ...tls, alpn: ["x-other"] })).code).toBe("tls-alpn");
});

test("a server that speaks older TLS only is refused, or spoken to where the minimum allows it", async () => {
	const { port: newer } = await startTlsServer({ maxVersion: "TLSv1.2" });
	expect((await readFailure({ port: newer }, { minimumVersion: "1.3" })).code).toBe("tls-version");
	const old = { minVersion: "TLSv1.1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" } as const;
	const { port, server: listening } = await startTlsServer(old);
	expect((await readFailure({ port })).code).toBe("tls-version");
	const spoken = once(listening, "secureConnection") as Promise<TLSSocket[]>;
	openSession({ port }, { minimumVersion: "1.1" });
	expect((await spoken)[0]?.getProtocol()).toBe("TLSv1.1");
});

test("the wrong protocol on a port is told, both ways", async () => {
	const read = async (profile: Partial<ConnectionProfile>) => (await readFailure(profile)).code;
	expect(await read({ port: plain.port })).toBe("tls-to-plain-port");
	expect(await read({ protocol: "mqtt", port: broker.port })).toBe("plain-to-tls-port");
	expect(await read({ protocol: "wss", port: plain.webSocketPort ?? 0 })).toBe("tls-to-plain-port");
	expect(await read({ protocol: "ws", port: broker.port })).toBe("plain-to-tls-port");
	expect(["not-mqtt", "closed-before-connack"]).toContain(await read({ protocol: "mqtt", port: plain.webSocketPort ?? 0 }));
	expect(["websocket-failed", "closed-before-connack"]).toContain(await read({ protocol: "ws", port: plain.port }));
});

test("a port that falls silent in the TLS handshake is told apart from one that never answered", async () => {
	const silent = createTcpServer((socket) => closers.push(() => socket.destroy()));
	silent.listen(0, "127.0.0.1");
	await once(silent, "listening");
	closers.push(() => silent.close());
	const { port } = silent.address() as AddressInfo;
	expect((await readFailure({ port, connectTimeoutSeconds: 0.2 })).code).toBe("tls-timeout");
});
