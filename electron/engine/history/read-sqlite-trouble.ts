/** What an error thrown by `node:sqlite`, or by the file system, means. Result codes: https://www.sqlite.org/rescode.html */
export interface SqliteTrouble {
	/** Words for a person. */
	readonly cause: string;
	/** SQLite's primary result code; null where the error is not SQLite's. */
	readonly code: number | null;
	/** Another process, or another connection of this one, is in the way. */
	readonly isBusy: boolean;
	/** The file is no database, or a broken one. */
	readonly isDamage: boolean;
	/** May go away by itself: a full disk, an I/O error, rights, memory. Trying again is right. */
	readonly isPassing: boolean;
}

const BUSY = new Set([5, 6]);
const DAMAGE = new Set([11, 26]);
const PASSING = new Set([3, 5, 6, 7, 8, 10, 13, 14, 22, 23]);

export function readSqliteTrouble(error: unknown): SqliteTrouble {
	const cause = error instanceof Error ? error.message : String(error);
	const code = error instanceof Error && "errcode" in error && typeof error.errcode === "number" ? error.errcode & 0xff : null;
	return {
		cause,
		code,
		isBusy: code !== null && BUSY.has(code),
		isDamage: code !== null && DAMAGE.has(code),
		isPassing: code !== null && PASSING.has(code),
	};
}
