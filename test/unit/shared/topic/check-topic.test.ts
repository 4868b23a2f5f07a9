import { describe, expect, it } from "vitest";
import {
	checkTopicFilter,
	checkTopicName,
	hasWildcard,
	isShared,
	readMatchedFilter,
} from "../../../../shared/topic/check-topic.ts";

describe("a topic name", () => {
	it.each(["a", "/", "a//b", "sensor/1/temperature", "$SYS/broker", "空 気/温度", "a b", "-", "__proto__"])(
		"may be %j",
		(topic) => {
			expect(checkTopicName(topic)).toBeNull();
		},
	);

	it.each([
		["", "topic-empty"],
		["a/+/b", "topic-wildcard"],
		["a+b", "topic-wildcard"],
		["#", "topic-wildcard"],
		["a\0b", "nul-character"],
		["a\ud800", "lone-surrogate"],
		["x".repeat(65_536), "too-long"],
		["空".repeat(21_846), "too-long"],
	] as const)("may not be %j, because: %s", (topic, rule) => {
		expect(checkTopicName(topic)).toBe(rule);
	});

	it("may have exactly 65,535 bytes of UTF-8", () => {
		expect(checkTopicName("x".repeat(65_535))).toBeNull();
		expect(checkTopicName("空".repeat(21_845))).toBeNull();
	});
});

describe("a topic filter", () => {
	it.each(["#", "+", "a/#", "+/+", "/#", "a/+/b/#", "+/", "$SYS/#", "$share/g/a/#", "$share/g//", "$sharefoo/+"])(
		"may be %j",
		(filter) => {
			expect(checkTopicFilter(filter)).toBeNull();
		},
	);

	it.each([
		["", "filter-empty"],
		["a/#/b", "filter-hash-not-last"],
		["#/", "filter-hash-not-last"],
		["a#", "filter-hash-not-alone"],
		["a/b#", "filter-hash-not-alone"],
		["a+/b", "filter-plus-not-alone"],
		["a/+b", "filter-plus-not-alone"],
		["$share", "share-group-missing"],
		["$share//a", "share-group-missing"],
		["$share/g+/a", "share-group-invalid"],
		["$share/g", "share-filter-missing"],
		["$share/g/", "share-filter-missing"],
		["$share/g/a#", "filter-hash-not-alone"],
		["a\0", "nul-character"],
	] as const)("may not be %j, because: %s", (filter, rule) => {
		expect(checkTopicFilter(filter)).toBe(rule);
	});

	it("tells wildcards, shared groups and what is matched on", () => {
		expect(hasWildcard("a/+")).toBe(true);
		expect(hasWildcard("a/b")).toBe(false);
		expect(isShared("$share/g/a")).toBe(true);
		expect(readMatchedFilter("$share/g/a/#")).toBe("a/#");
		expect(readMatchedFilter("$SYS/#")).toBe("$SYS/#");
	});
});
