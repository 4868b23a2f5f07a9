import { describe, expect, it } from "vitest";
import { suggestTopics, type TopicSources } from "../../../../../../renderer/features/composer/topic/suggest-topics.ts";

const NONE: TopicSources = { recent: [], seen: [], filters: [] };
const readTopics = (sources: Partial<TopicSources>, typed: string) =>
	suggestTopics({ ...NONE, ...sources }, typed).map((suggestion) => suggestion.topic);

describe("the topics that are offered", () => {
	it("begin with what is typed first, then have a level that does, then hold it; the latest first among equals", () => {
		const seen = ["x/other", "a/temp/1", "attempt", "temp/2", "temp/1"];
		expect(readTopics({ seen }, "temp")).toEqual(["temp/2", "temp/1", "a/temp/1", "attempt"]);
	});

	it("are all that is known where nothing is typed: used, then subscribed, then seen, each once", () => {
		expect(readTopics({ recent: ["b", "a"], seen: ["a", "c"], filters: ["d/+"] }, "")).toEqual(["b", "a", "d/+", "c"]);
	});

	it("are found in either case, and never what stands in the field already", () => {
		expect(readTopics({ seen: ["Plant/Hall", "plant"] }, "plant")).toEqual(["Plant/Hall"]);
	});

	it("fill the typed levels into a filter, and mark the first wildcard that is left", () => {
		const [first] = suggestTopics({ ...NONE, filters: ["sensor/+/+/value"] }, "sensor/7");
		expect(first).toEqual({ topic: "sensor/7/+/value", source: "filter", blank: { from: 9, to: 10 } });
		const [whole] = suggestTopics({ ...NONE, filters: ["$share/group/sensor/+"] }, "sensor/7/");
		expect(whole).toBeUndefined();
		expect(suggestTopics({ ...NONE, filters: ["$share/group/sensor/+"] }, "sen")).toEqual([
			{ topic: "sensor/+", source: "filter", blank: { from: 7, to: 8 } },
		]);
		expect(readTopics({ filters: ["plant/#"] }, "plant/hall/1")).toEqual([]);
		expect(readTopics({ filters: ["other/+/x"] }, "sensor/7")).toEqual([]);
	});

	it("are at most fifty, whatever is known", () => {
		const seen = Array.from({ length: 5000 }, (_, number) => `device/${number}/state`);
		expect(readTopics({ seen }, "device")).toHaveLength(50);
		expect(readTopics({ seen }, "4999")).toEqual(["device/4999/state"]);
	});
});
