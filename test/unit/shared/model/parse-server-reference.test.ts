import { expect, test } from "vitest";
import { parseServerReference } from "../../../../shared/model/parse-server-reference.ts";

test.each([
	["broker.example.org", { host: "broker.example.org", port: null }],
	["broker.example.org:8883", { host: "broker.example.org", port: 8883 }],
	["10.0.0.1:1884 other:1", { host: "10.0.0.1", port: 1884 }],
	["[fe80::1]:1883", { host: "fe80::1", port: 1883 }],
])("%j is followed to where it says", (text, address) => {
	expect(parseServerReference(text)).toEqual(address);
});

test.each([
	"",
	" ",
	"host:0",
	"host:70000",
	"user:secret@host",
	"mqtt://host",
	"a..b",
	"-host",
	"host/path",
	"[x]:1",
	"host\u202e",
])("%j is no address", (text) => {
	expect(parseServerReference(text)).toBeNull();
});
