/** Bytes as the specification writes them, with nothing checked: what is wrong here is meant to be. [MQTT 5.0: 1.5] */

export function byte(...values: readonly number[]): Buffer {
	return Buffer.from(values);
}

export function uint16(value: number): Buffer {
	return byte(value >> 8, value & 0xff);
}

export function uint32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value);
	return bytes;
}

/** Two bytes of length, then the bytes. */
export function field(bytes: Uint8Array | string): Buffer {
	const body = Buffer.from(bytes);
	return Buffer.concat([uint16(body.length), body]);
}

export function variableInteger(value: number): Buffer {
	const bytes: number[] = [];
	let rest = value;
	do {
		const low = rest % 128;
		rest = Math.floor(rest / 128);
		bytes.push(rest > 0 ? low | 0x80 : low);
	} while (rest > 0);
	return Buffer.from(bytes);
}

/** A property block: its length, then each property as identifier and value. */
export function properties(...list: readonly Buffer[]): Buffer {
	const block = Buffer.concat(list);
	return Buffer.concat([variableInteger(block.length), block]);
}

/** A whole packet; `first` is packet type and flags. */
export function packet(first: number, ...body: readonly Buffer[]): Buffer {
	const bytes = Buffer.concat(body);
	return Buffer.concat([byte(first), variableInteger(bytes.length), bytes]);
}
