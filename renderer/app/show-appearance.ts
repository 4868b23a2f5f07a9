import type { Contrast, Density, Theme } from "../../shared/model/preferences.ts";

/** What a system says whose user asked for high contrast. */
export const MORE_CONTRAST = "(prefers-contrast: more)";

export interface Appearance {
	readonly theme: Theme;
	readonly contrast: Contrast;
	readonly density: Density;
}

/**
 * The tokens follow the root's `data-theme`; without it, the system. Its wish for contrast is asked for here, so that the
 * high-contrast values stand in the tokens once and not again in a media query.
 */
export function showAppearance({ theme, contrast, density }: Appearance): void {
	const { dataset } = document.documentElement;
	if (theme === "system") delete dataset["theme"];
	else dataset["theme"] = theme;
	if (contrast === "more" || (contrast === "system" && matchMedia(MORE_CONTRAST).matches)) dataset["contrast"] = "more";
	else delete dataset["contrast"];
	if (density === "compact") dataset["density"] = "compact";
	else delete dataset["density"];
}
