/** Writes the fields of one packet, as [MQTT 5.0: 1.5] has them. What is too long for its field is the caller's bug. */
export class ByteWriter {
	readonly #parts: Uint8Array[] = [];

	writeByte(value: number): void {
		this.#parts.push(Buffer.of(value));
	}

	writeUint16(value: number): void {
		this.#parts.push(Buffer.of(value >> 8, value & 0xff));
	}

	writeUint32(value: number): void {
		const bytes = Buffer.alloc(4);
		bytes.writeUInt32BE(value);
		this.#parts.push(bytes);
	}

	writeVariableInteger(value: number): void {
		const bytes: number[] = [];
		let rest = value;
		do {
			const byte = rest % 128;
			rest = Math.floor(rest / 128);
			bytes.push(rest > 0 ? byte | 0x80 : byte);
		} while (rest > 0);
		this.#parts.push(Buffer.from(bytes));
	}

	/** With its length in front; at most 65,535 bytes. */
	writeBinary(value: Uint8Array): void {
		if (value.byteLength > 65_535) throw new RangeError(`a field of ${value.byteLength} bytes`);
		this.writeUint16(value.byteLength);
		this.#parts.push(value);
	}

	writeString(value: string): void {
		this.writeBinary(Buffer.from(value, "utf8"));
	}

	/** As it is, without a length. */
	writeBytes(value: Uint8Array): void {
		this.#parts.push(value);
	}

	finish(): Buffer {
		return Buffer.concat(this.#parts);
	}
}

/** A whole packet: its first byte, its remaining length and its body. */
export function encodePacket(first: number, body: Uint8Array): Buffer {
	const writer = new ByteWriter();
	writer.writeByte(first);
	writer.writeVariableInteger(body.byteLength);
	writer.writeBytes(body);
	return writer.finish();
}
