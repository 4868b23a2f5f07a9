import { createInstance, type i18n } from "i18next";
import type { Language } from "../../shared/model/preferences.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";
import type { Translation } from "./translation.ts";
import { zhCN } from "./zh-cn.ts";

export type SpokenLanguage = Exclude<Language, "system">;

/** A language is one file and one line here. */
export const TRANSLATIONS: Readonly<Record<SpokenLanguage, Translation>> = { en, "zh-CN": zhCN, ja };

/**
 * The texts of one page; two pages in one process have each their own. Escaping is off because React escapes, and would do it twice.
 * Nesting (`$t(…)`) inside values stays off, which is the library's default: values may come from a broker.
 */
export function createTexts(language: SpokenLanguage): i18n {
	const texts = createInstance();
	void texts.init({
		lng: language,
		fallbackLng: "en",
		resources: Object.fromEntries(
			Object.entries(TRANSLATIONS).map(([name, translation]) => [name, { translation: { ...translation } }]),
		),
		interpolation: { escapeValue: false },
		initAsync: false,
	});
	return texts;
}

/** "system" becomes the first language of the reader's that there is; English where there is none. */
export function readSpokenLanguage(wish: Language, readerLanguages: readonly string[]): SpokenLanguage {
	if (wish !== "system") return wish;
	for (const language of readerLanguages) {
		const [primary] = language.toLowerCase().split("-");
		if (primary === "zh") return "zh-CN";
		if (primary === "ja") return "ja";
		if (primary === "en") return "en";
	}
	return "en";
}
