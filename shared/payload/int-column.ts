/**
 * A growing list of 32-bit numbers: what an index over millions of places is made of, at four bytes each. It grows by chunks, because
 * copying everything at each doubling, several columns at once, would stall a page.
 */
export interface IntColumn {
	readonly length: number;
	push(value: number): void;
	/** Only where something was pushed before. */
	set(index: number, value: number): void;
	/** All of it in one piece. */
	finish(): Int32Array;
}

const CHUNK_BITS = 16;
const CHUNK_LENGTH = 1 << CHUNK_BITS;
const CHUNK_MASK = CHUNK_LENGTH - 1;

export function createIntColumn(): IntColumn {
	let last = new Int32Array(256);
	const chunks = [last];
	let length = 0;
	return {
		get length() {
			return length;
		},
		push(value) {
			const at = length & CHUNK_MASK;
			if (at === last.length) {
				// The first begins small: most payloads are.
				const larger = new Int32Array(Math.min(CHUNK_LENGTH, at * 4));
				larger.set(last);
				last = larger;
				chunks[chunks.length - 1] = last;
			} else if (at === 0 && length > 0) {
				last = new Int32Array(CHUNK_LENGTH);
				chunks.push(last);
			}
			last[at] = value;
			length += 1;
		},
		set(index, value) {
			const chunk = chunks[index >> CHUNK_BITS];
			if (chunk !== undefined) chunk[index & CHUNK_MASK] = value;
		},
		finish() {
			const all = new Int32Array(length);
			for (const [index, chunk] of chunks.entries()) {
				const from = index << CHUNK_BITS;
				all.set(chunk.subarray(0, length - from), from);
			}
			return all;
		},
	};
}
