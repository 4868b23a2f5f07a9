/** Properties, deliveries, events and held subscriptions as MessagePack: exact for bytes and for times with a fraction. */
import { Decoder, Encoder } from "@msgpack/msgpack";

const encoder = new Encoder({ ignoreUndefined: true });
const decoder = new Decoder();

export function encodeValue(value: unknown): Uint8Array {
	return encoder.encode(value);
}

/** What `encodeValue` made. The caller names the type, since only our own database is read with it. */
export function decodeValue<Value>(bytes: Uint8Array): Value {
	return decoder.decode(bytes) as Value;
}
