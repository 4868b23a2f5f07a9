/** What tidies the JSON in the composer. Neither changes a value; where the text is no JSON, the place of the error is shown instead. */
import { formatJsonInSteps } from "../../shared/payload/format-json.ts";
import { minifyJsonInSteps } from "../../shared/payload/minify-json.ts";
import { maskVariables, restoreVariables } from "../../shared/payload/resolve-variables.ts";
import { applyComposer, applyDraft, selectComposer } from "../state/composer-store.ts";
import type { Stores } from "../state/create-stores.ts";
import type { Action, ConnectionSubject } from "./action.ts";
import { driveSteps } from "./drive-steps.ts";

/** A line for each value. */
export const formatPayload: Action<ConnectionSubject> = {
	id: "composer.formatJson",
	label: "composer.layOut",
	shortcut: "alt+shift+f",
	when: hasJson,
	run: ({ stores }, { connectionId }) => replaceJson(stores, connectionId, "lay-out"),
};

/** Without the space between its parts. */
export const minifyPayload: Action<ConnectionSubject> = {
	id: "composer.minifyJson",
	label: "composer.minify",
	when: hasJson,
	run: ({ stores }, { connectionId }) => replaceJson(stores, connectionId, "minify"),
};

function hasJson(stores: Stores, { connectionId }: ConnectionSubject): boolean {
	const { draft, jsonError } = selectComposer(stores.composer.getState(), connectionId);
	return draft.format === "json" && draft.text !== "" && jsonError === null;
}

async function replaceJson({ composer }: Stores, connectionId: string, how: "lay-out" | "minify"): Promise<null> {
	const { draft } = selectComposer(composer.getState(), connectionId);
	const masked = draft.resolvesVariables ? maskVariables(draft.text) : draft.text;
	const laidOut = await driveSteps(formatJsonInSteps(masked));
	if (laidOut === null) return null;
	const shaped = laidOut.ok && how === "minify" ? await driveSteps(minifyJsonInSteps(masked)) : laidOut.ok ? laidOut.text : null;
	const text = shaped === null || masked === draft.text ? shaped : restoreVariables(draft.text, shaped);
	// Somebody typed on while a long text was being read: it is not the same any more.
	if (selectComposer(composer.getState(), connectionId).draft.text !== draft.text) return null;
	composer.setState(
		(state) =>
			text === null
				? applyComposer(state, connectionId, { jsonError: laidOut.ok ? null : laidOut.error })
				: applyDraft(state, connectionId, { text }),
		true,
	);
	return null;
}
