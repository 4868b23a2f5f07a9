/** Stores a batch: its rows, and every counter that they move. Runs inside one transaction. */
import { PREVIEW_BYTES } from "../../../../shared/model/message.ts";
import { type BatchContent, FLAG_LARGE, FLAG_MUTED, FLAG_NUL, FLAG_QUIET, FLAG_WAITING, SEQ_SPAN } from "../worker-message.ts";
import { type ConversationRecord, createRecord, LAST_PREVIEW_BYTES } from "./conversation-record.ts";
import type { WriterStore } from "./create-writer-store.ts";

/** Answers with the conversations that moved; their records are not saved yet. */
export function applyBatch(store: WriterStore, batch: BatchContent): Set<ConversationRecord> {
	const moved = new Set<ConversationRecord>();
	for (const { number, connectionId } of batch.opened) {
		// Known already where it was carried over from a database that was set aside.
		if (store.records.has(number)) continue;
		const sql = "INSERT INTO conversation VALUES (?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0, 0)";
		store.prepare(sql).run(number, connectionId);
		store.records.set(number, createRecord(number, connectionId));
	}
	applyRows(store, batch, moved);
	applyDeliveries(store, batch);
	applyPackets(store, batch);
	for (const { number, held } of batch.subscriptions) {
		store.prepare("UPDATE conversation SET held_subscriptions = ? WHERE number = ?").run(held, number);
	}
	for (const { number, seq } of batch.reads) {
		const record = store.records.get(number);
		if (record === undefined || seq <= record.lastReadSeq) continue;
		applyRead(store, record, seq);
		moved.add(record);
	}
	for (const change of batch.deliveries) {
		const record = store.records.get(Math.floor(change.id / SEQ_SPAN));
		if (record !== undefined) moved.add(record);
	}
	return moved;
}

