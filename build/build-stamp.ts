/**
 * Whether `out` is older than what it was built from, by times alone: a walk over a few hundred names, no hashing. A folder's own time
 * counts too, so that a removed file is noticed. Taking one build too many is fine; taking one too few would show an old page.
 */
import { mkdir, readdir, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { outFolder, projectPath } from "./project.ts";

const SOURCES = ["shared", "electron", "renderer", "build", "package.json", "package-lock.json"];
const OUTPUTS = [
	"out/page/web.html",
	"out/page/desktop.html",
	"out/main.mjs",
	"out/serve.mjs",
	"out/history-worker.mjs",
	"out/preload.cjs",
];
const STAMP = "out/build-stamp";

/** `startedAt`: when the build began to read; what was changed since then is not in it. */
export async function writeBuildStamp(startedAt: Date): Promise<void> {
	await mkdir(outFolder, { recursive: true });
	await writeFile(projectPath(STAMP), "The time of this file says when the last whole build began.\n");
	await utimes(projectPath(STAMP), startedAt, startedAt);
}

export async function isBuildCurrent(): Promise<boolean> {
	const builtAt = await readModifiedAt(projectPath(STAMP));
	if (builtAt === null) return false;
	const outputs = await Promise.all(OUTPUTS.map((path) => readModifiedAt(projectPath(path))));
	if (outputs.includes(null)) return false;
	const newest = await Promise.all(SOURCES.map((path) => readNewest(projectPath(path))));
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
