/** undefined for nothing, so that the schema says "needed"; NaN for what is no whole number, so that it says "no such value". */
export function parseWholeNumber(text: string): number | undefined {
	const trimmed = text.trim();
	if (trimmed === "") return undefined;
	return /^\d{1,15}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}
