/**
 * Bytes as UTF-8, strictly: what is not valid is not text, and nothing is replaced in silence. A byte order mark stays in the text.
 */
const STRICT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text, or null where the bytes are not valid UTF-8. `isCut`: bytes are missing at the end, so that a torn last character is no fault. */
export function decodeText(bytes: Uint8Array, isCut = false): string | null {
	try {
		return STRICT.decode(isCut ? bytes.subarray(0, findWholeEnd(bytes)) : bytes);
	} catch {
		return null;
	}
}

const STEP_BYTES = 1 << 20;

/** The same for megabytes; yields often enough that whoever drives it can let others run. */
export function* decodeTextInSteps(bytes: Uint8Array): Generator<void, string | null> {
	const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
	const pieces: string[] = [];
	for (let from = 0; from < bytes.byteLength; from += STEP_BYTES) {
		const isLast = from + STEP_BYTES >= bytes.byteLength;
		try {
			pieces.push(decoder.decode(bytes.subarray(from, from + STEP_BYTES), { stream: !isLast }));
		} catch {
			return null;
		}
		if (!isLast) yield;
	}
	return pieces.join("");
}

/** Where the last whole character ends. At most the last three bytes can belong to a torn one. */
export function findWholeEnd(bytes: Uint8Array): number {
	const end = bytes.byteLength;
	for (let back = 1; back <= 3 && back <= end; back += 1) {
		const byte = bytes[end - back] ?? 0;
		if (byte < 0x80) return end;
		if (byte >= 0xc0) {
			const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
			return needed > back ? end - back : end;
		}
	}
	return end;
}

/** A cut that does not tear a surrogate pair apart. */
export function cutText(text: string, length: number): string {
	if (text.length <= length) return text;
	const last = text.charCodeAt(length - 1);
	return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}
