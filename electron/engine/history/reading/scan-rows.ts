/**
 * Goes through rows in slices of about ten milliseconds and pauses after each, so that other reads are never held up behind a search.
 * A slice is a range of keys; how many rows it spans follows from how long the last one took, and large payloads end it early.
 */
import { SEQ_SPAN } from "../worker-message.ts";
import type { RowCondition } from "./create-row-condition.ts";
import { type DatabaseRow, ROW_COLUMNS } from "./decode-row.ts";
import type { ReaderStore } from "./reader-store.ts";

const SLICE_MS = 8;
const FIRST_SPAN = 4000;
const LARGEST_SPAN = 400_000;
const SLICE_LARGE_BYTES = 4 << 20;
const SLICE_LARGE_ROWS = 200;

export interface ScanRange {
	/** Seqs; both are part of it. */
	readonly from: number;
	readonly to: number;
	readonly newestFirst: boolean;
}

/** The rows of the range that pass, at most `limit`, in the order of the scan. In `columns` the conversation's first key is bound. */
export function* collectRows(
	store: ReaderStore,
	number: number,
	condition: RowCondition,
	range: ScanRange,
	limit: number,
	columns = ROW_COLUMNS,
): Generator<undefined, DatabaseRow[]> {
	const rows: DatabaseRow[] = [];
	if (limit <= 0) return rows;
	const order = range.newestFirst ? "DESC" : "ASC";
	const { sql, values } = condition.use();
	const query = `SELECT ${columns} FROM entry WHERE id >= ? AND id <= ? AND ${sql} ORDER BY id ${order} LIMIT ?`;
	const cost: SliceCost = { ms: 0 };
	// Nothing is passed over where every row passes: the limit alone ends such a scan.
	const span = condition.isOpen ? Number.POSITIVE_INFINITY : FIRST_SPAN;
	for (const [low, high] of slice(store, number, condition, range, span, cost)) {
		const startedAt = performance.now();
		condition.use();
		const found = store.prepare(query).all(number * SEQ_SPAN, low, high, ...values, limit - rows.length);
		for (const row of found) rows.push(row);
		cost.ms = performance.now() - startedAt;
		if (rows.length >= limit) break;
		yield;
	}
	return rows;
}

/** How many rows of the range pass, or the `sum` of something else over them; told after each slice. */
export function* countRows(
	store: ReaderStore,
	number: number,
	condition: RowCondition,
	range: ScanRange,
	sum = "count(*)",
): Generator<number, number> {
	const { sql, values } = condition.use();
	const query = `SELECT ${sum} AS count FROM entry WHERE id >= ? AND id <= ? AND ${sql}`;
	const cost: SliceCost = { ms: 0 };
	let count = 0;
	for (const [low, high] of slice(store, number, condition, range, FIRST_SPAN, cost)) {
		const startedAt = performance.now();
		condition.use();
		count += Number(store.prepare(query).get(low, high, ...values)?.["count"]);
		cost.ms = performance.now() - startedAt;
		yield count;
	}
	return count;
}

/** Told by whoever works on the slice, before the next one is asked for. */
interface SliceCost {
	ms: number;
}

/** Keys, from and to, one slice after the other. */
function* slice(
	store: ReaderStore,
	number: number,
	condition: RowCondition,
	range: ScanRange,
	firstSpan: number,
	cost: SliceCost,
): Generator<readonly [low: number, high: number]> {
	const base = number * SEQ_SPAN;
	let { from, to } = range;
	let span = firstSpan;
	while (from <= to) {
		let low = base + (range.newestFirst ? Math.max(from, to - span + 1) : from);
		let high = base + (range.newestFirst ? to : Math.min(to, from + span - 1));
		const edge = condition.hasText ? readLargeEdge(store, low, high, range.newestFirst) : null;
		if (range.newestFirst) {
			low = edge ?? low;
			to = low - base - 1;
		} else {
			high = edge ?? high;
			from = high - base + 1;
		}
		yield [low, high];
		if (cost.ms > SLICE_MS * 1.5) span = Math.max(100, Math.floor(span / 2));
		else if (cost.ms < SLICE_MS / 2) span = Math.min(LARGEST_SPAN, span * 2);
	}
}

/** The key at which a slice has to end because it has more large payloads than one should; null = it has not. */
function readLargeEdge(store: ReaderStore, low: number, high: number, newestFirst: boolean): number | null {
	const order = newestFirst ? "DESC" : "ASC";
	const sql = `SELECT id, (SELECT size FROM entry WHERE entry.id = large.id) AS size FROM large
		WHERE id >= ? AND id <= ? ORDER BY id ${order} LIMIT ${SLICE_LARGE_ROWS}`;
	let bytes = 0;
	let rows = 0;
	for (const row of store.prepare(sql).all(low, high)) {
		bytes += Number(row["size"]);
		rows++;
		if (bytes >= SLICE_LARGE_BYTES || rows === SLICE_LARGE_ROWS) return Number(row["id"]);
	}
	return null;
}
