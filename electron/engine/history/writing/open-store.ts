/**
 * Opens the history's file, whatever state it is in. What cannot be read is set aside under another name, never deleted; what a newer
 * Parley wrote is not touched at all, and the messages of this run go to a temporary folder.
 */
import { existsSync, mkdtempSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createFailure } from "../../../../shared/model/create-failure.ts";
import type { Failure } from "../../../../shared/model/failure.ts";
import { readSqliteTrouble } from "../read-sqlite-trouble.ts";
import { APPLICATION_ID, migrateSchema, SCHEMA_VERSION } from "./schema.ts";

const HISTORY_FILE = "history.sqlite";
const COMPANIONS = ["-wal", "-shm"];
/** Pages (of 4 kB) in the log before they are copied to the database: the copying is what a commit may have to wait for. */
const CHECKPOINT_PAGES = 4000;
const WAL_LIMIT_BYTES = 64 << 20;

export interface OpenedStore {
	readonly database: DatabaseSync;
	readonly file: string;
	readonly refuge: string | null;
	readonly trouble: Failure | null;
}

export interface StorePlace {
	readonly folder: string;
	/** The temporary folder in use instead; null = none so far. */
	readonly refuge: string | null;
	/** Known to be damaged already, and why. */
	readonly damage: string | null;
	readonly startedAt: number;
}

/** Throws where the folder cannot be written. */
export function openStore({ folder, refuge, damage, startedAt }: StorePlace): OpenedStore {
	const replace = (file: string, cause: string): OpenedStore => {
		const trouble = setAside(file, cause, startedAt);
		return { ...open(file, refuge), trouble };
	};
	if (refuge !== null) {
		const file = join(refuge, HISTORY_FILE);
		return damage === null ? open(file, refuge) : replace(file, damage);
	}
	const file = join(folder, HISTORY_FILE);
	if (damage !== null) return replace(file, damage);
	if (!existsSync(file)) return open(file, null);
	try {
		// SQLite takes an empty file for a new database, but ours are never empty: something else has emptied it.
		if (statSync(file).size === 0) return replace(file, "the file is empty");
		const version = readVersion(file);
		if (version <= SCHEMA_VERSION) return open(file, null);
		const shelter = mkdtempSync(join(tmpdir(), "parley-history-"));
		return { ...open(join(shelter, HISTORY_FILE), shelter), trouble: createFailure("history-newer", { version }) };
	} catch (error) {
		const { cause, isPassing } = readSqliteTrouble(error);
		if (isPassing) throw error;
		return replace(file, cause);
	}
}

/** Read-only, so that not even the log is copied into a file that is a newer version's, or is about to be set aside. */
function readVersion(file: string): number {
	const database = new DatabaseSync(file, { readOnly: true, timeout: 1000 });
	try {
		const version = readPragma(database, "user_version");
		if (readPragma(database, "application_id") !== APPLICATION_ID || version === 0)
			throw new Error("it is no history of Parley's");
		if (version === SCHEMA_VERSION) checkReadable(database);
		return version;
	} finally {
		database.close();
	}
}

function readPragma(database: DatabaseSync, name: "user_version" | "application_id"): number {
	return Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
}

function open(file: string, refuge: string | null): OpenedStore {
	if (!existsSync(file)) createFile(file);
	const database = new DatabaseSync(file, { timeout: 1000 });
	try {
		database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;
			PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}; PRAGMA journal_size_limit = ${WAL_LIMIT_BYTES}; PRAGMA cache_size = -16000`);
		const version = readPragma(database, "user_version");
		if (version < SCHEMA_VERSION) migrateSchema(database, version);
		return { database, file, refuge, trouble: null };
	} catch (error) {
		database.close();
		throw error;
	}
}

/** Made under another name first: a file with the right name is never without its schema, however the program ends. */
function createFile(file: string): void {
	const unfinished = `${file}.new`;
	for (const suffix of ["", "-journal", ...COMPANIONS]) rmSync(unfinished + suffix, { force: true });
	// A log without its database belongs to nothing, and would be taken for the new one's.
	for (const suffix of COMPANIONS) rmSync(file + suffix, { force: true });
	const database = new DatabaseSync(unfinished);
	try {
		// Cannot be turned on later without writing the whole file anew.
		database.exec("PRAGMA auto_vacuum = INCREMENTAL");
		migrateSchema(database, 0);
	} finally {
		database.close();
	}
	renameSync(unfinished, file);
}

/** Whether the small tables are sound and both ends of each conversation can be read. A whole check would take seconds. */
function checkReadable(database: DatabaseSync): void {
	for (const table of ["run", "conversation", "topic_epoch", "unfinished", "held_packet", "pin"]) {
		const result = database.prepare(`PRAGMA quick_check('${table}')`).get()?.["quick_check"];
		if (result !== "ok") throw new Error(String(result));
	}
	database.prepare("SELECT * FROM entry ORDER BY id LIMIT 1").get();
	database.prepare("SELECT * FROM entry ORDER BY id DESC LIMIT 1").get();
	database.prepare("SELECT * FROM topic ORDER BY id DESC LIMIT 1").get();
	database.prepare("SELECT id FROM large ORDER BY id DESC LIMIT 1").get();
}

/** Moves the file and its log to a name with the date. */
function setAside(file: string, cause: string, startedAt: number): Failure {
	const stamp = new Date(startedAt).toISOString().replaceAll(":", "-").replace(/\..*/, "");
	let name = `history-set-aside-${stamp}.sqlite`;
	const folder = join(file, "..");
	for (let copy = 2; existsSync(join(folder, name)); copy++) name = `history-set-aside-${stamp}-${copy}.sqlite`;
	for (const suffix of ["", ...COMPANIONS]) {
		if (existsSync(file + suffix)) renameSync(file + suffix, join(folder, name + suffix));
	}
	return createFailure("history-set-aside", { cause, file: name });
}
