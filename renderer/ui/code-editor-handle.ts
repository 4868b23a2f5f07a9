/** What the kit's code editor is told and tells; the engine behind it is loaded later. */

/** The editor's own words, in the reader's language, by the library's English ones. */
export type EditorPhrases = Readonly<Record<string, string>>;

/** Where the text is not what its language asks for. */
export interface EditorProblem {
	/** In UTF-16 units, from 0. */
	readonly offset: number;
	readonly message: string;
}

/** Keeps what can be undone while an editor is not on the page. Changed in place: nothing is drawn from it. */
export interface EditorMemory {
	held: unknown;
}

/** What stands in the text in place of a character that shows nothing by itself. */
export interface EditorSigns {
	/** Finds them all: global, and by code points. */
	readonly pattern: RegExp;
	readonly read: (character: string) => { readonly text: string; readonly code: string };
}

export interface EditorLook {
	readonly label: string;
	readonly language: "plain" | "json";
	readonly placeholder: string;
	readonly problem: EditorProblem | null;
	readonly phrases: EditorPhrases;
}

export interface EditorOptions extends EditorLook {
	readonly text: string;
	readonly signs: EditorSigns;
	readonly memory: EditorMemory;
	/** Each change by hand; for a long text a moment later, and at the latest when the focus leaves. */
	readonly onChange: (text: string) => void;
}

export interface EditorSelection {
	readonly from: number;
	readonly to: number;
}

export interface OpenEditor {
	/** Replaces what differs, as one step that can be undone. A text that the editor has told itself changes nothing; what was typed and not told yet wins. */
	showText(text: string): void;
	showLook(look: EditorLook): void;
	/** Tells now what would be told a moment later. */
	flush(): void;
	focus(selection?: EditorSelection): void;
	close(): void;
}