function applyRows(store: WriterStore, batch: BatchContent, moved: Set<ConversationRecord>): void {
	const insert = store.prepare("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
	const hasNul = hasZero(batch.block.subarray(0, batch.stateEnd[batch.count - 1] ?? 0));
	const topicNumbers = new Float64Array(batch.topics.length);
	const lastRow = new Map<ConversationRecord, number>();
	let record: ConversationRecord | undefined;
	let start = 0;
	for (let row = 0; row < batch.count; row++) {
		const id = batch.id[row] ?? 0;
		const number = Math.floor(id / SEQ_SPAN);
		if (record?.number !== number) record = store.records.get(number);
		const payloadStart = start;
		const payloadEnd = batch.payloadEnd[row] ?? 0;
		const propertiesEnd = batch.propertiesEnd[row] ?? 0;
		start = batch.stateEnd[row] ?? 0;
		// Its conversation was removed while the row was on its way.
		if (record === undefined) continue;
		moved.add(record);
		const seq = id - number * SEQ_SPAN;
		const given = batch.at[row] ?? 0;
		// A column cannot hold what is no number, and one bad time must not keep a batch from being stored.
		const at = Number.isFinite(given) ? given : 0;
		const wire = batch.flags[row] ?? 0;
		const properties = propertiesEnd > payloadEnd ? batch.block.subarray(payloadEnd, propertiesEnd) : null;
		const state = start > propertiesEnd ? batch.block.subarray(propertiesEnd, start) : null;
		record.givenSeq = seq;
		record.lastSeq = seq;
		if (record.firstSeq === 0) record.firstSeq = seq;
		if ((wire & 3) === 2) {
			record.events++;
			insert.run(id, at, wire, null, 0, null, state, null);
			continue;
		}
		if ((wire & 3) === 1) record.published++;
		else {
			record.received++;
			if (seq > record.lastReadSeq && (wire & FLAG_QUIET) === 0) record.unread++;
		}
		record.lastMessageSeq = seq;
		lastRow.set(record, row);
		const index = batch.topic[row] ?? 0;
		let topic = topicNumbers[index] ?? 0;
		if (topic === 0) {
			topic = store.topics.intern(record, batch.topics[index] ?? "", seq + batch.count);
			topicNumbers[index] = topic;
		}
		const size = payloadEnd - payloadStart;
		let payload = batch.block.subarray(payloadStart, payloadEnd);
		let flags = wire & ~(FLAG_WAITING | FLAG_QUIET);
		if ((wire & 3) === 0 && (wire & FLAG_QUIET) !== 0) flags |= FLAG_MUTED;
		if (hasNul && hasZero(payload)) flags |= FLAG_NUL;
		if (size > PREVIEW_BYTES) {
			flags |= FLAG_LARGE;
			store.prepare("INSERT INTO large VALUES (?, ?)").run(id, payload);
			payload = payload.subarray(0, PREVIEW_BYTES);
		}
		insert.run(id, at, flags, topic, size, properties, state, payload);
		if ((wire & FLAG_WAITING) !== 0 && (wire & 12) !== 0) {
			store.prepare("INSERT INTO unfinished VALUES (?, NULL)").run(id);
		}
	}
	for (const [owner, row] of lastRow) owner.last = readLastOf(batch, row);
}

function readLastOf(batch: BatchContent, row: number): ConversationRecord["last"] {
	const start = row === 0 ? 0 : (batch.stateEnd[row - 1] ?? 0);
	const end = batch.payloadEnd[row] ?? 0;
	const id = batch.id[row] ?? 0;
	return {
		seq: id % SEQ_SPAN,
		at: batch.at[row] ?? 0,
		kind: ((batch.flags[row] ?? 0) & 3) === 0 ? "received" : "published",
		topic: batch.topics[batch.topic[row] ?? 0] ?? "",
		preview: Uint8Array.from(batch.block.subarray(start, Math.min(end, start + LAST_PREVIEW_BYTES))),
		payloadBytes: end - start,
	};
}

function applyDeliveries(store: WriterStore, batch: BatchContent): void {
	for (const { id, state, isWaiting, packetId } of batch.deliveries) {
		store.prepare("UPDATE entry SET state = ? WHERE id = ? AND flags & 3 = 1").run(state, id);
		if (isWaiting) {
			store
				.prepare(
					`INSERT INTO unfinished SELECT id, ? FROM entry WHERE id = ? AND flags & 3 = 1 AND flags & 12 <> 0
					ON CONFLICT DO UPDATE SET packet_id = excluded.packet_id`,
				)
				.run(packetId, id);
			continue;
		}
		store.prepare("DELETE FROM unfinished WHERE id = ?").run(id);
		const record = store.records.get(Math.floor(id / SEQ_SPAN));
		// Retention passed it over while it was waiting.
		if (record !== undefined && id < record.evictFrom) record.evictFrom = id;
	}
}

function applyPackets(store: WriterStore, batch: BatchContent): void {
	for (const { number, packetId, isHeld } of batch.packets) {
		const first = number * 65_536;
		if (packetId === null) store.prepare("DELETE FROM held_packet WHERE id >= ? AND id < ?").run(first, first + 65_536);
		else if (isHeld) store.prepare("INSERT OR IGNORE INTO held_packet VALUES (?)").run(first + packetId);
		else store.prepare("DELETE FROM held_packet WHERE id = ?").run(first + packetId);
	}
}

/** What is unread is counted anew from the nearer side: a reader at the end moves on by a few rows, whatever lies behind. */
function applyRead(store: WriterStore, record: ConversationRecord, seq: number): void {
	const base = record.number * SEQ_SPAN;
	const count = (from: number, to: number): number =>
		Number(
			store
				.prepare(`SELECT count(*) AS count FROM entry WHERE id > ? AND id <= ? AND flags & ${FLAG_MUTED | 3} = 0`)
				.get(base + from, base + to)?.["count"],
		);
	const ahead = record.lastSeq - seq;
	const passed = seq - Math.max(record.lastReadSeq, record.firstSeq - 1);
	record.unread = ahead <= passed ? count(seq, record.lastSeq) : record.unread - count(record.lastReadSeq, seq);
	record.lastReadSeq = seq;
}

function hasZero(bytes: Uint8Array): boolean {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(0) !== -1;
}
