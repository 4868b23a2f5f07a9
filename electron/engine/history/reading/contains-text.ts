/** Whether the bytes hold the text's bytes; letters A to Z in either case, everything else exactly. `text` has its A to Z small. */
export function containsText(bytes: Uint8Array, text: string): boolean {
	const needle = Buffer.from(text);
	let haystack = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (/[a-z]/.test(text)) {
		haystack = Buffer.from(haystack);
		for (let index = 0; index < haystack.length; index++) {
			const byte = haystack[index] ?? 0;
			if (byte >= 0x41 && byte <= 0x5a) haystack[index] = byte | 0x20;
		}
	}
	return haystack.includes(needle);
}

/** Small letters for A to Z, and for nothing else. */
export function foldText(text: string): string {
	return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
