/**
 * `npm run build`: the page and the Node side to `out`. With `page` or `node` only that half, for a quick look; the stamp, by which
 * `npm start` knows that nothing has to be built, is written for a whole build alone.
 */
import { rm } from "node:fs/promises";
import { build } from "vite";
import { writeBuildStamp } from "./build-stamp.ts";
import { createNodeConfig, createPreloadConfig, findMissing, NODE_ENTRIES, PRELOAD_SOURCE } from "./node-config.ts";
import { createPageConfig, PAGE_SOURCES } from "./page-config.ts";
import { projectPath } from "./project.ts";

type Half = "page" | "node";

export async function buildHalves(halves: readonly Half[]): Promise<void> {
	const startedAt = new Date();
	const needed = [
		...(halves.includes("page") ? PAGE_SOURCES : []),
		...(halves.includes("node") ? [...Object.values(NODE_ENTRIES), PRELOAD_SOURCE] : []),
	];
	const missing = findMissing(needed);
	if (missing.length > 0) throw new Error(`cannot build: ${missing.join(", ")} not found`);

	if (halves.includes("page")) await build(createPageConfig("production"));
	if (halves.includes("node")) {
		await rm(projectPath("out/chunks"), { recursive: true, force: true });
		await build(createNodeConfig("production"));
		await build(createPreloadConfig("production"));
	}
	if (halves.length === 2) await writeBuildStamp(startedAt);
}

if (import.meta.main) {
	const asked = process.argv.slice(2);
	const unknown = asked.find((name) => name !== "page" && name !== "node");
	if (unknown !== undefined) {
		console.error(`build: "${unknown}" is neither "page" nor "node"`);
		process.exit(2);
	}
	const startedAt = performance.now();
	try {
		await buildHalves(asked.length === 0 ? ["page", "node"] : (asked as Half[]));
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	}
	console.log(`Built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
}
