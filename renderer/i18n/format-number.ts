/** With the separators of the language that the page is in; for texts that are made outside of what is drawn. */
export function formatNumber(value: number): string {
	return value.toLocaleString(document.documentElement.lang || undefined);
}
