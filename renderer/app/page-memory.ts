/**
 * What the page begins with before the engine has told anything: theme, contrast, density and language, so that it does not flash in another one, and
 * the connection that was open. In the page's own storage, which may be full, forbidden, or hold anything at all.
 */
import type { Contrast, Density, Language, Theme } from "../../shared/model/preferences.ts";

export interface PageMemory {
	readonly theme: Theme;
	readonly contrast: Contrast;
	readonly density: Density;
	readonly language: Language;
	readonly openConnectionId: string | null;
}

const KEY = "parley.page";
const THEMES: readonly Theme[] = ["system", "light", "dark"];
const CONTRASTS: readonly Contrast[] = ["system", "standard", "more"];
const DENSITIES: readonly Density[] = ["comfortable", "compact"];
const LANGUAGES: readonly Language[] = ["system", "en", "zh-CN", "ja"];

export function readPageMemory(): PageMemory {
	const { theme, contrast, density, language, openConnectionId } = readStored();
	return {
		theme: THEMES.find((each) => each === theme) ?? "system",
		contrast: CONTRASTS.find((each) => each === contrast) ?? "system",
		density: DENSITIES.find((each) => each === density) ?? "comfortable",
		language: LANGUAGES.find((each) => each === language) ?? "system",
		openConnectionId: typeof openConnectionId === "string" ? openConnectionId : null,
	};
}

export function writePageMemory(change: Partial<PageMemory>): void {
	try {
		localStorage.setItem(KEY, JSON.stringify({ ...readPageMemory(), ...change }));
	} catch {
		// Remembering is a comfort; without storage the page begins as the system has it.
	}
}

function readStored(): Readonly<Record<string, unknown>> {
	try {
		const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
		return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
	} catch {
		return {};
	}
}
