export type Theme = "system" | "light" | "dark";
/** Apart from the theme, as the systems have it: high contrast is light or dark too. */
export type Contrast = "system" | "standard" | "more";
/** How close things stand. Whatever is pressed stays at least 24 px high. */
export type Density = "comfortable" | "compact";
export type Language = "system" | "en" | "zh-CN" | "ja";

export interface Preferences {
	readonly theme: Theme;
	readonly contrast: Contrast;
	readonly density: Density;
	readonly language: Language;
	/** Messages kept for each connection; older ones are evicted, and counted; pinned ones are kept besides. */
	readonly keepMessages: number;
}

export const DEFAULT_PREFERENCES: Preferences = {
	theme: "system",
	contrast: "system",
	density: "comfortable",
	language: "system",
	keepMessages: 1_000_000,
};
