import { describe, expect, it } from "vitest";
import { checkJson } from "../../../../shared/payload/format-json.ts";
import {
	findUnknownVariables,
	hasVariables,
	maskVariables,
	resolveVariables,
	restoreVariables,
	type VariableValues,
} from "../../../../shared/payload/resolve-variables.ts";

const VALUES: VariableValues = {
	now: 1_700_000_000_123.4,
	seq: 7,
	uuid: "0e6f",
	clientId: 'a"b\\c',
	random: (least, most) => least * 1000 + most,
};

describe("variables", () => {
	it.each([
		["{{timestamp}}", "1700000000123"],
		["{{iso}}", "2023-11-14T22:13:20.123Z"],
		["{{seq}}/{{ seq }}", "7/7"],
		["{{random 1 100}} {{random -5 -1}}", "1100 -5001"],
		["{{clientId}}", 'a"b\\c'],
		["{{{seq}}}", "{7}"],
		["{{!seq}} {{!}}", "{{seq}} {{}}"],
		["{{nope}} {{random}} {{random 5 1}} {{seq 1 2}} {{}} {{ seq", "{{nope}} {{random}} {{random 5 1}} {{seq 1 2}} {{}} {{ seq"],
	])("%s becomes %s", (typed, sent) => {
		expect(resolveVariables(typed, VALUES, "text")).toBe(sent);
	});

	it("what stands for one is not resolved again", () => {
		expect(resolveVariables("{{clientId}}", { ...VALUES, clientId: "{{seq}}" }, "text")).toBe("{{seq}}");
	});

	it("in JSON a value cannot end the string that it stands in", () => {
		const sent = resolveVariables('{"id": "{{clientId}}", "n": {{seq}}}', VALUES, "json");
		expect(JSON.parse(sent)).toEqual({ id: 'a"b\\c', n: 7 });
	});

	it("each one that is none is named, once", () => {
		expect(findUnknownVariables("{{a}} {{seq}} {{b 1}} {{a}} {{!c}}")).toEqual(["{{a}}", "{{b 1}}"]);
		expect(hasVariables("{{a}} {x}")).toBe(false);
		expect(hasVariables("{{a}} {{uuid}}")).toBe(true);
	});

	it("come back into JSON that was laid out anew", () => {
		const typed = '{"a":{{random 1 100}},"b c":"x {{uuid}} y  z","n":[{{seq}},{{nope}}]}';
		const shaped = maskVariables(typed).replaceAll(",", ",\n  ").replaceAll(":", ": ");
		expect(restoreVariables(typed, shaped)).toBe(
			'{"a": {{random 1 100}},\n  "b c": "x {{uuid}} y  z",\n  "n": [{{seq}},\n  {{nope}}]}',
		);
	});

	it("JSON with variables is checked as it will be, and a fault keeps its place", () => {
		const check = (text: string) => checkJson(maskVariables(text));
		expect(check('{"a": {{timestamp}}, "b": "{{uuid}}", "c": "{{!x}}"}')).toBeNull();
		expect(check('{"a": {{uuid}}}')).not.toBeNull();
		expect(check('{"a": {{random 1 100}} x}')?.offset).toBe('{"a": {{random 1 100}} '.length);
	});
});
