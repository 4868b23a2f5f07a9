/**
 * Whether `out` is older than what it was built from, by times alone: a walk over a few hundred names, no hashing. A folder's own time
 * counts too, so that a removed file is noticed. Taking one build too many is fine; taking one too few would show an old page.
 */
import { mkdir, readdir, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { projectFolder } from "./project.ts";

export const SOURCES = ["shared", "electron", "renderer", "build", "package.json", "package-lock.json"];
export const OUTPUTS = [
	"out/page/web.html",
	"out/page/desktop.html",
	"out/main.mjs",
	"out/serve.mjs",
	"out/history-worker.mjs",
	"out/preload.cjs",
];
const STAMP = "out/build-stamp";

/** `startedAt`: when the build began to read; what was changed since then is not in it. */
export async function writeBuildStamp(startedAt: Date, root = projectFolder): Promise<void> {
	const stamp = join(root, STAMP);
	await mkdir(dirname(stamp), { recursive: true });
	await writeFile(stamp, "The time of this file says when the last whole build began.\n");
	await utimes(stamp, startedAt, startedAt);
}

export async function isBuildCurrent(root = projectFolder): Promise<boolean> {
	const builtAt = await readModifiedAt(join(root, STAMP));
	if (builtAt === null) return false;
	const outputs = await Promise.all(OUTPUTS.map((path) => readModifiedAt(join(root, path))));
	if (outputs.includes(null)) return false;
	const newest = await Promise.all(SOURCES.map((path) => readNewest(join(root, path))));
	return Math.max(...newest) < builtAt;
}

async function readNewest(path: string): Promise<number> {
	const own = await stat(path);
	if (!own.isDirectory()) return own.mtimeMs;
	const names = await readdir(path);
	const below = await Promise.all(names.map((name) => readNewest(join(path, name))));
	return Math.max(own.mtimeMs, ...below);
}

async function readModifiedAt(path: string): Promise<number | null> {
	try {
		return (await stat(path)).mtimeMs;
	} catch {
		return null;
	}
}
