import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { selectChange } from "../../../../renderer/ui/select-change.ts";

describe("the change between two texts", () => {
	it("makes the one of the other, and touches nothing that both have", () => {
		expect(selectChange("same", "same")).toBeNull();
		expect(selectChange("one two three", "one 2 three")).toEqual({ from: 4, to: 7, insert: "2" });
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom("a", "b", "😀", "😁") }),
				fc.string({ unit: fc.constantFrom("a", "b", "😀", "😁") }),
				(before, after) => {
					const change = selectChange(before, after);
					const made = change === null ? before : before.slice(0, change.from) + change.insert + before.slice(change.to);
					expect(made).toBe(after);
					expect(change?.insert.isWellFormed() ?? true).toBe(true);
				},
			),
		);
	});
});
