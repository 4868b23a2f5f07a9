import { useCallback } from "react";
import { formatJsonInSteps } from "../../../shared/payload/format-json.ts";
import { driveSteps } from "../../actions/drive-steps.ts";
import { applyComposer, applyDraft, selectComposer } from "../../state/composer-store.ts";
import { useStores } from "../../state/use-stores.ts";
import { minifyJsonInSteps } from "./minify-json.ts";

/** Lays the payload's JSON out, or takes the space out of it. Where it is none, the place of the error is shown instead. */
export function useFormatPayload(connectionId: string): (how: "lay-out" | "minify") => Promise<void> {
	const stores = useStores();
	return useCallback(
		async (how) => {
			const { draft } = selectComposer(stores.composer.getState(), connectionId);
			if (draft.format !== "json" || draft.text === "") return;
			const laidOut = await driveSteps(formatJsonInSteps(draft.text));
			if (laidOut === null) return;
			const text =
				laidOut.ok && how === "minify" ? await driveSteps(minifyJsonInSteps(draft.text)) : laidOut.ok ? laidOut.text : null;
			// Somebody typed on while a long text was being read: it is not the same any more.
			if (selectComposer(stores.composer.getState(), connectionId).draft.text !== draft.text) return;
			stores.composer.setState(
				(state) =>
					text === null
						? applyComposer(state, connectionId, { jsonError: laidOut.ok ? null : laidOut.error })
						: applyDraft(state, connectionId, { text }),
				true,
			);
		},
		[stores, connectionId],
	);
}
