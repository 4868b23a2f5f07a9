import { expect, test } from "vitest";
import { shortenTopic } from "../../../../shared/topic/shorten-topic.ts";

test("an ordinary topic stays as it is", () => {
	expect(shortenTopic("sensor/1/temperature")).toBe("sensor/1/temperature");
});

test("a topic of 65,535 bytes ends early, and says so, without half a character", () => {
	const short = shortenTopic(`x${"😀".repeat(16_000)}`);
	expect(short.length).toBeLessThan(500);
	expect(short).toMatch(/^x\p{Emoji}+\uFFFD? …$/u);
	expect(short.isWellFormed()).toBe(true);
});
