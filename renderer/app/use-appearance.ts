import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { readSpokenLanguage } from "../i18n/create-texts.ts";
import { useStores } from "../state/use-stores.ts";

/** Theme and language of the whole document, as the settings have them; a change takes effect at once. */
export function useAppearance(): void {
	const stores = useStores();
	const { i18n } = useTranslation();
	const theme = useStore(stores.program, (state) => state.program?.preferences.theme ?? "system");
	const wish = useStore(stores.program, (state) => state.program?.preferences.language ?? "system");
	useEffect(() => {
		const root = document.documentElement;
		if (theme === "system") delete root.dataset["theme"];
		else root.dataset["theme"] = theme;
	}, [theme]);
	useEffect(() => {
		const language = readSpokenLanguage(wish, navigator.languages);
		document.documentElement.lang = language;
		if (i18n.language !== language) void i18n.changeLanguage(language);
	}, [wish, i18n]);
}
