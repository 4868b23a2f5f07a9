/**
 * Keeps the database's files from growing without bound. The write-ahead log: SQLite copies it to the database by itself, but begins
 * it anew only when no reader happens to look into it at that moment, which under steady reading may be never. The database: what
 * was removed leaves free pages, which new rows use first; when there are many, they are given back to the disk in quiet times.
 */
import { statSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { readSqliteTrouble } from "../read-sqlite-trouble.ts";

const LOG_CEILING_BYTES = 128 << 20;
/** How many calls of `bound` go without a look at the log. */
const UNCHECKED = 64;
const IDLE_MS = 1000;
/** Fewer free pages (of 4 kB) are left to the rows that come. */
const WORTH_PAGES = 8192;
/** Given back in one step, which takes some milliseconds. */
const STEP_PAGES = 250;

export interface FileKeeper {
	/** Before each write. Waits for readers if need be, which never take long. */
	bound(): void;
	/** Nothing is to do now: if it stays so, the files are tidied. */
	rest(): void;
	stop(): void;
}

export function createFileKeeper(database: DatabaseSync, file: string, onDamage: (cause: string) => void): FileKeeper {
	let calls = 0;
	let timer: NodeJS.Timeout | undefined;
	let isGivingBack = false;
	const readLogBytes = () => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
	const readFreePages = () => Number(database.prepare("PRAGMA freelist_count").get()?.["freelist_count"]);

	function arm(delayMs: number): void {
		timer = setTimeout(tidy, delayMs);
		timer.unref();
	}

	function tidy(): void {
		try {
			const freePages = readFreePages();
			isGivingBack = freePages > (isGivingBack ? 0 : WORTH_PAGES);
			if (isGivingBack) {
				database.exec(`PRAGMA incremental_vacuum(${STEP_PAGES})`);
				arm(0);
			} else if (readLogBytes() > 0) {
				database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
			}
		} catch (error) {
			const { cause, isDamage } = readSqliteTrouble(error);
			// Anything else, a full disk above all, only puts it off.
			if (isDamage) onDamage(cause);
		}
	}

	return {
		bound() {
			clearTimeout(timer);
			if (++calls % UNCHECKED === 0 && readLogBytes() > LOG_CEILING_BYTES) database.exec("PRAGMA wal_checkpoint(RESTART)");
		},
		rest() {
			clearTimeout(timer);
			arm(IDLE_MS);
		},
		stop: () => clearTimeout(timer),
	};
}
