import { describe, expect, it } from "vitest";
import { createTopicMemory } from "../../../../renderer/state/topic-memory.ts";

describe("the topics that were seen", () => {
	it("come latest first, each once, and the oldest are forgotten", () => {
		const memory = createTopicMemory(3);
		for (const topic of ["a", "b", "a", "c", "d"]) memory.add(topic);
		expect(memory.read()).toEqual(["d", "c", "a"]);
	});
});
