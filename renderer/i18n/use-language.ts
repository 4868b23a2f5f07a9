import { useTranslation } from "react-i18next";

/** The language that the page speaks now, for formatting times and numbers. */
export function useLanguage(): string {
	return useTranslation().i18n.language;
}
