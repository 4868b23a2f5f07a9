import { useMemo } from "react";
import { useText } from "../../../i18n/use-text.ts";
import type { EditorPhrases } from "../../../ui/code-editor-handle.ts";

/** The editor's own words: what it says about folded lines. */
export function useEditorPhrases(): EditorPhrases {
	const say = useText();
	return useMemo(
		() => ({
			"Fold line": say("composer.editor.fold"),
			"Unfold line": say("composer.editor.unfold"),
			"Folded lines": say("composer.editor.foldedLines"),
			"Unfolded lines": say("composer.editor.unfoldedLines"),
			to: say("composer.editor.to"),
			"folded code": say("composer.editor.foldedPart"),
			unfold: say("composer.editor.unfold"),
		}),
		[say],
	);
}
