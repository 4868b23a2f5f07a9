import { describe, expect, test } from "vitest";
import { readTypedRow } from "../../../../../../renderer/features/connections/form/read-typed-row.ts";
import { readDropPlace, readTreeMove } from "../../../../../../renderer/features/connections/list/tree-moves.ts";
import { listTreeRows } from "../../../../../../renderer/features/connections/list/tree-rows.ts";

const folder = (id: string, parentId: string | null) => ({ id, parentId, name: id });
/** 0 hall, 1 line, 2 deep, 3 one, 4 two, 5 store, 6 loose */
const rows = listTreeRows(
	{
		order: ["loose", "deep", "one", "two"],
		folders: [folder("hall", null), folder("line", "hall"), folder("store", null)],
		places: new Map([
			["deep", "line"],
			["one", "hall"],
			["two", "hall"],
		]),
		profiles: new Map(),
	},
	new Set(["store"]),
	"",
);

describe("a key in the list", () => {
	test("goes one row, to an end, or as far as a page, and stays within the list", () => {
		expect(readTreeMove(rows, 1, "ArrowDown", 10)).toEqual({ kind: "go", index: 2 });
		expect(readTreeMove(rows, 0, "ArrowUp", 10)).toEqual({ kind: "go", index: 0 });
		expect(readTreeMove(rows, 3, "Home", 10)).toEqual({ kind: "go", index: 0 });
		expect(readTreeMove(rows, 3, "End", 10)).toEqual({ kind: "go", index: 6 });
		expect(readTreeMove(rows, 3, "PageDown", 10)).toEqual({ kind: "go", index: 6 });
		expect(readTreeMove(rows, 3, "x", 10)).toBeNull();
	});

	test("opens a folder and goes into it, closes one, and leaves one", () => {
		expect(readTreeMove(rows, 5, "ArrowRight", 10)).toEqual({ kind: "toggle" });
		expect(readTreeMove(rows, 0, "ArrowRight", 10)).toEqual({ kind: "go", index: 1 });
		expect(readTreeMove(rows, 0, "ArrowLeft", 10)).toEqual({ kind: "toggle" });
		expect(readTreeMove(rows, 2, "ArrowLeft", 10)).toEqual({ kind: "go", index: 1 });
		expect(readTreeMove(rows, 6, "ArrowLeft", 10)).toEqual({ kind: "stay" });
	});
});

describe("what is dropped on a row", () => {
	const connection = (id: string) => ({ kind: "connection", id }) as const;

	test("stands before or after a connection, in its folder", () => {
		expect(readDropPlace(rows, 3, 0.1, connection("loose"))).toEqual({ folderId: "hall", beforeId: "one", side: "before" });
		expect(readDropPlace(rows, 3, 0.9, connection("loose"))).toEqual({ folderId: "hall", beforeId: "two", side: "after" });
		expect(readDropPlace(rows, 4, 0.9, connection("loose"))).toEqual({ folderId: "hall", beforeId: null, side: "after" });
		expect(readDropPlace(rows, 3, 0.9, connection("two"))).toEqual({ folderId: "hall", beforeId: null, side: "after" });
	});

	test("goes into a folder, whichever part of it a connection is dropped on", () => {
		for (const share of [0, 0.5, 1]) {
			expect(readDropPlace(rows, 1, share, connection("loose"))).toEqual({ folderId: "line", beforeId: null, side: "inside" });
		}
	});

	test("stands beside a folder at its edges where it is one itself, and into it in the middle", () => {
		const store = { kind: "folder", id: "store" } as const;
		expect(readDropPlace(rows, 0, 0.1, store)).toEqual({ folderId: null, beforeId: "hall", side: "before" });
		expect(readDropPlace(rows, 0, 0.5, store)).toEqual({ folderId: "hall", beforeId: null, side: "inside" });
		expect(readDropPlace(rows, 3, 0.5, store)).toEqual({ folderId: "hall", beforeId: null, side: "inside" });
	});

	test("goes neither on itself nor, as a folder, into what stands in it", () => {
		const hall = { kind: "folder", id: "hall" } as const;
		for (const index of [0, 1, 2, 3]) expect(readDropPlace(rows, index, 0.5, hall)).toBeNull();
		expect(readDropPlace(rows, 6, 0.5, connection("loose"))).toBeNull();
	});
});

describe("typing in the list", () => {
	const names = ["Hall", "Sensor 1", "Sensor 2", "Store"];
	const nothing = { text: "", at: 0 };

	test("goes to the next name that begins so, and with the same letter on to the one after", () => {
		const first = readTypedRow(names, 0, "s", nothing, 1000);
		expect(first?.index).toBe(1);
		expect(readTypedRow(names, 1, "s", first?.typed ?? nothing, 1100)?.index).toBe(2);
		expect(readTypedRow(names, 1, "t", first?.typed ?? nothing, 1100)?.index).toBe(3);
	});

	test("begins anew after a pause, and finds nothing where there is nothing", () => {
		const first = readTypedRow(names, 0, "s", nothing, 1000);
		expect(readTypedRow(names, 1, "h", first?.typed ?? nothing, 3000)?.index).toBe(0);
		expect(readTypedRow(names, 0, "x", nothing, 1000)?.index).toBeNull();
	});

	test("is not meant by keys with names, nor by the characters that do something everywhere", () => {
		for (const key of ["Shift", "/", "?"]) expect(readTypedRow(names, 0, key, nothing, 1000)).toBeNull();
	});
});
