import { expect, test } from "vitest";
import type { Action } from "../../../../renderer/actions/action.ts";
import { ACTION_GROUPS } from "../../../../renderer/actions/action-list.ts";
import { findKeyAction } from "../../../../renderer/actions/find-key-action.ts";
import type { KeyPress } from "../../../../renderer/actions/match-shortcut.ts";
import { createStores } from "../../../../renderer/state/create-stores.ts";

const all = ACTION_GROUPS.flatMap(({ program, connection }): readonly Omit<Action<never>, "when" | "run">[] => [
	...program,
	...connection,
]);
const press = (change: Partial<KeyPress>): KeyPress => ({
	code: "",
	key: "",
	ctrlKey: false,
	metaKey: false,
	altKey: false,
	shiftKey: false,
	isComposing: false,
	...change,
});
const slash = press({ code: "Digit7", key: "/", shiftKey: true });

function createOpenPage() {
	const stores = createStores();
	stores.view.setState({ openConnectionId: "a" });
	return stores;
}

test("no action is listed twice, and no key is taken twice", () => {
	const keys = all.flatMap(({ shortcut, desktopShortcut, quickKey }) => [shortcut, desktopShortcut, quickKey]);
	const taken = keys.filter((key) => key !== undefined);
	expect(new Set(taken).size).toBe(taken.length);
	expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});

/** Some browser on some system keeps each of these for itself, and the page never hears of it. */
const KEPT_BY_BROWSERS = ["n", "t", "w", "q", "tab", "shift+n", "shift+t", "shift+w", "shift+q", "shift+p", "alt+q"].map(
	(key) => `mod+${key}`,
);

test("no shortcut is one that a browser keeps for itself; only where the host takes every key there may be such", () => {
	const normal = (keys: string) => [...keys.split("+").slice(0, -1).sort(), keys.split("+").at(-1)].join("+");
	const kept = new Set(KEPT_BY_BROWSERS.map(normal));
	expect(all.filter(({ shortcut }) => shortcut !== undefined && kept.has(normal(shortcut))).map(({ id }) => id)).toEqual([]);
	// What needs the whole keyboard has another key for everywhere else.
	expect(all.filter(({ shortcut, desktopShortcut }) => desktopShortcut !== undefined && shortcut === undefined)).toEqual([]);
});

test("in the list of messages no key does two things, but Escape, which first lets go of what is selected, then closes what is open", () => {
	const keys = all.flatMap(({ listKeys = [], quickKey }) => [...listKeys, ...(quickKey === undefined ? [] : [quickKey])]);
	const twice = keys.filter((key, index) => keys.map((each) => each.toLowerCase()).indexOf(key.toLowerCase()) !== index);
	expect(new Set(twice)).toEqual(new Set(["Escape"]));
});

test("a single character is a key wherever the keyboard has it, but not where text is typed or composed", () => {
	const stores = createOpenPage();
	const found = (each: KeyPress, isTyping: boolean) => findKeyAction(stores, each, isTyping, false)?.action.id;
	expect(found(slash, false)).toBe("message.search");
	expect(found(slash, true)).toBeUndefined();
	expect(found({ ...slash, isComposing: true }, false)).toBeUndefined();
	expect(found({ ...slash, ctrlKey: true }, false)).toBeUndefined();
	expect(found(press({ key: "?", shiftKey: true }), false)).toBe("view.shortcuts");
});

test("what acts on a connection needs one that is open, and gets it", () => {
	expect(findKeyAction(createStores(), slash, false, false)).toBeNull();
	expect(findKeyAction(createOpenPage(), slash, false, false)).toMatchObject({ subject: { connectionId: "a" } });
});

test("a key that one place answers itself is left to it", () => {
	expect(findKeyAction(createOpenPage(), press({ key: "Enter", ctrlKey: true }), true, false)).toBeNull();
});
