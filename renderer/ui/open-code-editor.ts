/**
 * The engine behind the kit's code editor: CodeMirror from its parts, in a chunk of its own that is loaded after the page. It lives in
 * a shadow root: there it adopts its style sheets, which the page's security policy allows, instead of writing style elements, which it
 * refuses. Tab leaves it, as it leaves any field; the keys that the page gives a meaning are the page's.
 */
import { defaultKeymap, history, historyField, historyKeymap, isolateHistory } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import {
	bracketMatching,
	codeFolding,
	foldGutter,
	foldKeymap,
	indentOnInput,
	indentUnit,
	syntaxHighlighting,
} from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { EditorView, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import type { EditorLook, EditorOptions, EditorSigns, OpenEditor } from "./code-editor-handle.ts";
import { editorColours, editorTheme } from "./code-editor-theme.ts";
import { selectChange } from "./select-change.ts";

/** Writing out a longer text takes a noticeable part of a frame: it is told after a pause, not at every key. */
const LONG_TEXT = 100_000;
const TELL_AFTER_MS = 150;
const KEPT_FIELDS = { history: historyField };
/** Mod-Enter is the page's: it sends. */
const OWN_KEYS = defaultKeymap.filter((binding) => binding.key !== "Mod-Enter");

export function openCodeEditor(host: HTMLElement, options: EditorOptions): OpenEditor {
	const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
	const language = new Compartment();
	const gutters = new Compartment();
	const words = new Compartment();
	let look: EditorLook = options;
	let told = options.text;
	let timer: ReturnType<typeof setTimeout> | null = null;

	const view = new EditorView({
		parent: root,
		root,
		state: restoreState(options, [
			// Only a line feed ends a line: a carriage return in a payload is a byte of it, and shown as one.
			EditorState.lineSeparator.of("\n"),
			EditorView.clipboardInputFilter.of(readLines),
			EditorState.tabSize.of(2),
			indentUnit.of("  "),
			history(),
			highlightSpecialChars({ specialChars: options.signs.pattern, render: (code) => drawSign(options.signs, code) }),
			EditorView.lineWrapping,
			editorTheme,
			keymap.of([...foldKeymap, ...historyKeymap, ...OWN_KEYS]),
			EditorView.updateListener.of((update) => {
				if (update.docChanged) onTyped();
			}),
			EditorView.domEventHandlers({ blur: () => flush(), beforeinput: insertTyped }),
			language.of(readLanguage(options)),
			gutters.of(readGutters(options, options.text.includes("\n"))),
			words.of(readWords(options)),
		]),
	});
	let hasGutters = needsGutters();
	// What is typed is text and nobody's single-key shortcut, though outside of the shadow root it looks like keys of any element.
	const onKeyDown = (event: KeyboardEvent) => {
		const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
		if (isText || event.getModifierState("AltGraph")) event.stopPropagation();
	};
	root.addEventListener("keydown", onKeyDown as EventListener);
	showProblem();

	function needsGutters(): boolean {
		return look.language === "json" && view.state.doc.lines > 1;
	}

	function showGutters(): void {
		if (hasGutters === needsGutters()) return;
		hasGutters = !hasGutters;
		view.dispatch({ effects: gutters.reconfigure(readGutters(look, hasGutters)) });
	}

	function showProblem(): void {
		const { problem } = look;
		const { length } = view.state.doc;
		// An end that comes too early is shown at the last character, where there is something to underline.
		const from = problem === null ? 0 : Math.max(0, Math.min(problem.offset, length - 1));
		const found =
			problem === null ? [] : [{ from, to: Math.min(from + 1, length), severity: "error" as const, message: problem.message }];
		view.dispatch(setDiagnostics(view.state, found));
	}

	function onTyped(): void {
		if (timer !== null) clearTimeout(timer);
		timer = null;
		if (view.state.doc.length > LONG_TEXT) timer = setTimeout(flush, TELL_AFTER_MS);
		else tell();
		// After the update that is under way: an editor changes once at a time.
		queueMicrotask(() => {
			if (view.dom.isConnected) showGutters();
		});
	}

	function tell(): void {
		const text = view.state.doc.toString();
		if (text === told) return;
		told = text;
		options.onChange(text);
	}

	function flush(): void {
		if (timer === null) return;
		clearTimeout(timer);
		timer = null;
		tell();
	}

	return {
		flush,
		showText(text) {
			if (text === told) return;
			// What was typed and not told yet is the latest, wherever the other text comes from.
			if (timer !== null) return flush();
			told = text;
			const changes = selectChange(view.state.doc.toString(), text);
			// A step of its own: what was typed just before is not undone with it.
			if (changes !== null) view.dispatch({ changes, annotations: isolateHistory.of("full") });
		},
		showLook(next) {
			const before = look;
			look = next;
			const isOther = next.language !== before.language;
			if (isOther) view.dispatch({ effects: language.reconfigure(readLanguage(next)) });
			if (isOther) showGutters();
			if (next.label !== before.label || next.placeholder !== before.placeholder || next.phrases !== before.phrases) {
				view.dispatch({ effects: words.reconfigure(readWords(next)) });
			}
			if (next.problem === before.problem) return;
			view.dispatch({ effects: words.reconfigure(readWords(next)) });
			showProblem();
		},
		focus(selection) {
			view.focus();
			if (selection === undefined) return;
			const { length } = view.state.doc;
			const anchor = Math.min(selection.from, length);
			view.dispatch({ selection: { anchor, head: Math.min(selection.to, length) }, scrollIntoView: true });
		},
		close() {
			flush();
			options.memory.held = view.state.toJSON(KEPT_FIELDS);
			root.removeEventListener("keydown", onKeyDown as EventListener);
			view.destroy();
		},
	};
}

/**
 * Typed text goes straight into the state. Left to itself, the browser would lay out the whole page to edit its own document, which the
 * editor then reads back; and over a selection it would give the text the look of what it replaces by a style attribute, which the
 * page's security policy refuses with an error. Input methods compose in the document, as they must.
 */
function insertTyped(event: InputEvent, view: EditorView): boolean {
	const { data, inputType, isComposing } = event;
	if (inputType !== "insertText" || isComposing || data === null) return false;
	const range = event.getTargetRanges()[0] ?? readSelectedRange(view);
	if (range === null) return false;
	const from = view.posAtDOM(range.startContainer, range.startOffset);
	const to = view.posAtDOM(range.endContainer, range.endOffset);
	if (from > to) return false;
	const insert = view.state.toText(readLines(data));
	view.dispatch({
		changes: { from, to, insert },
		selection: { anchor: from + insert.length },
		userEvent: "input.type",
		scrollIntoView: true,
	});
	return true;
}

/** What a person puts in, as any text field takes it: lines end with a line feed. */
function readLines(text: string): string {
	return text.replace(/\r\n?/g, "\n");
}

/** What is selected in the document, which may be ahead of what the editor knows of it. */
function readSelectedRange({ root }: EditorView): Range | null {
	// Chromium alone has it in a shadow root; the others tell the range with the event.
	const selection = "getSelection" in root && typeof root.getSelection === "function" ? root.getSelection() : null;
	return selection instanceof Selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
}

/** The state that was kept, where it is of this text; the text may have been changed meanwhile by other means. */
function restoreState({ text, memory }: EditorOptions, extensions: Extension): EditorState {
	if (memory.held === null) return EditorState.create({ doc: text, extensions });
	const kept = EditorState.fromJSON(memory.held, { extensions }, KEPT_FIELDS);
	const changes = selectChange(kept.doc.toString(), text);
	return changes === null ? kept : kept.update({ changes }).state;
}

/** The same sign as everywhere else on the page, by the same name. What is copied is the character itself. */
function drawSign({ read }: EditorSigns, code: number): HTMLElement {
	const sign = read(String.fromCodePoint(code));
	const element = document.createElement("span");
	element.className = "cm-sign";
	element.textContent = sign.text;
	element.title = sign.code;
	element.setAttribute("role", "img");
	element.setAttribute("aria-label", sign.text === sign.code ? sign.code : `${sign.text} ${sign.code}`);
	return element;
}

function readLanguage({ language }: EditorLook): Extension {
	if (language === "plain") return [];
	return [json(), syntaxHighlighting(editorColours), bracketMatching(), indentOnInput(), codeFolding()];
}

/** Numbers for one line would say nothing. */
function readGutters({ language }: EditorLook, hasLines: boolean): Extension {
	if (language === "plain" || !hasLines) return [];
	return [lintGutter(), lineNumbers(), foldGutter()];
}

function readWords({ label, placeholder, phrases, problem }: EditorLook): Extension {
	return [
		EditorView.contentAttributes.of({
			"aria-label": label,
			"aria-placeholder": placeholder,
			...(problem === null ? {} : { "aria-invalid": "true", "aria-description": problem.message }),
		}),
		EditorState.phrases.of(phrases),
	];
}
