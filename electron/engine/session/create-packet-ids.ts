/**
 * The packet identifiers of one session, for everyone who sends: our deliveries keep theirs across connections, as the protocol
 * demands [MQTT-4.4.0-1], the library's SUBSCRIBEs and UNSUBSCRIBEs theirs until answered. One allocator, so that they never meet.
 */
export interface PacketIds {
	/** All 65,535 are in use. */
	readonly isExhausted: boolean;
	/** null = all 65,535 are in use. */
	allocate(): number | null;
	/** false = in use already. */
	reserve(id: number): boolean;
	release(id: number): void;
}

const GREATEST_ID = 65_535;

export function createPacketIds(): PacketIds {
	const used = new Set<number>();
	let last = 0;
	const reserve = (id: number): boolean => {
		if (used.has(id)) return false;
		used.add(id);
		return true;
	};
	return {
		get isExhausted() {
			return used.size === GREATEST_ID;
		},
		allocate: () => {
			if (used.size === GREATEST_ID) return null;
			// Going round, so that an identifier comes back as late as it can.
			do last = (last % GREATEST_ID) + 1;
			while (!reserve(last));
			return last;
		},
		reserve,
		release: (id) => {
			used.delete(id);
		},
	};
}
