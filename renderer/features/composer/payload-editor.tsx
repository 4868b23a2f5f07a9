import { type Ref, useMemo } from "react";
import { useText } from "../../i18n/use-text.ts";
import { openDesk } from "../../state/composer-store.ts";
import { useStores } from "../../state/use-stores.ts";
import { CodeEditor, type CodeEditorControls } from "../../ui/code-editor.tsx";
import styles from "./composer.module.css";
import { useChangeDraft, useComposer } from "./use-composer.ts";
import { useEditorPhrases } from "./use-editor-phrases.ts";
import { useJsonProblem } from "./use-json-problem.ts";
import { useLongJsonCheck } from "./use-long-json-check.ts";

export interface PayloadEditorProps {
	readonly connectionId: string;
	readonly heightPx: number;
	readonly ref: Ref<CodeEditorControls>;
}

/** The payload as text or JSON. It is one text: choosing another format checks it anew and changes nothing in it. */
export function PayloadEditor({ connectionId, heightPx, ref }: PayloadEditorProps) {
	const say = useText();
	const stores = useStores();
	const text = useComposer(connectionId, (entry) => entry.draft.text);
	const format = useComposer(connectionId, (entry) => entry.draft.format);
	const change = useChangeDraft(connectionId);
	const desk = useMemo(() => openDesk(stores.composer, connectionId), [stores, connectionId]);
	const phrases = useEditorPhrases();
	const error = useJsonProblem(useComposer(connectionId, (entry) => entry.jsonError));
	const problem = useMemo(() => (error === null ? null : { offset: error.offset, message: error.sentence }), [error]);
	useLongJsonCheck(connectionId, text, format);
	return (
		<div className={styles["editor"]} style={{ height: heightPx }} data-invalid={error === null ? undefined : true}>
			<CodeEditor
				key={connectionId}
				ref={ref}
				label={say("composer.payload")}
				language={format === "json" ? "json" : "plain"}
				placeholder={say(format === "json" ? "composer.jsonHint" : "composer.payload")}
				value={text}
				onChange={(typed) => change({ text: typed })}
				memory={desk.editor}
				problem={problem}
				phrases={phrases}
			/>
		</div>
	);
}
