import { expect, test } from "vitest";
import { createIntColumn } from "../../../../shared/payload/int-column.ts";

test("what was pushed and set comes back in one piece, at every length where it grows", () => {
	for (const length of [0, 1, 255, 256, 257, 1024, 1025, 65_535, 65_536, 65_537, 131_072, 200_000]) {
		const column = createIntColumn();
		for (let value = 0; value < length; value += 1) column.push(value);
		for (const index of [0, 255, 65_536, length - 1]) if (index >= 0 && index < length) column.set(index, -1);
		const all = column.finish();
		expect(all.length).toBe(length);
		expect(all.every((value, index) => value === index || [0, 255, 65_536, length - 1].includes(index))).toBe(true);
		if (length > 0) expect([all[0], all[length - 1]]).toEqual([-1, -1]);
	}
});
