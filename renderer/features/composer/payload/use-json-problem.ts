import { useMemo } from "react";
import type { JsonError } from "../../../../shared/payload/format-json.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useSettled } from "../use-settled.ts";

const SETTLES_AFTER_MS = 400;

/** Where the JSON is wrong, in a sentence; not while somebody is still typing. */
export function useJsonProblem(jsonError: JsonError | null): { readonly offset: number; readonly sentence: string } | null {
	const say = useText();
	const error = useSettled(jsonError, SETTLES_AFTER_MS);
	return useMemo(() => {
		if (error === null) return null;
		const { line, column, offset, problem } = error;
		return { offset, sentence: say("composer.jsonError", { line, column, problem: say(`composer.jsonProblem.${problem}`) }) };
	}, [error, say]);
}
