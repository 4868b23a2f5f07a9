import type { Language } from "../../shared/model/preferences.ts";

/** Each language by its own name, which is the same in all of them. */
export const LANGUAGE_NAMES: Readonly<Record<Exclude<Language, "system">, string>> = {
	en: "English",
	"zh-CN": "简体中文",
	ja: "日本語",
};
