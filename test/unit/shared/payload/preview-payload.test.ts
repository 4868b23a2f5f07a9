import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutText, decodeText } from "../../../../shared/payload/decode-text.ts";
import { detectPayload } from "../../../../shared/payload/detect-payload.ts";
import { formatHex, readHexRow } from "../../../../shared/payload/format-hex.ts";
import { makeVisible } from "../../../../shared/payload/make-visible.ts";
import { PREVIEW_CHARACTERS, PREVIEW_LINES, previewPayload } from "../../../../shared/payload/preview-payload.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const preview = (text: string) => previewPayload(encode(text), encode(text).byteLength);

describe("a payload's bytes", () => {
	it("are text where they are valid UTF-8, wherever a cut falls", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), fc.nat(), (text, at) => {
				const bytes = encode(text);
				const cut = bytes.subarray(0, at % (bytes.byteLength + 1));
				const decoded = decodeText(cut, true);
				expect(decoded).not.toBeNull();
				expect(text.startsWith(decoded ?? "no")).toBe(true);
				expect(cut.byteLength - encode(decoded ?? "").byteLength).toBeLessThan(4);
			}),
		);
	});

	it("are binary with the reason where they are not", () => {
		expect(detectPayload(new Uint8Array([0xff, 0xfe, 0x00]))).toEqual({ kind: "binary", reason: "not-utf8" });
		expect(detectPayload(new Uint8Array([0x61, 0xc3]))).toEqual({ kind: "binary", reason: "not-utf8" });
		expect(detectPayload(new Uint8Array([8, 1, 0x12, 3, 0x61, 0x62, 0x63]))).toEqual({
			kind: "binary",
			reason: "control-characters",
		});
	});

	it("are JSON only when whole, and an object or array", () => {
		expect(detectPayload(encode('{"a": 1}')).kind).toBe("json");
		expect(detectPayload(encode('{"a": 1}'), true).kind).toBe("text");
		expect(detectPayload(encode("17.2")).kind).toBe("text");
		expect(detectPayload(encode('{"a": 1')).kind).toBe("text");
		expect(detectPayload(new Uint8Array(0)).kind).toBe("empty");
	});
});

describe("what must not deceive the eye", () => {
	it("becomes visible: controls, direction overrides, zero width and tag characters, a byte order mark", () => {
		expect(makeVisible("a\u0000b\u001b[31m\u007f")).toBe("a⟨NUL⟩b⟨ESC⟩[31m⟨DEL⟩");
		expect(makeVisible("x\u202Egnp.exe")).toBe("x⟨RLO⟩gnp.exe");
		expect(makeVisible("\ufeffa\u200bb\u2066c\u{e0041}\u0085\u2028")).toBe("⟨BOM⟩a⟨ZWSP⟩b⟨LRI⟩c⟨U+E0041⟩⟨NEL⟩⟨LSEP⟩");
		expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBe("\ufeffa");
	});

	it("leaves ordinary text of any script, emoji, tabs and line ends as they are", () => {
		for (const text of ["温度 21 °C", "مرحبا", "👩‍👩‍👧 क्‍ष", "a\tb\nc"]) expect(makeVisible(text)).toBe(text);
	});
});

describe("a preview", () => {
	it("never exceeds its lines and characters, and says when something is left out", () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom("a", "\n", "é", "😀", "{", '"'), maxLength: 2000 }), (text) => {
				const made = preview(text);
				expect(made.text.split("\n").length).toBeLessThanOrEqual(PREVIEW_LINES + 1);
				expect(made.text.length).toBeLessThanOrEqual(PREVIEW_CHARACTERS);
				if (!made.isShortened) expect(made.text.replaceAll(/\s/g, "")).toBe(text.replaceAll(/\s/g, ""));
				else expect(text.startsWith(made.text)).toBe(true);
			}),
		);
	});

	it("lays out JSON that is too long for a line, and leaves short JSON alone", () => {
		expect(preview('{"msg": "17.2"}').text).toBe('{"msg": "17.2"}');
		const long = '{"temperature": 21.50, "humidity": 40, "location": "the long corridor"}';
		expect(preview(long)).toMatchObject({ kind: "json", isShortened: false });
		expect(preview(long).text).toBe('{\n  "temperature": 21.50,\n  "humidity": 40,\n  "location": "the long corridor"\n}');
	});

	it("shows binary as hex with the reason, and cut previews as shortened", () => {
		expect(previewPayload(new Uint8Array([0xfe, 0xad]), 2)).toEqual({
			kind: "hex",
			text: "fe ad",
			isShortened: false,
			reason: "not-utf8",
		});
		expect(previewPayload(new Uint8Array(100).fill(0xff), 5000).isShortened).toBe(true);
		expect(previewPayload(encode("abc"), 4000)).toMatchObject({ kind: "text", text: "abc", isShortened: true });
	});

	it("does not tear a character in two", () => {
		expect(cutText("ab😀", 3)).toBe("ab");
		expect(cutText("ab😀", 4)).toBe("ab😀");
	});
});

describe("a hex dump", () => {
	it("has offset, bytes and printable characters in fixed columns", () => {
		const bytes = encode("Parley\n\u0000 says hello");
		expect(readHexRow(bytes, 0, 16)).toEqual({
			offset: "00000000",
			hex: "50 61 72 6c 65 79 0a 00  20 73 61 79 73 20 68 65",
			ascii: "Parley.. says he",
		});
		expect(readHexRow(bytes, 1, 16)).toEqual({ offset: "00000010", hex: `6c 6c 6f${"   ".repeat(13)} `, ascii: "llo" });
		expect(formatHex(new Uint8Array([1, 255]))).toBe("01 ff");
	});
});
