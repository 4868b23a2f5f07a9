import fc from "fast-check";
import { expect, test } from "vitest";
import { parseBrokerUrl } from "../../../../renderer/features/connections/form/parse-broker-url.ts";
import { connectionDraft } from "../../../../shared/contract/connection.ts";
import type { Protocol } from "../../../../shared/model/connection.ts";
import { CONNECTION_DEFAULTS } from "../../../../shared/model/connection-defaults.ts";
import { formatLink } from "../../../../shared/model/format-link.ts";

test("a link names everything that leads there, and no secret", () => {
	const link = { protocol: "mqtts", host: "broker.example", port: 8883, path: "/unused", username: "anna" } as const;
	expect(formatLink(link)).toBe("mqtts://anna@broker.example:8883");
	expect(formatLink({ ...link, username: "" })).toBe("mqtts://broker.example:8883");
	expect(formatLink({ ...link, protocol: "wss", host: "::1", path: "/mqtt?a=b" })).toBe("wss://anna@[::1]:8883/mqtt?a=b");
	const withPassword = { ...link, password: "secret", hasPassword: true };
	expect(formatLink(withPassword)).not.toContain("secret");
});

test("pasted into the form, any link gives back what it was made from", () => {
	const addressed = fc
		.record({
			protocol: fc.constantFrom<Protocol>("mqtt", "mqtts", "ws", "wss"),
			host: fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6(), fc.constantFrom("温度计.example", "fe80::1%eth0")),
			port: fc.integer({ min: 1, max: 65_535 }),
			path: fc.webPath().map((path) => `/${path.replace(/^\/+/, "")}`),
			username: fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("", "a@b", "x:y/z?#%41", "日本")),
		})
		.filter((profile) => connectionDraft.safeParse({ ...CONNECTION_DEFAULTS, name: "N", clientId: "c", ...profile }).success);
	fc.assert(
		fc.property(addressed, (profile) => {
			const { protocol, host, port, path, username } = profile;
			const hasPath = protocol === "ws" || protocol === "wss";
			expect(parseBrokerUrl(formatLink(profile))).toEqual({
				protocol,
				host,
				port,
				...(hasPath ? { path } : {}),
				...(username === "" ? {} : { username }),
			});
		}),
		{ numRuns: 500 },
	);
});
