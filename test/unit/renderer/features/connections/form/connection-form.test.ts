import { describe, expect, test } from "vitest";
import {
	applyBrokerUrl,
	applyHost,
	applyName,
	applyPort,
	applyProtocol,
	createConnectionForm,
	readConnectionForm,
	sendsSecretsOpenly,
} from "../../../../../../renderer/features/connections/form/connection-form.ts";
import { readFieldProblems, readForm } from "../../../../../../renderer/features/connections/form/read-form.ts";
import { applySecret } from "../../../../../../renderer/features/connections/form/secret-form.ts";
import type { ConnectionProfile } from "../../../../../../shared/model/connection.ts";

const NONE: ReadonlySet<string> = new Set();
const form = createConnectionForm(NONE);
const NUL = { key: "a\0", value: "" };

const profile: ConnectionProfile = {
	id: "1",
	name: "Broker",
	protocol: "wss",
	host: "broker.example.com",
	port: 443,
	path: "/mqtt?a=1",
	clientId: "client",
	username: "me",
	version: "5.0",
	connectTimeoutSeconds: 7,
	keepAliveSeconds: 30,
	autoReconnect: false,
	reconnectDelaySeconds: 9,
	reconnectCeilingSeconds: 90,
	reconnectAttempts: 3,
	cleanStart: false,
	sessionExpirySeconds: 0xffff_ffff,
	connectAtStart: false,
	authentication: { kind: "raw", method: "K8S", dataSyntax: "base64" },
	properties: {
		receiveMaximum: 20,
		maximumPacketBytes: 4096,
		topicAliasMaximum: 0,
		requestResponseInformation: true,
		requestProblemInformation: false,
		userProperties: [
			{ key: "a", value: "1" },
			{ key: "a", value: "" },
		],
	},
	will: {
		topic: "gone",
		payload: new Uint8Array([0xff, 0xfe, 0x00]),
		qos: 1,
		retain: true,
		delaySeconds: 3,
		payloadSyntax: "hex",
		properties: {
			payloadIsUtf8: false,
			messageExpirySeconds: 0,
			contentType: "text/plain",
			responseTopic: "answers",
			correlationData: new Uint8Array([0xff, 1]),
			userProperties: [{ key: "k", value: "v" }],
		},
	},
	tls: {
		verifyServer: false,
		caCertificates: [],
		clientCertificate: { kind: "pfx" },
		serverName: "other.example.com",
		alpn: ["mqtt", "x-amzn-mqtt-ca"],
		minimumVersion: "1.3",
		pinnedFingerprint: null,
	},
	proxy: { kind: "socks5", host: "proxy", port: 1081, username: "me" },
	webSocketHeaders: [
		{ name: "X-Tag", value: "1" },
		{ name: "Authorization", value: "" },
	],
	secrets: ["header:authorization", "password", "proxyPassword", "tlsPfx"],
};

describe("the port", () => {
	test("follows the protocol", () => {
		const ports = (["mqtt", "mqtts", "ws", "wss"] as const).map((protocol) => applyProtocol(form, protocol).port);
		expect(ports).toEqual(["1883", "8883", "8083", "8084"]);
	});

	test("stays where a person typed one", () => {
		expect(applyProtocol(applyPort(form, "1999"), "wss").port).toBe("1999");
	});

	test("follows again once it was emptied, or set to the usual one by hand", () => {
		expect(applyProtocol(applyPort(applyPort(form, "1999"), ""), "ws").port).toBe("8083");
		expect(applyProtocol(applyPort(applyPort(form, "1999"), "1883"), "ws").port).toBe("8083");
	});

	test("of a stored connection stays where it is not the usual one", () => {
		expect(applyProtocol(readConnectionForm(profile), "mqtt").port).toBe("443");
	});
});

describe("the name", () => {
	test("follows the host until a person types one", () => {
		expect(applyHost(form, "broker.local", NONE).name).toBe("broker.local");
		expect(applyHost(applyName(form, "Mine"), "broker.local", NONE).name).toBe("Mine");
	});

	test("gets a number where another connection has it", () => {
		expect(applyHost(form, "host", new Set(["host", "host 2"])).name).toBe("host 3");
	});
});

test("a pasted URL fills what it names and leaves the rest", () => {
	const filled = applyBrokerUrl({ ...form, username: "kept" }, { protocol: "wss", host: "host", port: 9001, path: "/x" }, NONE);
	expect(filled).toMatchObject({ protocol: "wss", host: "host", port: "9001", path: "/x", username: "kept", name: "host" });
});

