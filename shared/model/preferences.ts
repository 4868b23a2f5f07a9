export type Theme = "system" | "light" | "dark";
export type Language = "system" | "en" | "zh-CN" | "ja";

export interface Preferences {
	readonly theme: Theme;
	readonly language: Language;
	/** Messages kept for each connection; older ones are evicted, and counted. */
	readonly keepMessages: number;
}

export const DEFAULT_PREFERENCES: Preferences = { theme: "system", language: "system", keepMessages: 1_000_000 };
