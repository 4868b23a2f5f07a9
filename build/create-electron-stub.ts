/**
 * A folder with the outline of an Electron distribution, so that packaging can be tried, and what is packaged looked at, on a machine
 * where the real one cannot be had. What comes out is no program; it has the real app.asar and, because the stub's "program" holds a
 * fuse wire as the real one does, the real fuses.
 */
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** By which the fuse tool finds the wire in Electron's program; then its version, its length, and a byte for each fuse. */
const FUSE_SENTINEL = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
const FUSE_COUNT = 9;

export async function createElectronStub(folder: string, electronVersion: string): Promise<void> {
	const wire = Buffer.concat([Buffer.from(FUSE_SENTINEL), Buffer.from([1, FUSE_COUNT]), Buffer.alloc(FUSE_COUNT, "0")]);
	await mkdir(join(folder, "locales"), { recursive: true });
	await mkdir(join(folder, "resources"), { recursive: true });
	await writeFile(join(folder, "electron"), Buffer.concat([Buffer.from("#!/bin/false\n"), wire]));
	await chmod(join(folder, "electron"), 0o755);
	await writeFile(join(folder, "version"), electronVersion);
	await writeFile(join(folder, "LICENSE"), "");
	await writeFile(join(folder, "LICENSES.chromium.html"), "");
	for (const locale of ["de", "en-US", "ja", "zh-CN"]) await writeFile(join(folder, "locales", `${locale}.pak`), "");
}
