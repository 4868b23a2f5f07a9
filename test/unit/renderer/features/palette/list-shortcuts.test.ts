import { expect, test } from "vitest";
import { ACTION_GROUPS } from "../../../../../renderer/actions/action-list.ts";
import { listShortcuts } from "../../../../../renderer/features/palette/list-shortcuts.ts";

const find = (isMac: boolean, label: string) =>
	listShortcuts(isMac)
		.flatMap(({ shortcuts }) => shortcuts)
		.find((shortcut) => shortcut.label === label)?.keys;

test("keys are written as the machine writes them", () => {
	expect(find(true, "action.openPalette")).toEqual(["⌘K"]);
	expect(find(false, "action.openPalette")).toEqual(["Ctrl+K"]);
	expect(find(false, "action.searchMessages")).toEqual(["Ctrl+F", "/"]);
});

test("every action with a key is in the sheet", () => {
	const shown = listShortcuts(false).flatMap(({ shortcuts }) => shortcuts.map(({ label }) => label));
	const withKeys = ACTION_GROUPS.flatMap(({ program, connection }) => [...program, ...connection]).filter(
		({ shortcut, quickKey }) => shortcut !== undefined || quickKey !== undefined,
	);
	expect(shown).toEqual(expect.arrayContaining(withKeys.map(({ label }) => label)));
});
