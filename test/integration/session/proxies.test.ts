import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { ConnectionProfile } from "../../../shared/model/connection.ts";
import type { Failure } from "../../../shared/model/failure.ts";
import { DEFAULT_TLS } from "../../../shared/model/tls.ts";
import { createTestSession, type TestSession } from "../../support/create-test-session.ts";
import { findFreePort } from "../../support/find-free-port.ts";
import { launchMosquitto, type Mosquitto } from "../../support/launch-mosquitto.ts";
import { type CertificateAuthority, openCertificateAuthority } from "../../support/open-certificate-authority.ts";
import { type ProxyOptions, startHttpProxy, startSocksProxy } from "../../support/start-proxies.ts";

/** No machine but the proxy knows it. */
const HIDDEN = "broker.hidden.invalid";
const LOGIN = { username: "ann", password: "open sesame" };

let ca: CertificateAuthority;
let encrypted: Mosquitto;
let broker: Mosquitto;
const closers: (() => unknown)[] = [];

beforeAll(async () => {
	ca = await openCertificateAuthority();
	const { certificateFile, keyFile } = await ca.issue("hidden", { names: `DNS:${HIDDEN}` });
	encrypted = await launchMosquitto({ config: [`certfile ${certificateFile}`, `keyfile ${keyFile}`] });
	broker = await launchMosquitto({ webSocket: true });
});
afterEach(async () => {
	await Promise.all(closers.splice(0).map((close) => close()));
});
afterAll(async () => {
	await Promise.all([encrypted.close(), broker.close(), ca.close()]);
});

function openSession(profile: Partial<ConnectionProfile>, password?: string): TestSession {
	const secrets = password === undefined ? [] : (["proxyPassword"] as const);
	const readSecrets = () => Promise.resolve(password === undefined ? {} : { proxyPassword: password });
	const session = createTestSession({ host: HIDDEN, port: 1883, secrets, ...profile }, [], { readSecrets });
	closers.push(() => session.close());
	session.connect();
	return session;
}

async function readFailure(...given: Parameters<typeof openSession>): Promise<Failure> {
	return (await openSession(...given).waitForState("failed")).failure;
}

const KINDS = [
	["http", startHttpProxy],
	["socks5", startSocksProxy],
] as const;

for (const [kind, start] of KINDS) {
	const open = async (options: ProxyOptions = {}) => {
		const proxy = await start({ hosts: { [HIDDEN]: broker.port }, ...options });
		closers.push(proxy.close);
		return proxy;
	};
	const through = (port: number, username = "") => ({ kind, host: "127.0.0.1", port, username });

	test(`${kind}: the proxy looks up the broker's name, with a login, for each protocol`, async () => {
		for (const [protocol, target] of [
			["mqtt", broker.port],
			["mqtts", encrypted.port],
			["ws", broker.webSocketPort ?? 0],
		] as const) {
			const proxy = await open({ hosts: { [HIDDEN]: target }, login: LOGIN });
			const tls = { ...DEFAULT_TLS, caCertificates: [ca.certificate] };
			const session = openSession({ protocol, tls, proxy: through(proxy.port, LOGIN.username) }, LOGIN.password);
			await session.waitForState("connected");
			session.publishText("t", "x".repeat(50_000), 1);
			await session.conversation.waitUntil(() => session.conversation.published[0]?.delivery.state === "done", "PUBACK");
			expect(proxy.asked).toEqual([`${HIDDEN}:1883`]);
		}
	});

	test(`${kind}: a login that is missing or wrong is told`, async () => {
		const { port } = await open({ login: LOGIN });
		expect((await readFailure({ proxy: through(port) })).code).toBe("proxy-login");
		const wrong = await readFailure({ proxy: through(port, LOGIN.username) }, "open barley");
		expect(wrong.code).toBe("proxy-login");
		expect(JSON.stringify(wrong)).not.toContain("barley");
	});

	test(`${kind}: a proxy that is not there, cannot be found, is none, or never answers is told`, async () => {
		const read = async (profile: Partial<ConnectionProfile>) => (await readFailure(profile)).code;
		expect(await read({ proxy: through(await findFreePort()) })).toBe("proxy-refused");
		expect(await read({ proxy: { ...through(1), host: "no-such-proxy.invalid" } })).toBe("proxy-not-found");
		expect(await read({ proxy: through(broker.port) })).toBe("proxy-broken");
		const deaf = await open({ isDeaf: true });
		expect(await read({ proxy: through(deaf.port), connectTimeoutSeconds: 0.3 })).toBe("proxy-timeout");
	});
}

test("an HTTP proxy that refuses the target is told with its status, a SOCKS5 proxy in words", async () => {
	const http = await startHttpProxy({ refusal: 403 });
	const socks = await startSocksProxy({ refusal: 2 });
	closers.push(http.close, socks.close);
	const server = (kind: "http" | "socks5", port: number) => ({ kind, host: "127.0.0.1", port, username: "" });
	expect(await readFailure({ proxy: server("http", http.port) })).toMatchObject({
		code: "proxy-refused-target",
		detail: { status: 403, host: HIDDEN },
	});
	const refused = await readFailure({ proxy: server("socks5", socks.port) });
	expect(refused).toMatchObject({ code: "proxy-socks-refused", detail: { socksReply: 2 } });
	expect(refused.message).toContain("its rules do not allow it");
});

test("a plain attempt to a TLS port is explained through the proxy too, and the port is asked by no other way", async () => {
	const proxy = await startSocksProxy({ hosts: { [HIDDEN]: encrypted.port } });
	closers.push(proxy.close);
	const server = { kind: "socks5", host: "127.0.0.1", port: proxy.port, username: "" } as const;
	expect((await readFailure({ proxy: server })).code).toBe("plain-to-tls-port");
});

test("the operating system's proxy is asked where the environment names none", async () => {
	const proxy = await startHttpProxy({ hosts: { [HIDDEN]: broker.port } });
	closers.push(proxy.close);
	const asked: string[] = [];
	const resolveSystemProxy = (url: string) => {
		asked.push(url);
		return Promise.resolve(`PROXY 127.0.0.1:${proxy.port}; DIRECT`);
	};
	const session = createTestSession({ host: HIDDEN, port: 1883, proxy: { kind: "system" } }, [], { resolveSystemProxy });
	closers.push(() => session.close());
	session.connect();
	await session.waitForState("connected");
	expect(asked).toEqual([`http://${HIDDEN}:1883/`]);
});
