import { describe, expect, it } from "vitest";
import { previewLine } from "../../../../shared/payload/preview-line.ts";

const read = (text: string, payloadBytes?: number) => {
	const bytes = new TextEncoder().encode(text);
	return previewLine(bytes, payloadBytes ?? bytes.byteLength);
};

describe("a payload on one line", () => {
	it("is JSON without the space between its parts, and nothing else of it changed", () => {
		const line = read('{\n  "a": 1.0e+02,\n  "a": "two  spaces\\n",\n  "b": [ ]\n}');
		expect(line).toEqual({ kind: "json", text: '{"a":1.0e+02,"a":"two  spaces\\n","b":[]}', isShortened: false });
	});

	it("has signs for line feeds and tabs, and leaves to the drawing what else would not be seen", () => {
		expect(read("one\r\ntwo\tthree\u0007\u202e").text).toBe("one␍␊two␉three\u0007\u202e");
	});

	it("says when there is more than it shows: cut here, or cut before it came", () => {
		expect(read("x".repeat(5000))).toEqual({ kind: "text", text: "x".repeat(400), isShortened: true });
		expect(read('{"a": 1, ', 5000)).toEqual({ kind: "text", text: '{"a": 1, ', isShortened: true });
		expect(read("short").isShortened).toBe(false);
	});

	it("begins shortly before what is looked for where that stands far in, and never inside a character", () => {
		const at = (wanted: string) => (text: string) => text.indexOf(wanted);
		const line = (text: string, wanted: string) => previewLine(new TextEncoder().encode(text), 5000, at(wanted));
		expect(line(`${"x".repeat(1000)}here`, "here")).toMatchObject({ text: "xxxxxxhere", isStartCut: true });
		expect(line(`${"x".repeat(994)}\u{1F600}12345here`, "here").text).toBe("\u{1F600}12345here");
		expect(line("not far: here", "here")).not.toHaveProperty("isStartCut");
	});

	it("is hex where it is no text, and empty where it is empty", () => {
		expect(previewLine(new Uint8Array([0xde, 0xad, 0xff]), 3)).toEqual({ kind: "hex", text: "de ad ff", isShortened: false });
		expect(previewLine(new Uint8Array(500).fill(0xff), 500).isShortened).toBe(true);
		expect(read("")).toEqual({ kind: "empty", text: "", isShortened: false });
	});
});
