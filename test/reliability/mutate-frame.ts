import type { Chance } from "./seeded.ts";

/** A frame with one to four changes, each of the kind that a broken or hostile sender makes. */
export function mutateFrame(frame: Buffer, corpus: readonly Buffer[], chance: Chance): Buffer {
	let bytes: Buffer = Buffer.from(frame);
	for (let left = 1 + chance.below(4); left > 0; left--) bytes = mutateOnce(bytes, corpus, chance);
	return bytes;
}

function mutateOnce(bytes: Buffer, corpus: readonly Buffer[], chance: Chance): Buffer {
	const at = chance.below(bytes.length + 1);
	const inside = Math.min(at, Math.max(0, bytes.length - 1));
	switch (chance.below(8)) {
		case 0:
			// One bit.
			bytes[inside] = (bytes[inside] ?? 0) ^ (1 << chance.below(8));
			return bytes;
		case 1:
			bytes[inside] = chance.below(256);
			return bytes;
		case 2:
			// The values at which lengths and signs turn.
			bytes[inside] = chance.pick([0x00, 0x01, 0x7f, 0x80, 0xff]);
			return bytes;
		case 3:
			return Buffer.concat([bytes.subarray(0, at), Buffer.from([chance.below(256)]), bytes.subarray(at)]);
		case 4:
			return Buffer.concat([bytes.subarray(0, inside), bytes.subarray(inside + 1)]);
		case 5:
			return bytes.subarray(0, at);
		case 6: {
			// The head of one, the tail of another.
			const other = chance.pick(corpus);
			return Buffer.concat([bytes.subarray(0, at), other.subarray(chance.below(other.length + 1))]);
		}
		default:
			// The remaining length, whatever it then announces.
			if (bytes.length > 1) bytes[1] = chance.below(256);
			return bytes;
	}
}
