/** `npm start`: the desktop app, or, where it cannot run, one sentence that says why, and the browser mode. */
import { ensureBuilt } from "./ensure-built.ts";
import { fetchElectron } from "./fetch-electron.ts";
import { findElectron } from "./find-electron.ts";
import { projectFolder } from "./project.ts";
import { runProgram } from "./run-program.ts";
import { serveBrowserMode } from "./web.ts";

/** An app that ends with an error this soon never showed a window: a library or the kernel's permission is missing. */
const STILLBORN_MS = 5_000;
/** Ended by the person, with Ctrl+C. */
const INTERRUPTED = 130;

try {
	await ensureBuilt();
	await start(process.argv.slice(2));
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}

async function start(args: readonly string[]): Promise<void> {
	const obstacle = findObstacle();
	if (obstacle !== null) return serveInstead(obstacle, args);

	const program = findElectron(process.env) ?? (await fetchProgram());
	if (program === null) return serveInstead("Electron's program could not be fetched", args);

	const environment = { ...process.env };
	delete environment["ELECTRON_RUN_AS_NODE"];
	const end = await runProgram(program, [projectFolder, ...args], environment);
	const wasStillborn = end.exitCode !== 0 && end.exitCode !== INTERRUPTED && end.ranMs < STILLBORN_MS;
	if (!wasStillborn) {
		process.exitCode = end.exitCode;
		return;
	}
	return serveInstead(`Electron ended at once with status ${end.exitCode}`, args);
}

async function fetchProgram(): Promise<string | null> {
	const fetched = await fetchElectron(process.env, () => console.log("Fetching Electron, once…"));
	return fetched ? findElectron(process.env) : null;
}

function findObstacle(): string | null {
	if (process.platform !== "linux") return null;
	if (!process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"]) return "there is no display";
	// Chromium refuses to run as root with its sandbox on, and Parley does not run with it off.
	if (process.getuid?.() === 0) return "its sandbox does not run as root";
	return null;
}

function serveInstead(obstacle: string, args: readonly string[]): Promise<void> {
	console.log(`The desktop app cannot run here (${obstacle}), so Parley opens in the browser.`);
	return serveBrowserMode(args);
}
