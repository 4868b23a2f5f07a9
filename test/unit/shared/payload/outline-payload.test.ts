import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outlinePayload } from "../../../../shared/payload/outline-payload.ts";
import { FIRST_LINES, type OutlineFold, selectOutlineRows, UNFOLDED } from "../../../../shared/payload/select-outline-rows.ts";

const encode = (text: string) => new TextEncoder().encode(text);

function outline(text: string, payloadBytes = encode(text).byteLength) {
	const made = outlinePayload(encode(text), payloadBytes);
	if (made.kind !== "json" && made.kind !== "text") throw new Error(`it is ${made.kind}`);
	return made;
}

/** As a bubble would show it, tokens divided by nothing but what the layout puts between them. */
function draw(text: string, fold: OutlineFold = UNFOLDED, payloadBytes?: number): readonly string[] {
	const { lines, text: whole } = outline(text, payloadBytes);
	return selectOutlineRows(lines, fold).rows.map(({ line, isFolded, cutAt }) => {
		const read = (number: number) =>
			(lines[number]?.tokens ?? [])
				.map(({ kind, from, to }) => whole.slice(from, Math.min(to, cutAt ?? to)) + (kind === "colon" ? " " : ""))
				.join("");
		const own = lines[line];
		const rest = isFolded ? ` … ${own?.size} ${read(own?.closesAt ?? line)}` : "";
		return "  ".repeat(own?.depth ?? 0) + read(line) + rest;
	});
}

const MEASURE = '{"room":"attic","t":[21.50,-1e3],"none":{},"on":true,"sensors":{"a":{"id":1},"b":null}}';

describe("the outline of a payload", () => {
	it("lays JSON out line by line, and every number and escape stays as it was written", () => {
		expect(draw(MEASURE, { ...UNFOLDED, isWhole: true })).toEqual([
			"{",
			'  "room": "attic",',
			'  "t": [',
			"    21.50,",
			"    -1e3",
			"  ],",
			'  "none": {},',
			'  "on": true,',
			'  "sensors": {',
			'    "a": {',
			'      "id": 1',
			"    },",
			'    "b": null',
			"  }",
			"}",
		]);
	});

	it("leaves short JSON, and JSON of one value, on one line", () => {
		expect(outline('{"msg": "17.2"}').lines).toHaveLength(1);
		expect(outline(`{"image": "${"x".repeat(300)}"}`).lines).toHaveLength(1);
		expect(outline(MEASURE).lines.length).toBeGreaterThan(1);
	});

	it("folds an object or array to one line that says how much it holds, with what follows its end", () => {
		expect(draw(MEASURE, { folded: new Set([2, 8]), isWhole: true })).toEqual([
			"{",
			'  "room": "attic",',
			'  "t": [ … 2 ],',
			'  "none": {},',
			'  "on": true,',
			'  "sensors": { … 2 }',
			"}",
		]);
		expect(draw(MEASURE, { folded: new Set([0, 1, 99]), isWhole: false })).toEqual(["{ … 5 }"]);
	});

	it("goes as far as JSON that is cut, in the middle of a key, a string, a word or an escape", () => {
		for (const end of ['"ke', '"key":', '"key":"val', '"key":"\\u00', '"key":tru', '"key":[1,2', '"key":{'])
			expect(outline(`{"a":1,"b":2,${end}`, 5000)).toMatchObject({ kind: "json", isBroken: false });
		expect(draw('{"a":1,"b":"lon', UNFOLDED, 5000)).toEqual(["{", '  "a": 1,', '  "b": "lon']);
	});

	it("shows what is not JSON as it came, from the first wrong character on", () => {
		expect(outline('{"a":1,"b":2}}\nmore').isBroken).toBe(true);
		expect(draw('{"a":1,"b":2}}\nmore')).toEqual(["{", '  "a": 1,', '  "b": 2', "}", "}", "more"]);
		expect(outline('{"a":1,"b":')).toMatchObject({ kind: "json", isBroken: true });
		expect(outline("[info] started")).toMatchObject({ kind: "text" });
		expect(outline("17.2")).toMatchObject({ kind: "text" });
	});

	it("holds every character of the text but white space between tokens, whatever the text", () => {
		const json = fc.json({ maxDepth: 4 });
		const broken = fc.tuple(json, fc.nat(), fc.string({ maxLength: 3 })).map(([text, at, other]) => {
			const place = at % (text.length + 1);
			return text.slice(0, place) + other + text.slice(place + other.length);
		});
		fc.assert(
			fc.property(fc.oneof(json, broken, fc.string()), fc.boolean(), (text, isCut) => {
				if (text === "") return;
				const bytes = encode(text);
				const made = outlinePayload(bytes, bytes.byteLength + (isCut ? 10 : 0));
				if (made.kind !== "json" && made.kind !== "text") return;
				const { rows } = selectOutlineRows(made.lines, { ...UNFOLDED, isWhole: true });
				const shown = rows.flatMap(({ line }) => made.lines[line]?.tokens ?? []);
				for (const [index, { from, to }] of shown.entries()) {
					expect(from).toBeLessThanOrEqual(to);
					expect(made.text.slice(shown[index - 1]?.to ?? 0, from).trim()).toBe("");
				}
				expect(made.text.slice(shown.at(-1)?.to ?? 0).trim()).toBe("");
			}),
		);
	});

	it("says what is empty and what is binary, and why", () => {
		expect(outlinePayload(new Uint8Array(0), 0)).toEqual({ kind: "empty" });
		expect(outlinePayload(new Uint8Array([0xff, 0xfe]), 9)).toMatchObject({ kind: "binary", reason: "not-utf8" });
	});
});

describe("the first screen of a payload", () => {
	const many = JSON.stringify(Array.from({ length: 40 }, (_, index) => ({ index, name: `sensor ${index}` })));

	it("has a few lines, and counts those that are left out", () => {
		const { lines } = outline(many);
		const first = selectOutlineRows(lines, UNFOLDED);
		expect(first.rows).toHaveLength(FIRST_LINES);
		expect(first.leftOutLines).toBe(lines.length - FIRST_LINES);
		const whole = selectOutlineRows(lines, { ...UNFOLDED, isWhole: true });
		expect(whole).toMatchObject({ leftOutLines: 0, leftOutCharacters: 0 });
		expect(whole.rows).toHaveLength(lines.length);
	});

	it("counts no line that a fold hides", () => {
		const { lines } = outline(many);
		const folded = new Set(lines.flatMap((line, number) => (line.depth === 1 && line.closesAt > number ? [number] : [])));
		expect(folded.size).toBe(40);
		expect(selectOutlineRows(lines, { folded, isWhole: false }).leftOutLines).toBe(42 - FIRST_LINES);
	});

	it("cuts one long line, and counts the characters", () => {
		const { lines } = outline("x".repeat(2000));
		const [row] = selectOutlineRows(lines, UNFOLDED).rows;
		const { leftOutCharacters } = selectOutlineRows(lines, UNFOLDED);
		expect((row?.cutAt ?? 0) + leftOutCharacters).toBe(2000);
	});
});
