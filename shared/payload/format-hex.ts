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
