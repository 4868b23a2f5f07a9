import { expect, test } from "vitest";
import { findCommands } from "../../../../../renderer/features/palette/find-commands.ts";
import type { PaletteCommand } from "../../../../../renderer/features/palette/list-commands.ts";

const command = (label: string, alias: string): PaletteCommand => ({
	id: label,
	label,
	alias,
	group: "Connection",
	keys: null,
	run: () => undefined,
});
const commands = [
	command("Search connections", "view.searchConnections"),
	command("New Connection", "connection.new"),
	command("断开连接", "connection.disconnect"),
	command("Küche", "192.168.1.7"),
];
const find = (query: string) => findCommands(commands, query).map(({ label }) => label);

test("nothing typed finds all, in their own order", () => {
	expect(find("  ")).toEqual(commands.map(({ label }) => label));
});

test("letters may be missing and words may come in any order; the best is first", () => {
	expect(find("new con")[0]).toBe("New Connection");
	expect(find("connection new")[0]).toBe("New Connection");
	expect(find("srch")[0]).toBe("Search connections");
	expect(find("kuche")).toEqual(["Küche"]);
});

test("a command is found by its words in the reader's language, by its English name, and a connection by its host", () => {
	expect(find("断开")[0]).toBe("断开连接");
	expect(find("disconnect")[0]).toBe("断开连接");
	expect(find("192.168")).toEqual(["Küche"]);
});

test("what nobody would call the same word is not found", () => {
	expect(find("zzz")).toEqual([]);
});
