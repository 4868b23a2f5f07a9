import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatJson } from "../../../../shared/payload/format-json.ts";
import { minifyJsonInSteps } from "../../../../shared/payload/minify-json.ts";

function minify(text: string): { readonly text: string; readonly steps: number } {
	const steps = minifyJsonInSteps(text);
	for (let count = 1; ; count += 1) {
		const step = steps.next();
		if (step.done === true) return { text: step.value, steps: count };
	}
}

describe("JSON without space", () => {
	it("keeps numbers, escapes, repeated keys, their order, and the space inside strings", () => {
		const text = ' { "a" : 1.0e5 ,\r\n\t"a" : "x \\" y\\\\" , "b" : [ -0 , true , null ] } ';
		expect(minify(text).text).toBe('{"a":1.0e5,"a":"x \\" y\\\\","b":[-0,true,null]}');
	});

	it("is what was there before it was laid out, for any JSON", () => {
		fc.assert(
			fc.property(fc.json(), (text) => {
				const compact = JSON.stringify(JSON.parse(text));
				const laidOut = formatJson(compact);
				expect(laidOut.ok && minify(laidOut.text).text).toBe(compact);
			}),
		);
	});

	it("is made in steps where it is long, also without a string in it", () => {
		expect(minify(`[${'"aaaaaaaaa", '.repeat(50_000)}1]`).steps).toBeGreaterThan(5);
		const numbers = `[${"1, ".repeat(200_000)}1]`;
		expect(minify(numbers)).toMatchObject({ text: numbers.replaceAll(" ", "") });
		expect(minify(numbers).steps).toBeGreaterThan(5);
	});
});
