/** What a field may be meant to hold. */
export interface Suggestion {
	readonly value: string;
	/** The same for eyes: what must not be drawn as it is has been made visible. */
	readonly shown: string;
	/** Where it comes from, in a word. */
	readonly note: string;
	/** The part of it that is to be replaced: selected when the suggestion is taken. */
	readonly blank?: { readonly from: number; readonly to: number } | undefined;
}
