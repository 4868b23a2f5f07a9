/** What belongs to a connection and to nobody else: its keys and passwords go into the vault, and the form hears what is wrong with them. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Vault } from "../../../electron/engine/ports.ts";
import { createMemoryVault } from "../../../electron/web/memory-vault.ts";
import type { ConnectionDraft } from "../../../shared/model/connection.ts";
import type { SecretChanges } from "../../../shared/model/secret.ts";
import { DEFAULT_TLS, type TlsOptions } from "../../../shared/model/tls.ts";
import { type CertificateAuthority, openCertificateAuthority } from "../../support/open-certificate-authority.ts";
import { createDraft, openTestEngine, type TestEngine } from "../../support/open-test-engine.ts";

let ca: CertificateAuthority;
let vault: Vault;
let engine: TestEngine;

beforeAll(async () => {
	ca = await openCertificateAuthority();
});
afterAll(() => ca.close());
beforeEach(async () => {
	vault = createMemoryVault();
	engine = await openTestEngine({ vault });
});
afterEach(() => engine.close());

function withTls(tls: Partial<TlsOptions>, secrets: SecretChanges, more: Partial<ConnectionDraft> = {}): ConnectionDraft {
	return createDraft({ port: 1 }, { protocol: "mqtts", tls: { ...DEFAULT_TLS, ...tls }, secrets, ...more });
}

async function readProblems(draft: ConnectionDraft): Promise<readonly string[]> {
	const answer = await engine.link.request("connection.create", { draft });
	return answer.ok ? [] : (answer.failure.problems ?? []).map(({ field, rule }) => `${field}: ${rule}`);
}

/** In any of the ways in which a file could hold it. */
async function savedText(): Promise<string> {
	return readFile(join(engine.folder, "profiles.json"), "utf8");
}

test("what is wrong with a client certificate is refused at its field", async () => {
	const [one, other] = [await ca.issue("one"), await ca.issue("other")];
	const locked = await ca.issue("client", { passphrase: "right" });
	const old = await ca.issue("client", { from: "20200101000000Z", to: "20210101000000Z" });
	const pem = ({ certificate }: { readonly certificate: string }) =>
		({ clientCertificate: { kind: "pem", certificate } }) as const;
	const pfx = { clientCertificate: { kind: "pfx" } } as const;
	const own = "draft.tls.clientCertificate.certificate";
	const [key, passphrase, file] = ["draft.secrets.tlsKey", "draft.secrets.tlsPassphrase", "draft.secrets.tlsPfx"];
	const packed = await ca.pack(one, "right");
	for (const [tls, secrets, problem] of [
		[pem(one), {}, `${key}: required`],
		[pem(one), { tlsKey: other.key }, `${key}: key-mismatch`],
		[pem(one), { tlsKey: "nonsense" }, `${key}: key-invalid`],
		[pem(locked), { tlsKey: locked.key }, `${passphrase}: passphrase-needed`],
		[pem(locked), { tlsKey: locked.key, tlsPassphrase: "wrong" }, `${passphrase}: passphrase-wrong`],
		[pem(old), { tlsKey: old.key }, `${own}: certificate-expired`],
		[pem({ certificate: `${one.certificate}\n${one.key}` }), { tlsKey: one.key }, `${own}: certificate-holds-key`],
		[pfx, {}, `${file}: required`],
		[pfx, { tlsPfx: "bm9uc2Vuc2U=" }, `${file}: pfx-invalid`],
		[pfx, { tlsPfx: packed }, `${passphrase}: passphrase-needed`],
		[pfx, { tlsPfx: packed, tlsPassphrase: "wrong" }, `${passphrase}: passphrase-wrong`],
		[pfx, { tlsPfx: await ca.pack(one, "right", true), tlsPassphrase: "right" }, `${file}: pfx-outdated`],
		[{ caCertificates: [BROKEN] }, {}, "draft.tls.caCertificates.0: certificate-invalid"],
	] as const) {
		expect(await readProblems(withTls(tls, secrets)), problem).toEqual([problem]);
	}
	expect(await readProblems(withTls(pfx, { tlsPfx: packed, tlsPassphrase: "right" }))).toEqual([]);
});

const BROKEN = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----";

