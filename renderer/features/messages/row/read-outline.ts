import type { Message } from "../../../../shared/model/message.ts";
import { outlinePayload, type PayloadOutline } from "../../../../shared/payload/outline-payload.ts";

/** A row's bytes never change, so they are read once, when the row is first drawn, and forgotten with it. */
const known = new WeakMap<Uint8Array, PayloadOutline>();

export function readOutline({ payload, payloadBytes }: Message): PayloadOutline {
	const read = known.get(payload) ?? outlinePayload(payload, payloadBytes);
	known.set(payload, read);
	return read;
}
