import { expect, test } from "vitest";
import { containsText, foldText } from "../../../../../../electron/engine/history/reading/contains-text.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test("A to Z are found in either case, other letters in their own", () => {
	expect(foldText("GRÖSSE Ä x")).toBe("grÖsse Ä x");
	expect(containsText(bytes("Die GRöße"), foldText("grö"))).toBe(true);
	expect(containsText(bytes("Die GRÖße"), foldText("grö"))).toBe(false);
});

test("bytes are compared, whatever lies around them, and the payload is left as it is", () => {
	const payload = Uint8Array.from([0, 255, 65, 66, 0, 195]);
	expect(containsText(payload, "ab")).toBe(true);
	expect(containsText(payload, "b\0")).toBe(true);
	expect(containsText(payload, "\0\0")).toBe(false);
	expect([...payload]).toEqual([0, 255, 65, 66, 0, 195]);
});
