import { isUtf8 } from "node:buffer";
import { refuseMalformed } from "./violation.ts";

/**
 * Reads the fields of one packet, each checked against the packet's end. One reader serves a connection: `open` puts it before the
 * next packet. Every refusal is a Violation with the packet's name in it.
 */
export class ByteReader {
	at = 0;
	end = 0;
	/** Reasons in words were not asked for. */
	isTerse = false;
	#bytes: Buffer = Buffer.alloc(0);
	#packet = "";

	open(bytes: Buffer, at: number, end: number, packet: string): void {
		this.#bytes = bytes;
		this.at = at;
		this.end = end;
		this.#packet = packet;
	}

	readByte(): number {
		return this.#bytes[this.#take(1)] ?? 0;
	}

	readUint16(): number {
		return this.#bytes.readUInt16BE(this.#take(2));
	}

	readUint32(): number {
		return this.#bytes.readUInt32BE(this.#take(4));
	}

	/** At most four bytes, and no more than needed. [MQTT-1.5.5-1] */
	readVariableInteger(): number {
		let value = 0;
		for (let index = 0; index < 4; index++) {
			const byte = this.readByte();
			value += (byte & 0x7f) * 128 ** index;
			if (byte < 0x80) {
				if (byte === 0 && index > 0)
					refuseMalformed(`${this.#packet}: a variable byte integer longer than needed [MQTT-1.5.5-1]`);
				return value;
			}
		}
		return refuseMalformed(`${this.#packet}: a variable byte integer of more than four bytes [MQTT 5.0: 1.5.5]`);
	}

	/** A view, not a copy. */
	readBinary(): Buffer {
		const length = this.readUint16();
		const from = this.#take(length);
		return this.#bytes.subarray(from, from + length);
	}

	readString(): string {
		const length = this.readUint16();
		const from = this.#take(length);
		return readText(this.#bytes, from, from + length, this.#packet);
	}

	#take(count: number): number {
		const from = this.at;
		if (from + count > this.end) refuseMalformed(`${this.#packet}: a field reaches beyond the packet's end [MQTT 2.2.3]`);
		this.at = from + count;
		return from;
	}
}

/** UTF-8 without NUL and without surrogates. [MQTT-1.5.4-1, MQTT-1.5.4-2; 3.1.1: MQTT-1.5.3-1, MQTT-1.5.3-2] */
export function readText(bytes: Buffer, from: number, end: number, packet: string): string {
	let isAscii = true;
	for (let index = from; index < end; index++) {
		const byte = bytes[index] ?? 0;
		if (byte === 0) refuseMalformed(`${packet}: a string with a NUL character [MQTT-1.5.4-2]`);
		if (byte >= 0x80) isAscii = false;
	}
	if (isAscii) return bytes.toString("latin1", from, end);
	if (!isUtf8(bytes.subarray(from, end))) refuseMalformed(`${packet}: a string that is not UTF-8 [MQTT-1.5.4-1]`);
	return bytes.toString("utf8", from, end);
}
