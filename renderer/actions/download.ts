/** Long after every browser has begun to read it. */
const KEPT_MS = 60_000;

/** Hands a file to the person, who is asked where it goes or finds it among the downloads. */
export function download(content: Blob, name: string): void {
	const link = document.createElement("a");
	link.href = URL.createObjectURL(content);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
