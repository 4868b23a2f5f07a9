import { describe, expect, it } from "vitest";
import { checkInput } from "../../../../shared/contract/check-input.ts";
import { connectionDraft } from "../../../../shared/contract/connection.ts";
import type { ConnectionDraft } from "../../../../shared/model/connection.ts";
import { CONNECTION_DEFAULTS } from "../../../../shared/model/connection-defaults.ts";
import { DEFAULT_TLS } from "../../../../shared/model/tls.ts";

const draft: ConnectionDraft = {
	...CONNECTION_DEFAULTS,
	name: "Simple Demo",
	host: "localhost",
	port: 1883,
	clientId: "parley_abcd1234",
};

function problemsOf(change: Record<string, unknown>) {
	const checked = checkInput(connectionDraft, { ...draft, ...change });
	return checked.ok ? [] : (checked.failure.problems ?? []).map(({ field, rule }) => `${field}: ${rule}`);
}

describe("the connection form", () => {
	it.each(["localhost", "192.168.1.2", "::1", "fe80::1%eth0", "broker.example.org", "my_host", "bücher.example", "a.b."])(
		"accepts the host %j",
		(host) => {
			expect(problemsOf({ host })).toEqual([]);
		},
	);

	it.each([
		[{ host: "" }, "host: required"],
		[{ host: "a b" }, "host: host-invalid"],
		[{ host: "mqtt://x" }, "host: host-invalid"],
		[{ host: "a..b" }, "host: host-invalid"],
		[{ host: "x/../y" }, "host: host-invalid"],
		[{ host: "-" }, "host: host-invalid"],
		[{ port: 0 }, "port: out-of-range"],
		[{ port: 65_536 }, "port: out-of-range"],
		[{ port: 1.5 }, "port: wrong-shape"],
		[{ port: "1883" }, "port: wrong-shape"],
		[{ name: "  " }, "name: required"],
		[{ path: "mqtt" }, "path: path-invalid"],
		[{ path: "/a b" }, "path: path-invalid"],
		[{ clientId: "a\0" }, "clientId: nul-character"],
		[{ clientId: "x".repeat(65_536) }, "clientId: too-long"],
		[{ keepAliveSeconds: 65_536 }, "keepAliveSeconds: out-of-range"],
		[{ sessionExpirySeconds: 4_294_967_296 }, "sessionExpirySeconds: out-of-range"],
		[{ will: { topic: "a/#", payload: new Uint8Array(), qos: 0, retain: false, delaySeconds: 0 } }, "will.topic: topic-wildcard"],
		[{ will: { topic: "a", payload: "text", qos: 0, retain: false, delaySeconds: 0 } }, "will.payload: wrong-shape"],
		[{ tls: { ...DEFAULT_TLS, caCertificates: ["nonsense"] } }, "tls.caCertificates.0: certificate-invalid"],
		[{ clientId: "", cleanStart: false }, "clientId: client-id-needed"],
		[{ clientId: "", version: "3.1" }, "clientId: client-id-needed"],
		[{ version: "3.1.1", secrets: { password: "secret" } }, "username: password-without-username"],
	])("refuses %.60j with %s", (change, problem) => {
		expect(problemsOf(change)).toContain(problem);
	});

	it("names every rule that is broken at once, those between fields among them", () => {
		const wrong = { name: "", host: "a b", port: 0, clientId: "", version: "3.1.1", cleanStart: false };
		expect(problemsOf(wrong)).toEqual([
			"name: required",
			"host: host-invalid",
			"port: out-of-range",
			"clientId: client-id-needed",
		]);
	});

	it("refuses a field that it does not know", () => {
		expect(problemsOf({ evil: 1 })).not.toEqual([]);
	});

	it.each([null, undefined, 3, "x", [], { __proto__: null }])("refuses %j whole, without throwing", (input) => {
		expect(checkInput(connectionDraft, input).ok).toBe(false);
	});
});
