const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** `de ad be ef`, as many bytes as given. */
export function formatHex(bytes: Uint8Array): string {
	let text = "";
	for (const [index, byte] of bytes.entries()) text += (index === 0 ? "" : " ") + HEX[byte];
	return text;
}

export const HEX_LINE_BYTES = 16;

/** One line of a hex dump: offset, sixteen bytes, and those of them that are printable ASCII. `base`: what the first byte is counted as. */
export function formatHexLine(bytes: Uint8Array, offset: number, base = 0): string {
	let hex = "";
	let printable = "";
	for (let index = 0; index < HEX_LINE_BYTES; index += 1) {
		const byte = bytes[offset + index];
		hex += `${index === 8 ? "  " : " "}${byte === undefined ? "  " : HEX[byte]}`;
		if (byte !== undefined) printable += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".";
	}
	return `${(base + offset).toString(16).padStart(8, "0")} ${hex}  ${printable}`;
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
