import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitHexLines, splitTextLines } from "../../../../shared/payload/payload-lines.ts";

const readAll = (lines: { readonly count: number; read(index: number): string }) =>
	Array.from({ length: lines.count }, (_, index) => lines.read(index));

describe("a payload's lines", () => {
	it("together are the whole text, and none is longer than can be laid out", () => {
		fc.assert(
			fc.property(fc.array(fc.string({ unit: fc.constantFrom("a", "é", "😀", " "), maxLength: 400 })), (paragraphs) => {
				const lines = readAll(splitTextLines(paragraphs.join("\n")));
				expect(lines.join("")).toBe(paragraphs.join(""));
				for (const line of lines) {
					expect(line.length).toBeLessThanOrEqual(120);
					expect(line.isWellFormed()).toBe(true);
				}
			}),
		);
	});

	it("keep empty lines and the last one", () => {
		expect(readAll(splitTextLines("a\n\nb\n"))).toEqual(["a", "", "b", ""]);
		expect(readAll(splitTextLines(""))).toEqual([""]);
	});

	it("of bytes are counted on from where the part begins", () => {
		const lines = readAll(splitHexLines(new Uint8Array(17), 0x400000));
		expect(lines.map((line) => line.slice(0, 8))).toEqual(["00400000", "00400010"]);
	});
});
