import { expect, test } from "vitest";
import { formatPreview } from "../../../../../../renderer/features/connections/list/format-preview.ts";

const encode = (text: string) => new TextEncoder().encode(text);

test("a payload's text stands on one line", () => {
	expect(formatPreview(encode('{\n\t"a": 1\n}'))).toBe('{ "a": 1 }');
});

test("a character that is cut at the end of the preview is left out, and does not make bytes of the text", () => {
	expect(formatPreview(encode("22 °C 温").subarray(0, -1))).toBe("22 °C");
});

test("what is no text is shown as hex", () => {
	expect(formatPreview(new Uint8Array([0x00, 0xff, 0x10]))).toBe("00 ff 10");
	expect(formatPreview(new Uint8Array([0x01, 0x41]))).toBe("01 41");
});

test("what shows nothing, or turns text round, gets a sign of its own", () => {
	expect(formatPreview(encode("\uFEFFinvoice\u202Egpj.exe\u200B"))).toBe("⟨BOM⟩invoice⟨RLO⟩gpj.exe⟨ZWSP⟩");
	expect(formatPreview(encode(" \r\n one\r\ntwo\n"))).toBe("one two");
});
