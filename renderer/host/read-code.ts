/** The one-time code in what a person has pasted: the code itself, or the address that was printed. null = there is none. */
export function readCode(text: string): string | null {
	const fragment = /#code=([\w-]+)/.exec(text)?.[1];
	if (fragment !== undefined) return fragment;
	const bare = text.trim();
	return /^[\w-]{16,64}$/.test(bare) ? bare : null;
}
