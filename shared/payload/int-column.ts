/** A growing list of 32-bit numbers: what an index over millions of places is made of, at four bytes each. */
export interface IntColumn {
	readonly length: number;
	push(value: number): void;
	set(index: number, value: number): void;
	/** What was written, without the room to grow. */
	finish(): Int32Array;
}

export function createIntColumn(): IntColumn {
	let values = new Int32Array(256);
	let length = 0;
	return {
		get length() {
			return length;
		},
		push(value) {
			if (length === values.length) {
				const larger = new Int32Array(length * 2);
				larger.set(values);
				values = larger;
			}
			values[length] = value;
			length += 1;
		},
		set(index, value) {
			values[index] = value;
		},
		finish: () => values.slice(0, length),
	};
}
