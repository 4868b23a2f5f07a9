import { expect, test } from "vitest";
import { ACTION_GROUPS } from "../../../../../renderer/actions/action-list.ts";
import { listShortcuts } from "../../../../../renderer/features/palette/list-shortcuts.ts";

const find = (isMac: boolean, label: string, takesEveryKey = false) =>
	listShortcuts(isMac, takesEveryKey)
		.flatMap(({ shortcuts }) => shortcuts)
		.find((shortcut) => shortcut.label === label)?.keys;

test("keys are written as the machine writes them", () => {
	expect(find(true, "action.openPalette")).toEqual(["⌘K"]);
	expect(find(false, "action.openPalette")).toEqual(["Ctrl+K"]);
	expect(find(false, "action.searchMessages")).toEqual(["Ctrl+F", "/"]);
});

test("a key that a browser keeps is written where the host takes every key", () => {
	expect(find(false, "action.newConnection")).toEqual(["Ctrl+Alt+N"]);
	expect(find(false, "action.newConnection", true)).toEqual(["Ctrl+N", "Ctrl+Alt+N"]);
	expect(find(true, "action.newConnection", true)).toEqual(["⌘N", "⌥⌘N"]);
	expect(find(true, "composer.layOut")).toEqual(["⇧⌥F"]);
});

test("every action with a key is in the sheet", () => {
	const shown = listShortcuts(false, false).flatMap(({ shortcuts }) => shortcuts.map(({ label }) => label));
	const withKeys = ACTION_GROUPS.flatMap(({ program, connection }) => [...program, ...connection]).filter(
		({ shortcut, quickKey, listKeys = [] }) => shortcut !== undefined || quickKey !== undefined || listKeys.length > 0,
	);
	expect(shown).toEqual(expect.arrayContaining(withKeys.map(({ label }) => label)));
});
