import { useEffect } from "react";
import { formatJsonInSteps } from "../../../../shared/payload/format-json.ts";
import { maskVariables } from "../../../../shared/payload/resolve-variables.ts";
import { driveSteps } from "../../../actions/drive-steps.ts";
import type { ComposerDraft } from "../../../state/composer-draft.ts";
import { applyComposer, MOST_CHECKED_CHARACTERS, selectComposer } from "../../../state/composer-store.ts";
import { useStores } from "../../../state/use-stores.ts";

const AFTER_MS = 400;

type CheckedDraft = Pick<ComposerDraft, "text" | "format" | "resolvesVariables">;

/** Checks a JSON that is too long to be checked at every key: in a pause, a slice at a time. */
export function useLongJsonCheck(connectionId: string, { text, format, resolvesVariables }: CheckedDraft): void {
	const stores = useStores();
	useEffect(() => {
		if (format !== "json" || text.length <= MOST_CHECKED_CHARACTERS) return;
		const giveUp = new AbortController();
		const timer = setTimeout(async () => {
			const checked = await driveSteps(formatJsonInSteps(resolvesVariables ? maskVariables(text) : text), giveUp.signal);
			if (checked === null || giveUp.signal.aborted) return;
			const jsonError = checked.ok ? null : checked.error;
			if (selectComposer(stores.composer.getState(), connectionId).draft.text !== text) return;
			stores.composer.setState((state) => applyComposer(state, connectionId, { jsonError }), true);
		}, AFTER_MS);
		return () => {
			clearTimeout(timer);
			giveUp.abort();
		};
	}, [stores, connectionId, text, format, resolvesVariables]);
}