test("every secret is in the vault alone, stays when it is not mentioned, and goes with what it was for, or with the connection", async () => {
	const { certificate, key } = await ca.issue("client", { passphrase: "pass phrase" });
	const clientCertificate = { kind: "pem", certificate } as const;
	const secrets = {
		password: "pass word",
		tlsKey: key,
		tlsPassphrase: "pass phrase",
		proxyPassword: "pass proxy",
		"header:authorization": "Bearer pass",
	};
	const more = {
		protocol: "wss",
		username: "u",
		proxy: { kind: "http", host: "proxy", port: 1, username: "p" },
		webSocketHeaders: [{ name: "Authorization", value: "" }],
	} as const;
	const { id } = await engine.ask("connection.create", { draft: withTls({ clientCertificate }, secrets, more) });
	const shown = await engine.followConnections().waitUntil((list) => list.size === 1);
	expect(shown.get(id)?.profile?.secrets).toEqual(Object.keys(secrets).toSorted());
	const told = JSON.stringify([...shown.values()]) + (await savedText()) + engine.log.join("\n");
	for (const secret of Object.values(secrets)) expect(told).not.toContain(JSON.stringify(secret).slice(1, -1));
	const copy = await engine.ask("connection.duplicate", { id });
	for (const [name, secret] of Object.entries(secrets)) {
		expect(await vault.read(`connection/${id}/${name}`)).toBe(secret);
		expect(await vault.read(`connection/${copy.id}/${name}`)).toBe(secret);
	}

	const renamed = withTls({ clientCertificate }, {}, { ...more, name: "Renamed", protocol: "mqtt" });
	await engine.ask("connection.update", { id, draft: renamed });
	expect(await vault.read(`connection/${id}/tlsKey`)).toBe(key);
	await engine.ask("connection.update", { id, draft: { ...renamed, tls: DEFAULT_TLS, webSocketHeaders: [] } });
	expect(await vault.read(`connection/${id}/tlsKey`)).toBeNull();
	expect(await vault.read(`connection/${id}/header:authorization`)).toBeNull();
	expect(await vault.read(`connection/${id}/password`)).toBe("pass word");
	await engine.ask("connection.remove", { id });
	await engine.ask("connection.remove", { id: copy.id });
	for (const name of Object.keys(secrets)) {
		expect(await vault.read(`connection/${id}/${name}`)).toBeNull();
		expect(await vault.read(`connection/${copy.id}/${name}`)).toBeNull();
	}
});

test("after a restart that forgot them, all that is missing is asked for by name, and checked when it is entered", async () => {
	const { certificate, key } = await ca.issue("client");
	const draft = withTls({ clientCertificate: { kind: "pem", certificate } }, { tlsKey: key, password: "p" }, { username: "u" });
	const { id } = await engine.ask("connection.create", { draft: { ...draft, name: "Locked" } });
	await engine.engine.close();
	const next = await openTestEngine({ folder: engine.folder });
	const asked = await next.link.request("connection.connect", { id });
	expect(asked).toMatchObject({ failure: { code: "secrets-needed", detail: { secretNames: "password,tlsKey" } } });
	expect(asked.ok ? "" : asked.failure.message).toBe("Not known any more for “Locked”: password, private key.");
	const wrong = { password: "p", tlsKey: (await ca.issue("other")).key };
	expect(await next.link.request("connection.setSecrets", { id, secrets: wrong })).toMatchObject({
		failure: { problems: [{ field: "draft.secrets.tlsKey", rule: "key-mismatch" }] },
	});
	await next.ask("connection.setSecrets", { id, secrets: { password: "p", tlsKey: key } });
	expect((await next.link.request("connection.connect", { id })).ok).toBe(true);
	await next.close();
});

test("a header is refused that would break the request, or pose as another", async () => {
	const read = (name: string, value = "") =>
		readProblems(createDraft({ port: 1 }, { protocol: "ws", webSocketHeaders: [{ name, value }] }));
	const at = "draft.webSocketHeaders.0";
	for (const name of ["Host", "connection", "UPGRADE", "Sec-WebSocket-Key", "Content-Length", "Transfer-Encoding"]) {
		expect(await read(name, "x"), name).toEqual([`${at}.name: header-reserved`]);
	}
	expect(await read("X A", "x")).toEqual([`${at}.name: header-name-invalid`]);
	expect(await read("X-A\r\nHost", "x")).toEqual([`${at}.name: header-name-invalid`]);
	expect(await read("X-A", "a\r\nHost: b")).toEqual([`${at}.value: header-value-invalid`]);
	expect(await read("Authorization")).toEqual([`${at}.value: required`]);
	expect(await read("Cookie", "a=1")).toEqual([`${at}.value: wrong-shape`]);
});

test("a file is read as certificates, PEM or DER, and anything else is refused", async () => {
	const { certificate, fingerprint } = await ca.issue("client");
	const der = Buffer.from(certificate.replace(/-----[^-]+-----|\s/g, ""), "base64");
	for (const content of [der, Buffer.from(`# a comment\n${certificate}\n${ca.certificate}`)]) {
		const [first] = await engine.ask("certificate.read", { content: new Uint8Array(content) });
		expect(first).toMatchObject({ pem: certificate.trim(), facts: { subject: "CN=client", fingerprint } });
	}
	for (const content of ["nonsense", BROKEN, "", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"]) {
		const answer = await engine.link.request("certificate.read", { content: new Uint8Array(Buffer.from(content)) });
		expect(answer, content).toMatchObject({ failure: { problems: [{ rule: "certificate-invalid" }] } });
	}
});
