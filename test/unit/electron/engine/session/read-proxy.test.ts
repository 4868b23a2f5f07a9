import { describe, expect, test } from "vitest";
import { isProxyBypassed } from "../../../../../electron/engine/session/transport/is-proxy-bypassed.ts";
import { readProxy } from "../../../../../electron/engine/session/transport/read-proxy.ts";
import type { Protocol } from "../../../../../shared/model/connection.ts";
import { createProfile } from "../../../../support/create-test-session.ts";

function read(environment: Readonly<Record<string, string>>, protocol: Protocol = "mqtt", host = "broker.example") {
	const profile = createProfile({ protocol, host, proxy: { kind: "system" } });
	const options = { profile, secrets: {}, signal: new AbortController().signal, onPhase: () => {} };
	return readProxy(options, environment);
}

describe("the system's proxy", () => {
	test.each([
		["http://proxy", { kind: "http", host: "proxy", port: 3128, username: "", password: "" }],
		["http://proxy:80/", { kind: "http", host: "proxy", port: 80, username: "", password: "" }],
		["proxy:8080", { kind: "http", host: "proxy", port: 8080, username: "", password: "" }],
		["http://a%40b:p%3Aw@proxy:1", { kind: "http", host: "proxy", port: 1, username: "a@b", password: "p:w" }],
		["socks5h://[::1]:1081", { kind: "socks5", host: "::1", port: 1081, username: "", password: "" }],
		["socks://proxy", { kind: "socks5", host: "proxy", port: 1080, username: "", password: "" }],
	])("%s is read", async (text, server) => {
		expect(await read({ all_proxy: text })).toEqual({ ok: true, value: server });
	});

	test("is found by the protocol's variable, small or capital, and there is none without one", async () => {
		const environment = { HTTP_PROXY: "http://web", https_proxy: "http://secure", ALL_PROXY: "socks5://all" };
		const hosts = [];
		for (const protocol of ["mqtt", "mqtts", "ws", "wss"] as const) {
			const proxy = await read(environment, protocol);
			hosts.push(proxy.ok ? proxy.value?.host : null);
		}
		expect(hosts).toEqual(["all", "all", "web", "secure"]);
		expect(await read({})).toEqual({ ok: true, value: null });
	});

	test("is told where Parley cannot use it, without its login", async () => {
		const refused = await read({ all_proxy: "socks4://ann:secret@proxy" });
		expect(refused).toMatchObject({ ok: false, failure: { code: "proxy-unsupported", detail: { proxy: "socks4://proxy" } } });
	});
});

test.each([
	["*", "any", 1, true],
	["example.com", "broker.example.com", 1, true],
	[".example.com", "broker.example.com", 1, true],
	["*.example.com", "broker.example.com", 1, true],
	["example.com", "example.com", 1, true],
	["example.com", "badexample.com", 1, false],
	["a, b:1883", "b", 1883, true],
	["a, b:1883", "b", 8883, false],
	["10.0.0.0/8", "10.1.2.3", 1, true],
	["10.0.0.0/8", "11.1.2.3", 1, false],
	["fd00::/8", "fd00::1", 1, true],
	["10.0.0.0/99", "10.1.2.3", 1, false],
	["::1", "::1", 1, true],
	["", "any", 1, false],
])("no_proxy %j and %s:%i: %s", (noProxy, host, port, isBypassed) => {
	expect(isProxyBypassed(noProxy, host, port)).toBe(isBypassed);
});
