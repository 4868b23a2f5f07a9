/** The browser mode from its arguments to its end. Whatever keeps it from starting is one sentence with the next step, and status 1. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createSystemClock } from "../engine/create-system-clock.ts";
import { createEngine, type Engine } from "../engine/engine.ts";
import { claimFolder } from "../engine/history/claim-folder.ts";
import { openFileLog } from "../engine/open-file-log.ts";
import { findDataFolder } from "./find-data-folder.ts";
import { createMemoryVault } from "./memory-vault.ts";
import { openWebServer, type WebServer } from "./open-web-server.ts";
import { DEFAULT_PORT, HELP, parseArguments } from "./parse-arguments.ts";
import { readPage } from "./read-page.ts";
import { hasDisplay, showPage } from "./show-page.ts";

export interface WebPlaces {
	readonly pageFolder: URL;
	readonly historyWorker: URL;
	/** Where the version stands. */
	readonly packageFile: URL;
}

/** How long closing may take before the process ends all the same. */
const CLOSE_LIMIT_MS = 10_000;

/** Thrown for trouble that the person can do something about. */
class StartTrouble extends Error {}

export async function startWeb(args: readonly string[], places: WebPlaces): Promise<void> {
	const asked = parseArguments(args);
	try {
		if (asked.kind === "wrong") throw new StartTrouble(asked.sentence);
		if (asked.kind === "help") return print(HELP);
		const version = await readVersion(places.packageFile);
		if (asked.kind === "version") return print(version);
		await serve(asked, version, places);
	} catch (error) {
		if (!(error instanceof StartTrouble)) throw error;
		process.stderr.write(`${error.message}\n`);
		process.exitCode = 1;
	}
}

interface ServeArguments {
	readonly port: number;
	readonly dataFolder: string | null;
	readonly shouldOpen: boolean;
}

async function serve(asked: ServeArguments, version: string, places: WebPlaces): Promise<void> {
	const page = await readPage(fileURLToPath(places.pageFolder));
	if (page === null) throw new StartTrouble('The page has not been built. Run "npm run build", then start again.');
	const dataFolder = resolve(asked.dataFolder ?? findDataFolder());
	if (asked.dataFolder !== null && !existsSync(dirname(dataFolder))) {
		throw new StartTrouble(`The folder ${dirname(dataFolder)} does not exist. Create it, or choose another one with --data.`);
	}
	const claim = claimFolder(dataFolder);
	if (!claim.ok) throw new StartTrouble(`${claim.failure.message} ${claim.failure.hint}`);

	const clock = createSystemClock();
	const log = openFileLog(dataFolder, () => clock.now());
	process.on("uncaughtExceptionMonitor", (error) => log.write("error", "uncaught-error", readFrames(error)));
	let engine: Engine | null = null;
	let server: WebServer;
	try {
		// Nobody can ask for a link before an address has been made, so that the engine need not be there yet.
		server = await openWebServer({ port: asked.port, page, clock, log, onWire: (wire) => engine?.serve(wire) });
	} catch (error) {
		claim.value.release();
		throw new StartTrouble(describePortTrouble(error, asked.port));
	}
	const vault = createMemoryVault();
	const running = await createEngine({ dataFolder, version, clock, vault, log, historyWorker: places.historyWorker });
	engine = running;
	log.write("info", "web-started", { version, port: server.port, node: process.version, platform: process.platform });

	closeOnSignal(async () => {
		await running.close();
		await server.close();
		claim.value.release();
		log.write("info", "web-stopped");
		log.close();
	});
	const address = server.createAddress();
	print(`Parley is at ${address}`);
	offerFreshAddress(server);
	if (asked.shouldOpen && hasDisplay()) await showPage(address);
}

async function readVersion(packageFile: URL): Promise<string> {
	const { version } = JSON.parse(await readFile(packageFile, "utf8")) as { readonly version: string };
	return version;
}

/** What is thrown may quote what it was about, a payload or a password; where it was thrown may not. */
function readFrames(error: unknown): Readonly<Record<string, string>> {
	if (!(error instanceof Error)) return { name: typeof error };
	const frames = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
	return { name: error.name, frames: frames.slice(0, 12).join("\n") };
}

function describePortTrouble(error: unknown, port: number): string {
	const { code } = error as NodeJS.ErrnoException;
	if (code === "EADDRINUSE") {
		const other = port === DEFAULT_PORT ? DEFAULT_PORT + 1 : DEFAULT_PORT;
		return `Port ${port} is in use by another program. Stop it, or choose another port, for example --port ${other}.`;
	}
	if (code === "EACCES") return `This user may not listen on port ${port}. Choose one from 1024 up with --port.`;
	throw error;
}

/** The code in an address opens one browser; at a terminal, Enter makes another one. */
function offerFreshAddress(server: WebServer): void {
	if (!process.stdin.isTTY || !process.stdout.isTTY) return;
	print("Press Enter for a fresh address, Ctrl+C to stop.");
	process.stdin.on("data", () => print(`Parley is at ${server.createAddress()}`));
}

/** The first signal closes in order, the second one ends at once. */
function closeOnSignal(close: () => Promise<void>): void {
	let isClosing = false;
	const end = (signal: NodeJS.Signals) => {
		if (isClosing) process.exit(signal === "SIGINT" ? 130 : 143);
		isClosing = true;
		setTimeout(() => process.exit(1), CLOSE_LIMIT_MS).unref();
		close().then(
			() => process.exit(0),
			() => process.exit(1),
		);
	};
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
}

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}
