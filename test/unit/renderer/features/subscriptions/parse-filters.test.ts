import { describe, expect, test } from "vitest";
import { checkFilters, parseFilters } from "../../../../../renderer/features/subscriptions/parse-filters.ts";
import { proposeColour } from "../../../../../renderer/features/subscriptions/propose-colour.ts";

test("filters stand one a line or a comma each, space around them being layout", () => {
	expect(parseFilters(" a/+ , b/#\n\n$share/g/c ,")).toEqual(["a/+", "b/#", "$share/g/c"]);
});

describe("a list of filters", () => {
	const check = (text: string, known: readonly string[] = []) => checkFilters(parseFilters(text), new Set(known));

	test("is right when each of them is", () => expect(check("a/+, b/#")).toBeNull());
	test("must not be empty", () => expect(check(" \n")).toEqual({ filter: "", rule: "filter-empty" }));
	test("names the one that is wrong and its rule", () =>
		expect(check("a, b#, c")).toEqual({ filter: "b#", rule: "filter-hash-not-alone" }));
	test("has none twice", () => expect(check("a, b, a")).toEqual({ filter: "a", rule: "filter-repeated" }));
	test("has none that the connection has already", () =>
		expect(check("a, b", ["b"])).toEqual({ filter: "b", rule: "already-subscribed" }));
});

test("the colour that is proposed is the one used least, in the palette's order", () => {
	expect(proposeColour([])).toBe("blue");
	expect(proposeColour(["blue", "green", "red"])).toBe("amber");
	expect(proposeColour(["blue", "green", "amber", "red", "violet", "teal", "pink", "lime", "blue"])).toBe("green");
});
