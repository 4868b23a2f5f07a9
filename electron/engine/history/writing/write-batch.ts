/**
 * The batch that rows are appended to, on the thread that receives: typed columns and one block of bytes in shared memory. A row
 * costs a few array stores and one copy of its payload. Batches are used again once their rows are confirmed.
 */
import type { BatchContent, DeliveryChange, PacketChange } from "../worker-message.ts";

const ROWS = 8192;
const BLOCK_BYTES = 1 << 20;
/** What a row costs besides its bytes, for the count of what waits. */
const ROW_BYTES = 33;
/** A stream with a new long topic in each message must not make a batch grow beyond its block's order of size. */
const TOPIC_CHARACTERS = 1 << 20;

const NOTHING = new Uint8Array(0);

let serials = 0;

export class WriteBatch {
	/** Another one each time the batch is used again: what was interned for its former contents holds no more. */
	serial = ++serials;
	readonly topics: string[] = [];
	readonly opened: { number: number; connectionId: string }[] = [];
	readonly #deliveries = new Map<number, DeliveryChange>();
	readonly #packets: PacketChange[] = [];
	readonly #subscriptions = new Map<number, Uint8Array>();
	readonly #reads = new Map<number, number>();
	#count = 0;
	#used = 0;
	#topicCharacters = 0;
	#isDurable = false;
	readonly #id = new Float64Array(new SharedArrayBuffer(ROWS * 8));
	readonly #at = new Float64Array(new SharedArrayBuffer(ROWS * 8));
	readonly #flags = new Uint8Array(new SharedArrayBuffer(ROWS));
	readonly #topic = new Uint32Array(new SharedArrayBuffer(ROWS * 4));
	readonly #payloadEnd = new Uint32Array(new SharedArrayBuffer(ROWS * 4));
	readonly #propertiesEnd = new Uint32Array(new SharedArrayBuffer(ROWS * 4));
	readonly #stateEnd = new Uint32Array(new SharedArrayBuffer(ROWS * 4));
	#block: Uint8Array;

	constructor(bytes: number) {
		this.#block = new Uint8Array(new SharedArrayBuffer(Math.max(bytes, BLOCK_BYTES)));
	}

	get isEmpty(): boolean {
		return (
			this.#count === 0 &&
			this.opened.length === 0 &&
			this.#deliveries.size === 0 &&
			this.#packets.length === 0 &&
			this.#subscriptions.size === 0 &&
			this.#reads.size === 0
		);
	}

	get isDurable(): boolean {
		return this.#isDurable;
	}

	/** One that had to grow for a huge payload is not worth keeping. */
	get isOrdinary(): boolean {
		return this.#block.length === BLOCK_BYTES;
	}

	get waitingBytes(): number {
		return this.#used + this.#count * ROW_BYTES + this.#topicCharacters * 2 + this.#deliveries.size * 200;
	}

	hasRoom(bytes: number): boolean {
		return this.#count < ROWS && this.#used + bytes <= this.#block.length && this.#topicCharacters < TOPIC_CHARACTERS;
	}

	addTopic(topic: string): number {
		this.#topicCharacters += topic.length;
		return this.topics.push(topic) - 1;
	}

	/** The caller has asked `hasRoom` for the three parts together. */
	addRow(
		id: number,
		at: number,
		flags: number,
		topic: number,
		payload: Uint8Array = NOTHING,
		properties: Uint8Array = NOTHING,
		state: Uint8Array = NOTHING,
	): void {
		const row = this.#count++;
		let used = this.#used;
		this.#id[row] = id;
		this.#at[row] = at;
		this.#flags[row] = flags;
		this.#topic[row] = topic;
		this.#block.set(payload, used);
		used += payload.length;
		this.#payloadEnd[row] = used;
		if (properties.length > 0) {
			this.#block.set(properties, used);
			used += properties.length;
		}
		this.#propertiesEnd[row] = used;
		if (state.length > 0) {
			this.#block.set(state, used);
			used += state.length;
		}
		this.#stateEnd[row] = used;
		this.#used = used;
		// Bits 2 and 3: the QoS.
		if ((flags & 12) !== 0) this.#isDurable = true;
	}

	changeDelivery(change: DeliveryChange): void {
		this.#deliveries.set(change.id, change);
		this.#isDurable = true;
	}

	changePacket(change: PacketChange): void {
		this.#packets.push(change);
	}

	changeSubscriptions(number: number, held: Uint8Array): void {
		this.#subscriptions.set(number, held);
	}

	changeRead(number: number, seq: number): void {
		this.#reads.set(number, seq);
	}

	changedIds(): readonly number[] {
		return [...this.#deliveries.keys()];
	}

	readContent(): BatchContent {
		return {
			count: this.#count,
			id: this.#id,
			at: this.#at,
			flags: this.#flags,
			topic: this.#topic,
			payloadEnd: this.#payloadEnd,
			propertiesEnd: this.#propertiesEnd,
			stateEnd: this.#stateEnd,
			block: this.#block,
			topics: this.topics,
			opened: this.opened,
			deliveries: [...this.#deliveries.values()],
			packets: this.#packets,
			subscriptions: Array.from(this.#subscriptions, ([number, held]) => ({ number, held })),
			reads: Array.from(this.#reads, ([number, seq]) => ({ number, seq })),
			isDurable: this.#isDurable,
		};
	}

	reset(): void {
		this.serial = ++serials;
		this.#count = 0;
		this.#used = 0;
		this.#topicCharacters = 0;
		this.#isDurable = false;
		this.topics.length = 0;
		this.opened.length = 0;
		this.#packets.length = 0;
		this.#deliveries.clear();
		this.#subscriptions.clear();
		this.#reads.clear();
	}
}
