import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkJson, formatJson, formatJsonInSteps } from "../../../../shared/payload/format-json.ts";

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

describe("JSON", () => {
	it("is laid out as the language itself would, for any value", () => {
		fc.assert(
			fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, "\t"), (value, space) => {
				const format = formatJson(JSON.stringify(value, null, space));
				expect(format).toEqual({ ok: true, text: JSON.stringify(value, null, 2) });
			}),
		);
	});

	it("is accepted and refused exactly where the language does, for any damage", () => {
		const damaged = fc
			.tuple(
				fc.json(),
				fc.nat(),
				fc.constantFrom("", "}", "]", ",", ":", '"', "\\", "0", "-", ".", "e", "\n", "\u0001", "t"),
				fc.nat(2),
			)
			.map(([text, at, put, taken]) => {
				const place = at % (text.length + 1);
				return text.slice(0, place) + put + text.slice(place + taken);
			});
		fc.assert(
			fc.property(damaged, (text) => {
				expect(checkJson(text) === null, text).toBe(isJson(text));
			}),
			{ numRuns: 3000 },
		);
	});

	it("keeps numbers, escapes and repeated keys as they were written", () => {
		const format = formatJson('{"a":17.20,"a":1E+2,"b":12345678901234567890,"c":"\\u00e9\\/"}');
		expect(format).toEqual({
			ok: true,
			text: '{\n  "a": 17.20,\n  "a": 1E+2,\n  "b": 12345678901234567890,\n  "c": "\\u00e9\\/"\n}',
		});
	});

	it("says the place of the first error", () => {
		expect(checkJson('{\n  "a": 1,\n  b: 2\n}')).toEqual({ problem: "unexpected-character", offset: 14, line: 3, column: 3 });
		expect(checkJson('{"a": "x')).toMatchObject({ problem: "unexpected-end", line: 1, column: 9 });
		expect(checkJson('["a\\x"]')).toMatchObject({ problem: "bad-escape", column: 4 });
		expect(checkJson('"a\nb"')).toMatchObject({ problem: "control-character", line: 1, column: 3 });
		expect(checkJson("[01]")).toMatchObject({ problem: "bad-number", column: 2 });
		expect(checkJson("{} {}")).toMatchObject({ problem: "after-end", column: 4 });
		expect(checkJson(" ")).toMatchObject({ problem: "empty" });
	});

	it("survives a nesting deeper than any call stack, and its layout stays in proportion", () => {
		const deep = "[".repeat(200_000) + "]".repeat(200_000);
		const format = formatJson(deep);
		expect(format.ok && format.text.length).toBeLessThan(400_000 * 10 + 70_000);
		expect(checkJson("[".repeat(200_000))).toMatchObject({ problem: "unexpected-end", offset: 200_000 });
	});

	it("pauses while it lays out a large text", () => {
		const steps = formatJsonInSteps(JSON.stringify(Array.from({ length: 50_000 }, (_, index) => index)));
		let pauses = 0;
		while (steps.next().done !== true) pauses += 1;
		expect(pauses).toBeGreaterThan(5);
	});
});
