/** How the editor looks: the page's tokens, which reach through its shadow root, so that themes and contrast follow by themselves. */
import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

export const editorTheme = EditorView.theme({
	"&": {
		height: "100%",
		color: "var(--color-text)",
		backgroundColor: "transparent",
		fontSize: "var(--text-small)",
	},
	"&.cm-focused": { outline: "none" },
	".cm-scroller": {
		overflow: "auto",
		fontFamily: "var(--font-mono)",
		lineHeight: "var(--line-base)",
		fontVariantLigatures: "none",
		scrollbarWidth: "thin",
		scrollbarColor: "var(--color-border-strong) transparent",
	},
	".cm-content": { padding: "var(--space-1) 0", caretColor: "var(--color-text)" },
	".cm-line": { padding: "0 var(--space-2)" },
	".cm-line ::selection, .cm-line::selection": { backgroundColor: "var(--color-selected)" },
	".cm-gutters": {
		backgroundColor: "transparent",
		color: "var(--color-text-subtle)",
		border: "none",
	},
	".cm-lineNumbers .cm-gutterElement": { minWidth: "1.25rem", padding: "0" },
	".cm-foldGutter .cm-gutterElement": { width: "1rem", textAlign: "center", cursor: "default" },
	".cm-gutter-lint": { width: "0.875rem" },
	".cm-gutter-lint .cm-gutterElement": { padding: "0 0 0 var(--space-1)" },
	".cm-lint-marker": { width: "0.625rem", height: "0.625rem" },
	// The library's own marker is a picture in one colour for all themes.
	".cm-lint-marker-error": {
		content: '""',
		display: "inline-block",
		borderRadius: "50%",
		backgroundColor: "var(--color-danger)",
		forcedColorAdjust: "none",
	},
	".cm-lintRange-error": {
		backgroundImage: "none",
		textDecoration: "underline wavy var(--color-danger)",
		textDecorationSkipInk: "none",
		textUnderlineOffset: "0.2em",
	},
	".cm-lintPoint-error:after": { borderBottomColor: "var(--color-danger)" },
	"&.cm-focused .cm-matchingBracket": {
		backgroundColor: "var(--color-selected)",
		outline: "var(--line-hair) solid var(--color-border-strong)",
	},
	"&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "var(--color-removed)" },
	".cm-foldPlaceholder": {
		padding: "0 var(--space-1)",
		border: "var(--line-hair) solid var(--color-border-strong)",
		borderRadius: "var(--radius-small)",
		backgroundColor: "var(--color-sunken)",
		color: "var(--color-text-muted)",
	},
	// As the kit's text with signs, from which it cannot take its style: a frame in the text's own colour.
	".cm-sign": {
		display: "inline-block",
		margin: "0 0.0625rem",
		padding: "0 0.1875rem",
		border: "var(--line-hair) solid currentColor",
		borderRadius: "var(--radius-small)",
		fontFamily: "var(--font-ui)",
		fontSize: "0.75em",
		fontWeight: "var(--weight-medium)",
		lineHeight: "1.2",
		letterSpacing: "0.02em",
		whiteSpace: "nowrap",
		unicodeBidi: "isolate",
		direction: "ltr",
		verticalAlign: "0.0625em",
	},
	".cm-tooltip": {
		maxWidth: "26rem",
		border: "var(--line-hair) solid var(--color-border)",
		borderRadius: "var(--radius-medium)",
		backgroundColor: "var(--color-raised)",
		color: "var(--color-text)",
		boxShadow: "var(--shadow-float)",
	},
	".cm-diagnostic": {
		padding: "var(--space-1) var(--space-2)",
		borderLeft: "var(--line-focus) solid var(--color-danger)",
		fontFamily: "var(--font-ui)",
	},
});

export const editorColours = HighlightStyle.define([
	{ tag: tags.propertyName, color: "var(--color-json-key)" },
	{ tag: tags.string, color: "var(--color-json-string)" },
	{ tag: tags.number, color: "var(--color-json-number)" },
	{ tag: [tags.bool, tags.null], color: "var(--color-json-literal)" },
	{ tag: [tags.separator, tags.squareBracket, tags.brace], color: "var(--color-json-mark)" },
	{ tag: tags.invalid, color: "var(--color-danger-text)" },
]);
