/** Chance that can be had again: the same seed, the same numbers (mulberry32). Not for secrets. */
export interface Chance {
	/** From 0 to below 1. */
	next(): number;
	/** A whole number from 0 to below `limit`. */
	below(limit: number): number;
	pick<Value>(values: readonly Value[]): Value;
}

export function createChance(seed: number): Chance {
	let state = seed >>> 0;
	const chance: Chance = {
		next: () => {
			state = (state + 0x6d2b79f5) >>> 0;
			let mixed = Math.imul(state ^ (state >>> 15), state | 1);
			mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
			return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
		},
		below: (limit) => Math.floor(chance.next() * limit),
		pick: (values) => {
			const value = values[chance.below(values.length)];
			if (value === undefined) throw new Error("nothing to pick from");
			return value;
		},
	};
	return chance;
}

/** `--seed N` and `--count N` of a program's arguments. */
export function readOption(name: "seed" | "count", otherwise: number): number {
	const at = process.argv.indexOf(`--${name}`);
	const value = at === -1 ? otherwise : Number(process.argv[at + 1]);
	if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${name} wants a whole number`);
	return value;
}
