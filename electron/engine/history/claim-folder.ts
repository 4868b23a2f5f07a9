/**
 * Makes sure that only one engine uses a data folder. The claim is an exclusive transaction on a small database in the folder: a
 * lock of the operating system's, which ends with the process that holds it however that ends, so that a killed holder never leaves
 * a false "in use". No process number and no time stamp is trusted. The file stays behind; it means nothing by itself.
 */
import { mkdirSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Result } from "../../../shared/contract/spec.ts";
import { createFailure } from "../../../shared/model/create-failure.ts";
import { readSqliteTrouble } from "./read-sqlite-trouble.ts";

export interface FolderClaim {
	release(): void;
}

/** Two that start in the same moment can get into each other's way for an instant; one of them has it within this time. */
const WAIT_MS = 500;

/** A database object that nobody refers to is closed by the garbage collector, and its lock with it. */
const heldLocks = new Set<DatabaseSync>();

/** Creates the folder where it is missing, for this user alone. Fails with `data-folder-in-use` or `data-folder-not-writable`. */
export function claimFolder(folder: string): Result<FolderClaim> {
	const file = join(folder, "parley.lock");
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		const lock = openLocked(file);
		heldLocks.add(lock);
		return {
			ok: true,
			value: {
				release() {
					if (heldLocks.delete(lock)) lock.close();
				},
			},
		};
	} catch (error) {
		const { cause, isBusy } = readSqliteTrouble(error);
		const failure = isBusy
			? createFailure("data-folder-in-use", { folder })
			: createFailure("data-folder-not-writable", { folder, cause });
		return { ok: false, failure };
	}
}

function openLocked(file: string): DatabaseSync {
	try {
		return lock(file);
	} catch (error) {
		if (!readSqliteTrouble(error).isDamage) throw error;
		// Whoever held it would have been noticed first, so nobody does: what is in the file is of no use to anyone. It is emptied
		// and not removed, because another start may be waiting for this very file.
		truncateSync(file);
		return lock(file);
	}
}

function lock(file: string): DatabaseSync {
	const database = new DatabaseSync(file, { timeout: WAIT_MS });
	try {
		database.exec("BEGIN EXCLUSIVE");
		return database;
	} catch (error) {
		database.close();
		throw error;
	}
}
