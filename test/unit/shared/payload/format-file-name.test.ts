import fc from "fast-check";
import { expect, test } from "vitest";
import { formatFileName } from "../../../../shared/payload/format-file-name.ts";

test("a file is named after the topic", () => {
	expect(formatFileName("sensor/1/temperature", "json")).toBe("sensor-1-temperature.json");
	expect(formatFileName("温度/部屋", "txt")).toBe("温度-部屋.txt");
	expect(formatFileName("///", "bin")).toBe("message.bin");
	expect(formatFileName("NUL", "txt")).toBe("message-NUL.txt");
	expect(formatFileName("../../etc/passwd", "txt")).toBe("etc-passwd.txt");
});

test("no topic makes a name that leads elsewhere, hides or is too long", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 200 }), (topic) => {
			const name = formatFileName(topic, "bin");
			expect(name).toMatch(/^[^\p{C}\p{M}\s./\\:*?"<>|-][^\p{C}./\\:*?"<>|]*\.bin$/u);
			expect(name.length).toBeLessThan(100);
		}),
	);
});
