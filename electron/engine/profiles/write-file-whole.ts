/**
 * Writes a file whole or not at all: a reader finds the old content or the new, after any crash. The content goes to a neighbour,
 * reaches the disk, and takes the name by a rename. Two writes of one file must not run at the same time.
 */
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** Readable by its owner alone: host names and user names are in it. */
const OWNER_ONLY = 0o600;

export async function writeFileWhole(path: string, content: string): Promise<void> {
	const neighbour = `${path}.new`;
	try {
		await rm(neighbour, { force: true });
		await writeDurably(neighbour, content);
		await renameOver(neighbour, path);
	} catch (error) {
		await rm(neighbour, { force: true }).catch(() => undefined);
		throw error;
	}
	await syncFolder(dirname(path));
}

async function writeDurably(path: string, content: string): Promise<void> {
	const file = await open(path, "wx", OWNER_ONLY);
	try {
		await file.writeFile(content, "utf8");
		await file.sync();
	} finally {
		await file.close();
	}
}

/** On Windows a virus scanner may hold the old file for a moment. */
async function renameOver(from: string, to: string): Promise<void> {
	for (let attempt = 1; ; attempt++) {
		try {
			await rename(from, to);
			return;
		} catch (error) {
			const held = ["EPERM", "EACCES", "EBUSY"].includes((error as NodeJS.ErrnoException).code ?? "");
			if (process.platform !== "win32" || !held || attempt === 10) throw error;
			await delay(20 * attempt);
		}
	}
}

/** Makes the rename itself last. Its failure is not told: the file has its new content by then, and Windows cannot do it at all. */
async function syncFolder(path: string): Promise<void> {
	try {
		const folder = await open(path, "r");
		await folder.sync().finally(() => folder.close());
	} catch {}
}
