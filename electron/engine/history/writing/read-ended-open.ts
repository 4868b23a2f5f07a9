/**
 * Whether a conversation stops in the middle of an open connection: the program ended without a goodbye. Every ordinary end of a
 * connection is a row of its own, so the newest row that cannot have been written offline tells.
 */
import type { DatabaseSync } from "node:sqlite";
import type { ConnectionEvent } from "../../../../shared/model/message.ts";
import { decodeValue } from "../encode-value.ts";
import { SEQ_SPAN } from "../worker-message.ts";

/** Published rows say nothing, because they may wait offline; behind more of them than this nobody looks, so that a start stays short. */
const MOST_ROWS = 10_000;

export function readEndedOpen(database: DatabaseSync, number: number, lastSeq: number): boolean {
	const base = number * SEQ_SPAN;
	const row = database
		.prepare("SELECT flags, state FROM entry WHERE id > ? AND id <= ? AND flags & 3 <> 1 ORDER BY id DESC LIMIT 1")
		.get(base + Math.max(0, lastSeq - MOST_ROWS), base + lastSeq);
	if (row === undefined) return false;
	if ((Number(row["flags"]) & 3) === 0) return true;
	return row["state"] instanceof Uint8Array && isConnected(row["state"]);
}

function isConnected(state: Uint8Array): boolean {
	try {
		return decodeValue<ConnectionEvent>(state).type === "connected";
	} catch {
		// Damaged: what it said is not known.
		return false;
	}
}
