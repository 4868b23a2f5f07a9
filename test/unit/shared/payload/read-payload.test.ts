import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeText, decodeTextInSteps } from "../../../../shared/payload/decode-text.ts";
import { encodeBase64, encodeBase64InSteps } from "../../../../shared/payload/encode-base64.ts";
import { readHexRow } from "../../../../shared/payload/format-hex.ts";
import { indexLinesInSteps } from "../../../../shared/payload/index-lines.ts";
import { choosePayloadView, PART_BYTES, readPart, readPayloadInSteps } from "../../../../shared/payload/read-payload.ts";
import { runSteps } from "../../../../shared/payload/run-steps.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const choose = (bytes: Uint8Array, saysUtf8 = false, isPart = false) =>
	choosePayloadView(runSteps(readPayloadInSteps(bytes, isPart)), saysUtf8);

test("auto decides by the bytes, and names its reason", () => {
	expect(choose(bytesOf(""))).toEqual({ view: "text", reason: "empty" });
	expect(choose(bytesOf(' {"a":1}'))).toEqual({ view: "json", reason: "json" });
	expect(choose(bytesOf("21.5"))).toEqual({ view: "text", reason: "json-scalar" });
	expect(choose(bytesOf("hello"))).toEqual({ view: "text", reason: "text" });
	expect(choose(bytesOf('{"a":'))).toEqual({ view: "text", reason: "broken-json" });
	expect(choose(Uint8Array.of(0xff, 1))).toEqual({ view: "hex", reason: "not-utf8" });
	expect(choose(Uint8Array.of(0xff, 1), true)).toEqual({ view: "hex", reason: "not-utf8-as-said" });
	expect(choose(Uint8Array.of(1, 2, 3, 4))).toEqual({ view: "hex", reason: "control-characters" });
	expect(choose(bytesOf("[1]"), false, true)).toEqual({ view: "text", reason: "part" });
});

test("bytes are read as text in steps as they are at once, whatever lies across a step's edge", () => {
	for (const tail of ["é", "日", "🙂"]) {
		for (const cut of [0, 1]) {
			for (let pad = 0; pad < 4; pad += 1) {
				const whole = bytesOf("x".repeat((1 << 20) - pad) + tail);
				const bytes = whole.subarray(0, whole.length - cut);
				const text = runSteps(decodeTextInSteps(bytes));
				expect(text === decodeText(bytes)).toBe(true);
				expect(text === null).toBe(cut === 1);
			}
		}
	}
});

test("base64 is what everybody else has", () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
			expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
		}),
	);
	const large = new Uint8Array(300_001).map((_, index) => index * 7);
	expect(runSteps(encodeBase64InSteps(large))).toBe(Buffer.from(large).toString("base64"));
});

test("hex rows hold every byte once, and only what is printable ASCII as a character", () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 100 }), fc.constantFrom(8, 16), (bytes, width) => {
			const rows = Array.from({ length: Math.ceil(bytes.length / width) }, (_, index) => readHexRow(bytes, index, width));
			expect(Buffer.from(rows.map((row) => row.hex.replaceAll(" ", "")).join(""), "hex")).toEqual(Buffer.from(bytes));
			expect(rows.map((row) => row.ascii).join("")).toBe(
				Buffer.from(bytes)
					.toString("latin1")
					.replace(/[^ -~]/g, "."),
			);
			expect(rows.map((row) => Number.parseInt(row.offset, 16))).toEqual(rows.map((_, index) => index * width));
			expect(new Set(rows.map((row) => row.hex.length)).size).toBeLessThan(2);
		}),
	);
});

test("lines hold the whole text, none longer than asked, numbered where they begin", () => {
	const text = fc
		.array(fc.constantFrom("a", "bc", "\n", "日本", "🙂", "x".repeat(30)), { maxLength: 40 })
		.map((parts) => parts.join(""));
	fc.assert(
		fc.property(text, fc.integer({ min: 2, max: 40 }), (whole, columns) => {
			const lines = runSteps(indexLinesInSteps(whole, columns));
			const all = Array.from({ length: lines.count }, (_, index) => ({
				text: lines.read(index),
				number: lines.readNumber(index),
			}));
			expect(all.every((line) => line.text.length <= columns)).toBe(true);
			const joined = all.map((line) => (line.number === null || line.number === 1 ? "" : "\n") + line.text).join("");
			expect(joined).toBe(whole);
			expect(all.every((line) => line.text.isWellFormed())).toBe(true);
		}),
	);
});

test("a part ends between characters, and the parts are the whole", () => {
	const whole = bytesOf(`x${"é".repeat(PART_BYTES / 2 + 10)}`);
	const parts = [readPart(whole, 0), readPart(whole, PART_BYTES)];
	expect(parts.map((part) => decodeText(part) !== null)).toEqual([true, true]);
	expect(parts.reduce((sum, part) => sum + part.length, 0)).toBe(whole.length);
});
