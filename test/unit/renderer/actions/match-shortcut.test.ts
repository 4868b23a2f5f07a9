import { expect, test } from "vitest";
import { formatShortcut, type KeyPress, matchesShortcut } from "../../../../renderer/actions/match-shortcut.ts";

const press = (change: Partial<KeyPress>): KeyPress => ({
	code: "KeyN",
	key: "n",
	ctrlKey: false,
	metaKey: false,
	altKey: false,
	shiftKey: false,
	isComposing: false,
	...change,
});

test("mod is Cmd on a Mac and Ctrl elsewhere", () => {
	expect(matchesShortcut("mod+n", press({ ctrlKey: true }), false)).toBe(true);
	expect(matchesShortcut("mod+n", press({ metaKey: true }), true)).toBe(true);
	expect(matchesShortcut("mod+n", press({ ctrlKey: true }), true)).toBe(false);
	expect(matchesShortcut("mod+n", press({}), false)).toBe(false);
});

test("no other modifier may be held", () => {
	expect(matchesShortcut("mod+n", press({ ctrlKey: true, shiftKey: true }), false)).toBe(false);
	expect(matchesShortcut("mod+n", press({ ctrlKey: true, altKey: true }), false)).toBe(false);
	expect(matchesShortcut("mod+alt+n", press({ metaKey: true, altKey: true, key: "˜" }), true)).toBe(true);
});

test("nothing fires while an input method composes a character", () => {
	expect(matchesShortcut("mod+n", press({ ctrlKey: true, isComposing: true }), false)).toBe(false);
});

test("a sign goes by what is printed on its key", () => {
	expect(matchesShortcut("mod+comma", press({ ctrlKey: true, code: "KeyM", key: "," }), false)).toBe(true);
});

test("shortcuts are written as the system writes them", () => {
	expect(formatShortcut("mod+alt+n", true)).toBe("⌥⌘N");
	expect(formatShortcut("mod+alt+n", false)).toBe("Ctrl+Alt+N");
	expect(formatShortcut("mod+comma", false)).toBe("Ctrl+,");
});
