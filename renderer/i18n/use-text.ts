import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { TextKey } from "./text-key.ts";

export type TextValues = Readonly<Record<string, string | number>>;
/** Says a text in the reader's language. `count` among the values also picks the plural. */
export type SayText = (key: TextKey, values?: TextValues) => string;

/** The page's texts in the language of now; a switch of the language renders anew whoever uses this. */
export function useText(): SayText {
	const { t } = useTranslation();
	return useCallback<SayText>((key, values) => t(key, readOptions(values)), [t]);
}

/** Values go in as `replace`, so that none of them, which may be hostile, can be taken for an option of the library. */
export function readOptions(values: TextValues | undefined): { replace?: TextValues; count?: number } {
	if (values === undefined) return {};
	const count = values["count"];
	return typeof count === "number" ? { replace: values, count } : { replace: values };
}
