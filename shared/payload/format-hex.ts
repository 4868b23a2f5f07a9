const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** `de ad be ef`, as many bytes as given. */
export function formatHex(bytes: Uint8Array): string {
	let text = "";
	for (const [index, byte] of bytes.entries()) text += (index === 0 ? "" : " ") + HEX[byte];
	return text;
}

export interface HexRow {
	/** Of the row's first byte, eight digits. */
	readonly offset: string;
	/** As wide as a full row's, with a wider space in the middle. */
	readonly hex: string;
	readonly ascii: string;
}

/** One row of a hex dump that has `width` bytes a row. */
export function readHexRow(bytes: Uint8Array, index: number, width: number): HexRow {
	const offset = index * width;
	let hex = "";
	let ascii = "";
	for (let column = 0; column < width; column += 1) {
		const byte = bytes[offset + column];
		hex += `${column === 0 ? "" : column === width / 2 ? "  " : " "}${byte === undefined ? "  " : HEX[byte]}`;
		if (byte !== undefined) ascii += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".";
	}
	return { offset: offset.toString(16).padStart(8, "0"), hex, ascii };
}

/** All rows of it, a line each. For few bytes: the text is made at once. */
export function formatHexRows(bytes: Uint8Array, width: number): string {
	const rows = Array.from({ length: Math.ceil(bytes.byteLength / width) }, (_, index) => readHexRow(bytes, index, width));
	return rows.map(({ offset, hex, ascii }) => `${offset.slice(4)}  ${hex}  ${ascii}`).join("\n");
}
