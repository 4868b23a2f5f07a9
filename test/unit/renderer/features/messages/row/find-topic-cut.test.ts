import { describe, expect, it } from "vitest";
import { findTopicCut } from "../../../../../../renderer/features/messages/row/find-topic-cut.ts";

const divide = (topic: string) => [topic.slice(0, findTopicCut(topic)), topic.slice(findTopicCut(topic))];

describe("a topic that is shortened in its middle", () => {
	it("keeps its end apart, and a short one is whole", () => {
		expect(divide("factory/hall-7/line-3/temperature")).toEqual(["factory/hall-7/line", "-3/temperature"]);
		expect(divide("notes")).toEqual(["notes", ""]);
		expect(divide("")).toEqual(["", ""]);
	});

	it("is never cut inside a character", () => {
		const between = new Set(
			[...new Intl.Segmenter("en").segment(`${"a".repeat(30)}👩‍🚀é😀${"b".repeat(30)}`)].map(({ index }) => index),
		);
		const whole = `${"a".repeat(30)}👩‍🚀é😀${"b".repeat(30)}`;
		for (let end = 34; end <= whole.length; end += 1) {
			const topic = whole.slice(0, end);
			if (topic.isWellFormed() && between.has(end))
				expect(between.has(findTopicCut(topic)) || findTopicCut(topic) === end).toBe(true);
		}
	});
});
