export type KitTheme = "light" | "dark" | "light-more" | "dark-more";

export const KIT_THEMES: readonly KitTheme[] = ["light", "dark", "light-more", "dark-more"];

/** From the address's `#dark-more`; light where it names none. */
export function readKitTheme(hash: string): KitTheme {
	return KIT_THEMES.find((theme) => `#${theme}` === hash) ?? "light";
}

export function showKitTheme(theme: KitTheme): void {
	const { dataset } = document.documentElement;
	dataset["theme"] = theme.startsWith("light") ? "light" : "dark";
	if (theme.endsWith("-more")) dataset["contrast"] = "more";
	else delete dataset["contrast"];
}
