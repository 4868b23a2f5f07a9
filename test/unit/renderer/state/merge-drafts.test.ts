import { expect, test } from "vitest";
import { EMPTY_DRAFT, EMPTY_PROPERTIES } from "../../../../renderer/state/composer-draft.ts";
import { isSameDraft, mergeDrafts, selectWritten } from "../../../../renderer/state/merge-drafts.ts";

const base = { ...selectWritten(EMPTY_DRAFT), topic: "a", text: "one" };

test("what each side changed stands in the joined draft", () => {
	const own = { ...base, topic: "b" };
	const other = { ...base, text: "two", qos: 1 as const };
	expect(mergeDrafts(own, base, other)).toEqual({ ...base, topic: "b", text: "two", qos: 1 });
});

test("what both changed stays as it is here", () => {
	expect(mergeDrafts({ ...base, text: "one mine" }, base, { ...base, text: "one theirs" }).text).toBe("one mine");
});

test("nobody who writes the payload is taken to another format", () => {
	const other = { ...base, format: "hex" as const, hex: "00" };
	expect(mergeDrafts({ ...base, text: "one mine" }, base, other)).toMatchObject({ format: "text", text: "one mine", hex: "00" });
	expect(mergeDrafts(base, base, other)).toEqual(other);
});

test("drafts are the same by what they say", () => {
	const properties = { ...EMPTY_PROPERTIES, userProperties: [{ key: "k", value: "v" }] };
	const copy = { ...properties, userProperties: [{ key: "k", value: "v" }] };
	expect(isSameDraft({ ...base, properties }, { ...base, properties: copy })).toBe(true);
	expect(isSameDraft({ ...base, properties }, base)).toBe(false);
});
