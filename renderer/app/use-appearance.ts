import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { readSpokenLanguage } from "../i18n/create-texts.ts";
import { useStores } from "../state/use-stores.ts";
import { writePageMemory } from "./page-memory.ts";
import { MORE_CONTRAST, showAppearance } from "./show-appearance.ts";

/** Theme, contrast, density and language of the whole document, as the settings have them; a change takes effect at once. */
export function useAppearance(): void {
	const stores = useStores();
	const { i18n } = useTranslation();
	const theme = useStore(stores.program, (state) => state.program?.preferences.theme ?? null);
	const contrast = useStore(stores.program, (state) => state.program?.preferences.contrast ?? null);
	const density = useStore(stores.program, (state) => state.program?.preferences.density ?? null);
	const wish = useStore(stores.program, (state) => state.program?.preferences.language ?? null);
	useEffect(() => {
		if (theme === null || contrast === null || density === null) return;
		writePageMemory({ theme, contrast, density });
		const show = () => showAppearance({ theme, contrast, density });
		show();
		const systemWish = matchMedia(MORE_CONTRAST);
		systemWish.addEventListener("change", show);
		return () => systemWish.removeEventListener("change", show);
	}, [theme, contrast, density]);
	useEffect(() => {
		if (wish === null) return;
		const language = readSpokenLanguage(wish, navigator.languages);
		document.documentElement.lang = language;
		if (i18n.language !== language) void i18n.changeLanguage(language);
		writePageMemory({ language: wish });
	}, [wish, i18n]);
}
