/**
 * Keeps the write-ahead log from growing without bound. SQLite copies it to the database by itself, but begins it anew only when no
 * reader happens to look into it at that moment; under steady reading that may be never.
 */
import { statSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { readSqliteTrouble } from "../read-sqlite-trouble.ts";

const CEILING_BYTES = 128 << 20;
/** How many calls of `bound` go without a look at the file. */
const UNCHECKED = 64;
const IDLE_MS = 1000;

export interface WalKeeper {
	/** Before each write. Waits for readers if need be, which never take long. */
	bound(): void;
	/** Nothing is to do now: if it stays so, the log is emptied. */
	rest(): void;
	stop(): void;
}

export function createWalKeeper(database: DatabaseSync, file: string, onDamage: (cause: string) => void): WalKeeper {
	let calls = 0;
	let timer: NodeJS.Timeout | undefined;
	const readBytes = () => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;

	function empty(): void {
		try {
			if (readBytes() > 0) database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
		} catch (error) {
			const { cause, isDamage } = readSqliteTrouble(error);
			// Anything else, a full disk above all, only puts it off.
			if (isDamage) onDamage(cause);
		}
	}

	return {
		bound() {
			clearTimeout(timer);
			if (++calls % UNCHECKED === 0 && readBytes() > CEILING_BYTES) database.exec("PRAGMA wal_checkpoint(RESTART)");
		},
		rest() {
			clearTimeout(timer);
			timer = setTimeout(empty, IDLE_MS);
			timer.unref();
		},
		stop: () => clearTimeout(timer),
	};
}
