import { type Ref, useMemo } from "react";
import { INVISIBLE, readSign } from "../../../../shared/payload/make-visible.ts";
import { useText } from "../../../i18n/use-text.ts";
import { selectTextField } from "../../../state/composer-draft.ts";
import { openDesk } from "../../../state/composer-store.ts";
import { useStores } from "../../../state/use-stores.ts";
import { CodeEditor, type CodeEditorControls } from "../../../ui/code-editor.tsx";
import type { EditorSigns } from "../../../ui/code-editor-handle.ts";
import styles from "../composer.module.css";
import { useChangeDraft, useComposer } from "../use-composer.ts";
import { FilePayload } from "./file-payload.tsx";
import { useEditorPhrases } from "./use-editor-phrases.ts";
import { useJsonProblem } from "./use-json-problem.ts";
import { useLongJsonCheck } from "./use-long-json-check.ts";

const SIGNS: EditorSigns = { pattern: INVISIBLE, read: readSign };

export interface PayloadEditorProps {
	readonly connectionId: string;
	readonly heightPx: number;
	readonly ref: Ref<CodeEditorControls>;
}

/** The payload. Text and JSON are one text, which is checked anew and not changed; hex and base64 are texts of their own. */
export function PayloadEditor({ connectionId, heightPx, ref }: PayloadEditorProps) {
	const say = useText();
	const stores = useStores();
	const draft = useComposer(connectionId, (entry) => entry.draft);
	const { format } = draft;
	const field = selectTextField(format);
	const change = useChangeDraft(connectionId);
	const desk = useMemo(() => openDesk(stores.composer, connectionId), [stores, connectionId]);
	const phrases = useEditorPhrases();
	const error = useJsonProblem(useComposer(connectionId, (entry) => entry.jsonError));
	const isNotBytes = useComposer(connectionId, (entry) => entry.isNotBytes);
	const problem = useMemo(() => (error === null ? null : { offset: error.offset, message: error.sentence }), [error]);
	useLongJsonCheck(connectionId, draft);
	const isInvalid = error !== null || isNotBytes;
	return (
		<div className={styles["editor"]} style={{ height: heightPx }} data-invalid={isInvalid ? true : undefined}>
			{field === null ? (
				<FilePayload connectionId={connectionId} />
			) : (
				<CodeEditor
					key={`${connectionId} ${field}`}
					ref={ref}
					label={say("composer.payload")}
					language={format === "json" ? "json" : "plain"}
					placeholder={readPlaceholder()}
					value={draft[field]}
					onChange={(typed) => change({ [field]: typed })}
					signs={SIGNS}
					memory={desk.editors[field]}
					problem={problem}
					phrases={phrases}
				/>
			)}
		</div>
	);

	function readPlaceholder(): string {
		if (format === "json") return say("composer.jsonHint");
		if (format === "hex") return say("composer.hexHint");
		return say(format === "base64" ? "composer.base64Hint" : "composer.payload");
	}
}
