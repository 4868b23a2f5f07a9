import type { Page } from "@playwright/test";
import { createTexts, type SpokenLanguage } from "../../renderer/i18n/create-texts.ts";
import { readOptions, type SayText } from "../../renderer/i18n/use-text.ts";

/** A place in the program, or something open over it. */
export interface Screen {
	readonly name: string;
	/** From a page that has just been loaded; finds its way by the words of the page's own language. */
	open(page: Page, say: SayText): Promise<void>;
}

export function createSay(language: SpokenLanguage): SayText {
	const texts = createTexts(language);
	return (key, values) => texts.t(key, readOptions(values));
}
