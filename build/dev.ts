/**
 * `npm run dev -- --port N …`: builds, serves the browser mode, and builds the changed half again on each change. A change of the Node
 * side restarts the server with the same arguments; after a change of the page, reload it.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { buildHalves } from "./build.ts";
import { projectPath } from "./project.ts";

type Half = "page" | "node";

/** An editor writes a file in several steps. */
const SETTLE_MS = 80;

const halvesOf: Readonly<Record<string, readonly Half[]>> = {
	shared: ["page", "node"],
	electron: ["node"],
	renderer: ["page"],
};

const changed = new Set<Half>();
let isBuilding = false;
let server = await rebuild(["page", "node"], null);
const watchers = Object.entries(halvesOf).map(([folder, halves]) => watchFolder(folder, halves));
process.once("SIGINT", () => void stop(server).then(() => process.exit(0)));
process.once("SIGTERM", () => void stop(server).then(() => process.exit(0)));
await Promise.all(watchers);

async function watchFolder(folder: string, halves: readonly Half[]): Promise<void> {
	for await (const _event of watch(projectPath(folder), { recursive: true })) {
		for (const half of halves) changed.add(half);
		if (!isBuilding) void buildChanged();
	}
}

/** Until nothing has changed any more: what changes during a build is in the next one. */
async function buildChanged(): Promise<void> {
	isBuilding = true;
	while (changed.size > 0) {
		await delay(SETTLE_MS);
		const halves = [...changed];
		changed.clear();
		server = await rebuild(halves, server);
	}
	isBuilding = false;
}

async function rebuild(halves: readonly Half[], running: ChildProcess | null): Promise<ChildProcess | null> {
	try {
		await buildHalves(halves);
		console.log(`Built ${halves.join(" and ")}.`);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return running;
	}
	if (running !== null && !halves.includes("node")) return running;
	await stop(running);
	return spawn(process.execPath, ["--enable-source-maps", projectPath("out/serve.mjs"), ...process.argv.slice(2)], {
		stdio: "inherit",
	});
}

async function stop(running: ChildProcess | null): Promise<void> {
	if (running === null || running.exitCode !== null || running.signalCode !== null) return;
	const ended = once(running, "exit");
	running.kill("SIGTERM");
	await ended;
}
