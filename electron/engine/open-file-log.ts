/**
 * A log in the data folder, for both hosts: one JSON object a line, bounded to two files. It writes at once, so that the last line
 * before a crash is there; what is logged is rare. A log that cannot be written is no reason to stop: only the log is lost.
 */
import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Log } from "./ports.ts";

export interface FileLog extends Log {
	close(): void;
}

export const FILE_LIMIT_BYTES = 4 * 1024 * 1024;

export function openFileLog(folder: string, now: () => number): FileLog {
	const path = join(folder, "parley.log");
	let file: number | null = null;
	let bytes = 0;

	const attempt = (step: () => void) => {
		try {
			step();
		} catch {
			close();
		}
	};
	const open = () => {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		file = openSync(path, "a", 0o600);
		bytes = fstatSync(file).size;
	};
	const close = () => {
		if (file !== null) closeSync(file);
		file = null;
	};

	attempt(open);
	return {
		write(level, event, fields = {}) {
			attempt(() => {
				if (file === null) return;
				if (bytes >= FILE_LIMIT_BYTES) {
					close();
					renameSync(path, join(folder, "parley.earlier.log"));
					open();
				}
				bytes += writeSync(file, `${JSON.stringify({ at: new Date(now()).toISOString(), level, event, ...fields })}\n`);
			});
		},
		close: () => attempt(close),
	};
}
