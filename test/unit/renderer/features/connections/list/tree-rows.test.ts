import { describe, expect, test } from "vitest";
import { groupByFolder, listFolderPaths, listTreeRows } from "../../../../../../renderer/features/connections/list/tree-rows.ts";
import type { ConnectionProfile } from "../../../../../../shared/model/connection.ts";

const folder = (id: string, parentId: string | null, name = id) => ({ id, parentId, name });
const listed = {
	order: ["loose", "deep", "one", "two"],
	folders: [folder("hall", null, "Hall"), folder("empty", null, "Empty"), folder("line", "hall", "Line")],
	places: new Map<string, string | null>([
		["deep", "line"],
		["one", "hall"],
		["two", "hall"],
		["loose", null],
	]),
	profiles: new Map(
		["loose", "deep", "one", "two"].map((id) => [id, { id, name: `Sensor ${id}`, host: `${id}.example` } as ConnectionProfile]),
	),
};
const read = (search = "", closed: readonly string[] = []) =>
	listTreeRows(listed, new Set(closed), search).map(({ id, level }) => `${"-".repeat(level - 1)}${id}`);

describe("the rows of the list", () => {
	test("are folders first, then connections, each in its own order, with what stands in an open folder below it", () => {
		expect(read()).toEqual(["hall", "-line", "--deep", "-one", "-two", "empty", "loose"]);
		expect(read("", ["line"])).toEqual(["hall", "-line", "-one", "-two", "empty", "loose"]);
		expect(read("", ["hall"])).toEqual(["hall", "empty", "loose"]);
	});

	test("say how many stand beside them and which of these they are", () => {
		const row = listTreeRows(listed, new Set(), "").find(({ id }) => id === "two");
		expect(row).toMatchObject({ kind: "connection", parentId: "hall", level: 2, position: 3, beside: 3 });
	});

	test("are narrowed by name and host, with the folders that lead there open", () => {
		expect(read("DEEP.example", ["hall", "line"])).toEqual(["hall", "-line", "--deep"]);
		expect(read("sensor")).toEqual(["hall", "-line", "--deep", "-one", "-two", "loose"]);
		expect(read("nowhere")).toEqual([]);
	});

	test("are all that stands in a folder whose name was meant", () => {
		expect(read("hall")).toEqual(["hall", "-line", "--deep", "-one", "-two"]);
		expect(read("empty")).toEqual(["empty"]);
	});

	test("of five thousand folders in each other are there, and none of it takes more than it must", () => {
		const folders = Array.from({ length: 5000 }, (_, index) => folder(`f${index}`, index === 0 ? null : `f${index - 1}`));
		const places = new Map([["end", "f4999"]]);
		const deep = { order: ["end"], folders, places, profiles: new Map() };
		expect(listTreeRows(deep, new Set(), "").at(-1)).toMatchObject({ id: "end", level: 5001 });
		expect(groupByFolder(deep).get("f0")).toEqual(["end"]);
	});
});

test("a folder is found by the names that lead to it", () => {
	expect(listFolderPaths(listed.folders)).toEqual([
		{ id: "hall", path: "Hall" },
		{ id: "line", path: "Hall / Line" },
		{ id: "empty", path: "Empty" },
	]);
});

test("each folder knows the connections in it, however deep", () => {
	expect(Object.fromEntries(groupByFolder(listed))).toEqual({ hall: ["deep", "one", "two"], empty: [], line: ["deep"] });
});
