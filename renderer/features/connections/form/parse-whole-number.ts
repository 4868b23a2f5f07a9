/**
 * undefined for nothing, so that the schema says "needed"; NaN for what is no whole number, so that it says that. One with more digits
 * than can be told apart is the greatest there is, so that the schema names its limit.
 */
export function parseWholeNumber(text: string): number | undefined {
	const trimmed = text.trim();
	if (trimmed === "") return undefined;
	return /^\d+$/.test(trimmed) ? Math.min(Number(trimmed), Number.MAX_SAFE_INTEGER) : Number.NaN;
}
