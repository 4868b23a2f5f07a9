/** `312 B`, `4.2 kB`, `1.3 MB`: powers of 1000, as disks and networks count. The exact number stands in the details. */
export function formatSize(bytes: number): string {
	if (bytes < 1000) return `${bytes} B`;
	if (bytes < 1_000_000) return `${Math.round(bytes / 100) / 10} kB`;
	return `${Math.round(bytes / 100_000) / 10} MB`;
}
