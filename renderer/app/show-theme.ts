import type { Theme } from "../../shared/model/preferences.ts";

/** The tokens follow the root's `data-theme`; without it, the system. */
export function showTheme(theme: Theme): void {
	const { dataset } = document.documentElement;
	if (theme === "system") delete dataset["theme"];
	else dataset["theme"] = theme;
}
