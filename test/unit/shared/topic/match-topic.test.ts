import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesTopic } from "../../../../shared/topic/match-topic.ts";

describe("a filter matches a topic as the specification says", () => {
	it.each([
		["a/b", "a/b", true],
		["a/b", "a/c", false],
		["a/b", "a/b/c", false],
		["a/b/c", "a/b", false],
		["sport/tennis/player1/#", "sport/tennis/player1", true],
		["sport/tennis/player1/#", "sport/tennis/player1/score/wimbledon", true],
		["sport/#", "sport", true],
		["sport/#", "sports", false],
		["#", "a", true],
		["#", "/", true],
		["#", "$SYS/uptime", false],
		["+/uptime", "$SYS/uptime", false],
		["$SYS/#", "$SYS/uptime", true],
		["$SYS/+", "$SYS/uptime", true],
		["+/+", "/finance", true],
		["/+", "/finance", true],
		["+", "/finance", false],
		["+", "", true],
		["sport/+", "sport", false],
		["sport/+", "sport/", true],
		["$share/g/a/+", "a/b", true],
		["$share/g/a/+", "$share/g/a/b", false],
		["a/#", "a/", true],
		["a/+/#", "a", false],
		["a/+/#", "a/b", true],
	])("%j and %j: %s", (filter, topic, expected) => {
		expect(matchesTopic(filter, topic)).toBe(expected);
	});

	it("lets every topic through a filter made from it by widening levels", () => {
		const level = fc.stringMatching(/^[a-z0-9 äß空]{0,5}$/);
		fc.assert(
			fc.property(
				fc.array(level, { minLength: 1, maxLength: 6 }),
				fc.array(fc.boolean(), { maxLength: 6 }),
				fc.nat(6),
				(levels, wild, cut) => {
					const topic = levels.join("/");
					fc.pre(topic !== "");
					const widened = levels.map((text, index) => (wild[index] === true ? "+" : text));
					const filter = cut < levels.length ? [...widened.slice(0, cut), "#"].join("/") : widened.join("/");
					expect(matchesTopic(filter, topic)).toBe(true);
				},
			),
		);
	});
});
