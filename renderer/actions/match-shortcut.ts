/** What a key press is, as far as shortcuts ask. */
export interface KeyPress {
	readonly code: string;
	readonly key: string;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	readonly altKey: boolean;
	readonly shiftKey: boolean;
	readonly isComposing: boolean;
}

const NAMED_KEYS: Readonly<Record<string, string>> = { comma: ",", enter: "Enter", escape: "Escape" };

/**
 * Whether the press is the shortcut, e.g. `mod+alt+n`. Never while an input method composes a character. Letters go by their place on
 * the keyboard, because Option on a Mac makes other characters of them; all else by what is printed on the key.
 */
export function matchesShortcut(shortcut: string, press: KeyPress, isMac: boolean): boolean {
	if (press.isComposing) return false;
	const parts = shortcut.split("+");
	const name = parts.at(-1) ?? "";
	const wantsMod = parts.includes("mod");
	const hasMod = isMac ? press.metaKey : press.ctrlKey;
	const hasOther = isMac ? press.ctrlKey : press.metaKey;
	if (hasMod !== wantsMod || hasOther) return false;
	if (press.altKey !== parts.includes("alt") || press.shiftKey !== parts.includes("shift")) return false;
	if (/^[a-z]$/.test(name)) return press.code === `Key${name.toUpperCase()}`;
	return press.key === (NAMED_KEYS[name] ?? name);
}

/** Whether the press is this character, however the keyboard makes it: `/` is Shift+7 on a German one. */
export function matchesQuickKey(character: string, press: KeyPress): boolean {
	return press.key === character && !press.isComposing && !press.ctrlKey && !press.metaKey && !press.altKey;
}

/** As people read it: `⌥⌘N` on a Mac, `Ctrl+Alt+N` elsewhere. */
export function formatShortcut(shortcut: string, isMac: boolean): string {
	const parts = shortcut.split("+");
	const name = parts.at(-1) ?? "";
	const key = NAMED_KEYS[name] ?? name.toUpperCase();
	const has = (modifier: string) => parts.slice(0, -1).includes(modifier);
	if (isMac) return `${has("shift") ? "⇧" : ""}${has("alt") ? "⌥" : ""}${has("mod") ? "⌘" : ""}${key}`;
	return [has("mod") && "Ctrl", has("alt") && "Alt", has("shift") && "Shift", key].filter((part) => part !== false).join("+");
}

const LIST_KEYS: Readonly<Record<string, string>> = {
	"Alt+ArrowUp": "Alt+↑",
	"Alt+ArrowDown": "Alt+↓",
	ArrowUp: "↑",
	ArrowDown: "↓",
	ArrowRight: "→",
	Escape: "Esc",
};

/** A key of the list of messages, as people read it. */
export function formatListKey(key: string, isMac: boolean): string {
	if (key.startsWith("mod+")) return formatShortcut(key, isMac);
	const parts = key.split("+");
	return [...parts.slice(0, -1), LIST_KEYS[parts.at(-1) ?? ""] ?? parts.at(-1)].join("+");
}

/** A press as the list's keys are written: `J`, `Shift+ArrowDown`, `mod+A`; null = a press with other modifiers. */
export function readListKey({ key, ctrlKey, metaKey, altKey, shiftKey, isComposing }: KeyPress, isMac: boolean): string | null {
	const hasMod = isMac ? metaKey : ctrlKey;
	const hasOther = isMac ? ctrlKey : metaKey;
	if (altKey || hasOther || isComposing) return null;
	const name = key === " " ? "Space" : key.length === 1 ? key.toUpperCase() : key;
	return `${hasMod ? "mod+" : ""}${shiftKey ? "Shift+" : ""}${name}`;
}

/** For `aria-keyshortcuts`. */
export function describeShortcut(shortcut: string, isMac: boolean): string {
	return shortcut
		.split("+")
		.map((part) => (part === "mod" ? (isMac ? "Meta" : "Control") : part === "alt" ? "Alt" : part === "shift" ? "Shift" : part))
		.join("+");
}