describe("what is saved", () => {
	test("of an untouched form is allowed", () => {
		expect(readForm(form)).toMatchObject({ ok: true, value: { name: "localhost", port: 1883, will: null } });
	});

	test("of a stored connection that was only opened equals it, even a will that is no text", () => {
		const { id, ...rest } = profile;
		expect(readForm(readConnectionForm(profile))).toEqual({ ok: true, value: { ...rest, secrets: {} } });
	});

	test("leaves a stored password alone, replaces it, or removes it", () => {
		const stored = readConnectionForm(profile);
		expect(readForm(stored)).toMatchObject({ value: { secrets: {} } });
		expect(readForm({ ...stored, secrets: applySecret(stored.secrets, "password", { text: "new" }) })).toMatchObject({
			value: { secrets: { password: "new" } },
		});
		expect(readForm({ ...stored, secrets: applySecret(stored.secrets, "password", { stored: "remove" }) })).toMatchObject({
			value: { secrets: { password: null } },
		});
	});

	test("names every field that breaks a rule, certificates as one", () => {
		const checked = readForm({
			...form,
			host: "bad host",
			port: "1.5",
			keepAliveSeconds: "",
			will: { ...form.will, isOn: true, topic: "a/#", payload: "abc", payloadSyntax: "hex", userProperties: [NUL, NUL] },
			properties: { ...form.properties, receiveMaximum: "0", maximumPacketBytes: "many" },
			protocol: "mqtts",
			tls: { ...form.tls, caCertificates: "nonsense" },
		});
		const problems = readFieldProblems(checked.ok ? [] : (checked.failure.problems ?? []));
		expect(Object.fromEntries([...problems].map(([field, { rule }]) => [field, rule]))).toEqual({
			host: "host-invalid",
			port: "not-a-number",
			keepAliveSeconds: "required",
			"will.topic": "topic-wildcard",
			"will.payload": "hex-invalid",
			"will.properties.userProperties": "nul-character",
			"properties.receiveMaximum": "out-of-range",
			"properties.maximumPacketBytes": "not-a-number",
			"tls.caCertificates": "certificate-invalid",
		});
	});

	test("names the limit of a number, however many digits it has", () => {
		const checked = readForm({ ...form, keepAliveSeconds: "9".repeat(40) });
		expect(checked.ok ? [] : checked.failure.problems).toEqual([
			{ field: "keepAliveSeconds", rule: "out-of-range", detail: { most: 65_535 } },
		]);
	});

	test("before MQTT 5 leaves out what is wrong in the fields that nobody sees, and keeps what is right", () => {
		const old = { ...form, version: "3.1.1" } as const;
		const wrong = readForm({ ...old, properties: { ...form.properties, receiveMaximum: "many" } });
		expect(wrong).toMatchObject({ ok: true, value: { properties: { receiveMaximum: null } } });
		const right = readForm({ ...old, properties: { ...form.properties, receiveMaximum: "7" } });
		expect(right).toMatchObject({ ok: true, value: { properties: { receiveMaximum: 7 } } });
	});

	test("finds every certificate of a pasted bundle", () => {
		const pem = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----";
		const checked = readForm({ ...form, tls: { ...form.tls, caCertificates: `# first\n${pem}\n\nsubject=x\n${pem}\n` } });
		expect(checked).toMatchObject({ ok: true, value: { tls: { caCertificates: [pem, pem] } } });
	});
});

describe("credentials", () => {
	const withUser = { ...form, username: "me" };

	test("to another machine without encryption are warned of", () => {
		expect(sendsSecretsOpenly({ ...withUser, host: "broker.example.com" })).toBe(true);
		expect(sendsSecretsOpenly({ ...withUser, protocol: "ws", host: "192.168.1.2" })).toBe(true);
	});

	test.each(["localhost", "127.0.0.1", "::1", "broker.localhost"])("to this machine (%s) are not", (host) => {
		expect(sendsSecretsOpenly({ ...withUser, host })).toBe(false);
	});

	test("that are encrypted, or not there, are not", () => {
		expect(sendsSecretsOpenly({ ...withUser, protocol: "mqtts", host: "broker.example.com" })).toBe(false);
		expect(sendsSecretsOpenly({ ...form, host: "broker.example.com" })).toBe(false);
	});
});
