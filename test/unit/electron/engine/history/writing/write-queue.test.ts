import { expect, test } from "vitest";
import type { WriterTask } from "../../../../../../electron/engine/history/worker-message.ts";
import { createWriteQueue, type WriteQueue } from "../../../../../../electron/engine/history/writing/create-write-queue.ts";

const QOS_1 = 1 << 2;

function open(onCongestion: (isCongested: boolean) => void = () => {}) {
	const posted: WriterTask[] = [];
	const queue = createWriteQueue(onCongestion);
	queue.resume((task) => posted.push(task), 0);
	return { queue, posted };
}

function append(queue: WriteQueue, id: number, flags = 0, payload = new Uint8Array(10)): void {
	queue.reserve(payload.length).addRow(id, 1, flags, 0, payload);
	queue.touch();
}

const nextImmediate = () => new Promise<void>((resolve) => setImmediate(resolve));
/** Behind every timer of the queue's that is running now. */
const afterLinger = () => new Promise<void>((resolve) => setTimeout(resolve, 10));
const idsOf = (task: WriterTask | undefined) =>
	task?.type === "batch" ? [...task.content.id.subarray(0, task.content.count)] : [];

test("what waits for an acknowledgement goes at once when the writer is idle; other rows gather for a moment", async () => {
	const { queue, posted } = open();
	append(queue, 1);
	append(queue, 2);
	await nextImmediate();
	expect(posted).toEqual([]);
	append(queue, 3, QOS_1);
	await nextImmediate();
	expect(posted.map(idsOf)).toEqual([[1, 2, 3]]);
	expect(posted[0]).toMatchObject({ content: { isDurable: true } });
});

test("while two batches are under way the next one grows, and goes when one is confirmed", async () => {
	const { queue, posted } = open();
	for (let id = 1; id <= 2; id++) {
		append(queue, id);
		await afterLinger();
	}
	for (let id = 3; id <= 50; id++) append(queue, id);
	await afterLinger();
	expect(posted).toHaveLength(2);
	queue.confirm(1);
	await afterLinger();
	expect(posted).toHaveLength(3);
	expect(idsOf(posted[2])).toHaveLength(48);
});

test("what was not confirmed is sent again to the next writer, in order, and what is stored already is not", async () => {
	const { queue, posted } = open();
	for (let id = 1; id <= 3; id++) {
		append(queue, id);
		void queue.perform((order) => ({ type: "settle", order }));
	}
	expect(posted).toHaveLength(6);
	queue.suspend();
	append(queue, 4);
	void queue.perform((order) => ({ type: "clear", order, number: 1, upTo: 4 }));
	const again: WriterTask[] = [];
	queue.resume((task) => again.push(task), 3);
	expect(again.map((task) => (task.type === "batch" ? idsOf(task) : task.type))).toEqual([
		"settle",
		"settle",
		[3],
		"settle",
		[4],
		"clear",
	]);
});

test("a batch that is used again tells what was interned for its former contents", async () => {
	const { queue } = open();
	const first = queue.reserve(0);
	const serial = first.serial;
	append(queue, 1);
	await queue.perform.call(queue, (order) => {
		// Confirmed as soon as it is asked for.
		queueMicrotask(() => {
			queue.confirm(order - 1);
			queue.confirm(order);
		});
		return { type: "settle", order };
	});
	append(queue, 2);
	void queue.perform((order) => ({ type: "settle", order }));
	expect(queue.reserve(0)).toBe(first);
	expect(first.serial).not.toBe(serial);
	expect(first.isEmpty).toBe(true);
});

test("congestion is told once when too much waits, and once when most of it is gone", () => {
	const told: boolean[] = [];
	const { queue, posted } = open((isCongested) => told.push(isCongested));
	const payload = new Uint8Array(1 << 20);
	for (let id = 1; id <= 80; id++) append(queue, id, 0, payload);
	expect(told).toEqual([true]);
	for (const task of posted.slice(0, 30)) queue.confirm(task.order);
	expect(queue.isCongested).toBe(true);
	for (const task of posted.slice(30, 70)) queue.confirm(task.order);
	expect(told).toEqual([true, false]);
});
