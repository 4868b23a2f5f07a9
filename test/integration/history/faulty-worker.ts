/**
 * The real worker, with faults that the world would cause: a file `fault` in the data folder says which. The database is the real one,
 * and what it answers when there is no page left is its own answer.
 */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { workerData } from "node:worker_threads";

const fault = join(String(workerData.folder ?? join(String(workerData.file), "..")), "fault");
const exec = DatabaseSync.prototype.exec;

DatabaseSync.prototype.exec = function (sql) {
	const kind = workerData.role === "writer" && existsSync(fault) ? readFileSync(fault, "utf8") : "";
	if (sql === "BEGIN IMMEDIATE" && kind === "throw") throw new Error("a bug in the writer");
	if (sql === "BEGIN IMMEDIATE") {
		const pages = Number(this.prepare("PRAGMA page_count").get()?.["page_count"]);
		exec.call(this, `PRAGMA max_page_count = ${kind === "full" ? pages : 1_000_000_000}`);
	}
	if (sql === "COMMIT" && kind === "end before commit") {
		rmSync(fault);
		process.exit(1);
	}
	exec.call(this, sql);
	if (sql === "COMMIT" && kind === "end after commit") {
		rmSync(fault);
		process.exit(1);
	}
};

await import("../../../electron/engine/history/history-worker.ts");
