/** A queue whose head is taken in constant time, however long it is: an array's `shift` moves all that is behind it. */
export class Fifo<Item> {
	#items: Item[] = [];
	#head = 0;

	get length(): number {
		return this.#items.length - this.#head;
	}

	push(item: Item): void {
		this.#items.push(item);
	}

	/** undefined = it is empty. */
	peek(): Item | undefined {
		return this.#items[this.#head];
	}

	drop(): void {
		this.#head += 1;
		if (this.#head < 1024 || this.#head * 2 < this.#items.length) return;
		this.#items = this.#items.slice(this.#head);
		this.#head = 0;
	}

	/** What is in it, in order. */
	list(): readonly Item[] {
		return this.#items.slice(this.#head);
	}

	replace(items: Iterable<Item>): void {
		this.#items = [...items];
		this.#head = 0;
	}
}
