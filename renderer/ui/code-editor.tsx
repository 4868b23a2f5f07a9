import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import styles from "./code-editor.module.css";
import type { EditorLook, EditorMemory, EditorSelection, EditorSigns, OpenEditor } from "./code-editor-handle.ts";

type Engine = typeof import("./open-code-editor.ts");

export interface CodeEditorControls {
	focus(selection?: EditorSelection): void;
	/** A long text is told a moment after the key; this tells it now. */
	flush(): void;
}

export interface CodeEditorProps extends EditorLook {
	readonly value: string;
	readonly onChange: (value: string) => void;
	/** Of the one text that this editor is for; give it a `key` of its own as well. */
	readonly memory: EditorMemory;
	/** The same for the editor's whole life. */
	readonly signs: EditorSigns;
	readonly ref?: Ref<CodeEditorControls>;
}

/** The page is there first. Then the editor comes at the next idle moment, and at the latest after this. */
const LOAD_WITHIN_MS = 1000;
/** Loaded once for all editors of the page, so that the second one is there at once. */
let loaded: Engine | null = null;

/**
 * A text with syntax, as high as what it stands in. Until the engine has been loaded it is a plain text area; what is typed there, where
 * the caret is, and a character that an input method has begun, all go over.
 */
export function CodeEditor({ value, onChange, memory, signs, ref, ...look }: CodeEditorProps) {
	const [engine, setEngine] = useState(loaded);
	const host = useRef<HTMLDivElement>(null);
	const area = useRef<HTMLTextAreaElement>(null);
	const editor = useRef<OpenEditor | null>(null);
	const handover = useRef<EditorSelection | null>(null);
	const isComposing = useRef(false);
	const latest = useRef({ value, onChange, memory, signs, look });
	latest.current = { value, onChange, memory, signs, look };

	useImperativeHandle(ref, () => ({
		focus: (selection) => (editor.current === null ? area.current?.focus() : editor.current.focus(selection)),
		flush: () => editor.current?.flush(),
	}));

	useEffect(() => {
		if (engine !== null) return;
		let isGone = false;
		const takeOver = (own: Engine) => {
			const before = area.current;
			if (isGone || before === null) return;
			if (isComposing.current) {
				before.addEventListener("compositionend", () => setTimeout(() => takeOver(own)), { once: true });
				return;
			}
			const isFocused = document.activeElement === before;
			handover.current = isFocused ? { from: before.selectionStart, to: before.selectionEnd } : null;
			// At once: a key pressed between would go to neither.
			flushSync(() => setEngine(own));
		};
		const cancel = runWhenIdle(() => {
			import("./open-code-editor.ts").then(
				(own) => {
					loaded = own;
					takeOver(own);
				},
				// Without the engine, the text area does all that is needed; the next editor tries again.
				() => undefined,
			);
		});
		return () => {
			isGone = true;
			cancel();
		};
	}, [engine]);

	useLayoutEffect(() => {
		if (engine === null || host.current === null) return;
		const { value: text, memory: own, signs: shown, look: first } = latest.current;
		const options = { ...first, text, memory: own, signs: shown, onChange: (typed: string) => latest.current.onChange(typed) };
		const opened = engine.openCodeEditor(host.current, options);
		editor.current = opened;
		if (handover.current !== null) opened.focus(handover.current);
		handover.current = null;
		return () => {
			editor.current = null;
			opened.close();
		};
	}, [engine]);

	useLayoutEffect(() => editor.current?.showText(value), [value]);
	const { label, language, placeholder, problem, phrases } = look;
	useLayoutEffect(
		() => editor.current?.showLook({ label, language, placeholder, problem, phrases }),
		[label, language, placeholder, problem, phrases],
	);

	if (engine !== null) {
		return (
			<div className={styles["frame"]}>
				<div ref={host} className={styles["host"]} />
				{/* The library's own placeholder has a style attribute that it copies, which the page's security policy refuses. */}
				{value === "" ? (
					<span className={styles["placeholder"]} aria-hidden={true}>
						{placeholder}
					</span>
				) : null}
			</div>
		);
	}
	return (
		<textarea
			ref={area}
			className={styles["area"]}
			aria-label={label}
			aria-invalid={problem === null ? undefined : true}
			aria-description={problem?.message}
			placeholder={placeholder}
			value={value}
			// A text area would make line feeds of the carriage returns that a payload may have.
			readOnly={value.includes("\r")}
			onChange={(event) => onChange(event.currentTarget.value)}
			onCompositionStart={() => {
				isComposing.current = true;
			}}
			onCompositionEnd={() => {
				isComposing.current = false;
			}}
			autoCorrect="off"
			autoCapitalize="off"
			spellCheck={false}
		/>
	);
}

function runWhenIdle(run: () => void): () => void {
	if (typeof requestIdleCallback === "undefined") {
		const timer = setTimeout(run, LOAD_WITHIN_MS / 4);
		return () => clearTimeout(timer);
	}
	const id = requestIdleCallback(run, { timeout: LOAD_WITHIN_MS });
	return () => cancelIdleCallback(id);
}
