import fc from "fast-check";
import { expect, test } from "vitest";
import { BYTE_SYNTAXES, formatAs, parseBase64, parseBytes, parseHex } from "../../../../shared/payload/parse-bytes.ts";

test("hex is pairs of digits, with layout between them", () => {
	for (const text of ["deadBEEF", "de ad be ef", "de:ad:be:ef", " DE-AD\nBE EF "]) {
		expect([...(parseHex(text) ?? [])]).toEqual([0xde, 0xad, 0xbe, 0xef]);
	}
	expect(parseHex("")).toEqual(new Uint8Array());
});

test.each(["d", "d e", "dea", "de a d", "xx", "0xde", "de ad b"])("%j is no hex", (text) => {
	expect(parseHex(text)).toBeNull();
});

test.each(["A", "AA=", "AAA==", "AB==", "AA-_", "A A A A =", "AAAA=", "%"])("%j is no base64", (text) => {
	expect(parseBase64(text)).toBeNull();
});

test("base64 may lack its padding and be broken into lines", () => {
	expect([...(parseBase64("/+\n8A") ?? [])]).toEqual([0xff, 0xef, 0x00]);
	expect([...(parseBase64("/w") ?? [])]).toEqual([0xff]);
	expect([...(parseBase64("/w==") ?? [])]).toEqual([0xff]);
});

test("what one way writes the other reads, in every syntax that can hold the bytes", () => {
	fc.assert(
		fc.property(fc.uint8Array(), fc.constantFrom(...BYTE_SYNTAXES), (bytes, syntax) => {
			const text = formatAs(bytes, syntax);
			if (syntax === "hex" || syntax === "base64") expect(text).not.toBeNull();
			if (text !== null && syntax !== "json") expect([...(parseBytes(text, syntax) ?? [])]).toEqual([...bytes]);
		}),
	);
});

test("JSON is taken as typed, or not at all", () => {
	expect(parseBytes('{"a": 1.50}', "json")).toEqual(new TextEncoder().encode('{"a": 1.50}'));
	expect(parseBytes("{", "json")).toBeNull();
});
