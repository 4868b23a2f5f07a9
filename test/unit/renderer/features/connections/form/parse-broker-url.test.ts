import { describe, expect, test } from "vitest";
import { parseBrokerUrl } from "../../../../../../renderer/features/connections/form/parse-broker-url.ts";

describe("a pasted address", () => {
	test("fills protocol, host, port, user name and password", () => {
		expect(parseBrokerUrl("mqtts://user:secret@broker.example.com:8884")).toEqual({
			protocol: "mqtts",
			host: "broker.example.com",
			port: 8884,
			username: "user",
			password: "secret",
		});
	});

	test("keeps the path and the query of a WebSocket, and drops the path of plain MQTT", () => {
		expect(parseBrokerUrl("wss://host:8084/mqtt?key=a%20b")).toEqual({
			protocol: "wss",
			host: "host",
			port: 8084,
			path: "/mqtt?key=a%20b",
		});
		expect(parseBrokerUrl("mqtt://host/ignored")).toEqual({ protocol: "mqtt", host: "host" });
	});

	test("knows an explicit port 80 and 443 of a WebSocket", () => {
		expect(parseBrokerUrl("ws://host:80/mqtt")?.port).toBe(80);
		expect(parseBrokerUrl("wss://host:443/mqtt")?.port).toBe(443);
	});

	test("takes the brackets off an IPv6 address", () => {
		expect(parseBrokerUrl("mqtt://[fe80::1]:1884")).toEqual({ protocol: "mqtt", host: "fe80::1", port: 1884 });
	});

	test("decodes what is percent-encoded, and leaves a stray % as it stands", () => {
		expect(parseBrokerUrl("mqtt://me%40home:p%3Aw@host")).toMatchObject({ username: "me@home", password: "p:w" });
		expect(parseBrokerUrl("mqtt://me:100%@host")).toMatchObject({ password: "100%" });
	});

	test("takes the last @ as the end of the password", () => {
		expect(parseBrokerUrl("mqtt://me:p@ss@host:1883")).toMatchObject({ username: "me", password: "p@ss", host: "host" });
	});

	test("knows the names that other clients have for the protocols", () => {
		expect(parseBrokerUrl("tcp://host")?.protocol).toBe("mqtt");
		expect(parseBrokerUrl("SSL://host")?.protocol).toBe("mqtts");
	});

	test("may be a host and a port alone", () => {
		expect(parseBrokerUrl(" broker.local:8883 ")).toEqual({ host: "broker.local", port: 8883 });
	});

	test.each(["broker.local", "http://host", "constructor://host", "fe80::1", "", "mqtt://"])("%j is none", (text) => {
		expect(parseBrokerUrl(text)).toBeNull();
	});
});
