/**
 * Frames as bytes, for wires that carry bytes: MessagePack, in which a Uint8Array stays what it is. `undefined` members are left out,
 * as they mean the same as absent ones here; an `undefined` inside an array would arrive as null.
 */
import { decode, encode } from "@msgpack/msgpack";
import { parseFrame } from "./parse-frame.ts";
import type { Frame } from "./wire.ts";

/** The largest frame that a wire has to carry: the largest payload of MQTT (256 MiB), and room for what is around it. */
export const MAXIMUM_FRAME_BYTES = 288 * 1024 * 1024;

/** A decoder makes room for as many elements as an array says it has, before it has seen them. */
const LONGEST_ARRAY = 1_000_000;

/** Throws for what is no plain data (a function, a bigint): a bug of the caller. */
export function encodeFrame(frame: Frame): Uint8Array<ArrayBuffer> {
	return encode(frame, { ignoreUndefined: true });
}

/** null for anything that is no frame. Byte members of the frame are views into `bytes`. */
export function decodeFrame(bytes: Uint8Array): Frame | null {
	// A Node Buffer would hand on Buffers, whose methods differ from those of the Uint8Array that everybody expects.
	const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const longest = Math.min(plain.byteLength, LONGEST_ARRAY);
	try {
		return parseFrame(decode(plain, { maxArrayLength: longest, maxMapLength: longest }));
	} catch {
		return null;
	}
}
