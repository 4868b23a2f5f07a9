/** One for each language: to make one costs more than a row of the conversation, which asks for each of its own. */
const formats = new Map<string, Intl.NumberFormat>();

/** "312 B", "4.2 kB", "1.3 MB" as the language writes numbers: powers of 1000, as disks and networks count. */
export function formatBytes(bytes: number, language: string): string {
	const [value, unit] = bytes < 1000 ? [bytes, "B"] : bytes < 1_000_000 ? [bytes / 1000, "kB"] : [bytes / 1_000_000, "MB"];
	const format = formats.get(language) ?? new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
	formats.set(language, format);
	return `${format.format(value)} ${unit}`;
}
