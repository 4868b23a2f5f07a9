/**
 * A real mosquitto on free ports of loopback, with a folder of its own. Its ports stay the same over `stop` and `start`, and so do its
 * sessions and retained messages when it was stopped in order: what a person sees when a broker is restarted.
 */
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "./find-free-port.ts";
import { type LaunchedProgram, launchProgram } from "./launch-program.ts";

export interface MosquittoOptions {
	/** Opens a second listener, for WebSocket. */
	readonly webSocket?: boolean;
	/** Lines for the TCP listener, in the words of mosquitto.conf; they come last. `allow_anonymous true` stands before them. */
	readonly config?: readonly string[];
}

export interface Mosquitto {
	readonly host: string;
	readonly port: number;
	/** null where none was asked for. */
	readonly webSocketPort: number | null;
	readonly folder: string;
	readonly log: readonly string[];
	/** Waits for a line of its log, all of it by default. */
	waitForLog(pattern: RegExp, options?: { readonly fromLine?: number; readonly limitMs?: number }): Promise<string>;
	/** Runs it again after `stop`. */
	start(): Promise<void>;
	/** SIGTERM ends it in order; SIGKILL as a power cut would; SIGSTOP leaves it deaf until `signal("SIGCONT")`. */
	stop(signal?: "SIGTERM" | "SIGKILL"): Promise<void>;
	restart(): Promise<void>;
	signal(signal: "SIGSTOP" | "SIGCONT"): void;
	/** Ends it and removes its folder. */
	close(): Promise<void>;
}

export async function launchMosquitto(options: MosquittoOptions = {}): Promise<Mosquitto> {
	const folder = await mkdtemp(join(tmpdir(), "parley-mosquitto-"));
	const port = await findFreePort();
	const webSocketPort = options.webSocket === true ? await findFreePort() : null;
	const configFile = join(folder, "mosquitto.conf");
	await writeFile(configFile, `${describe(folder, port, webSocketPort, options.config ?? []).join("\n")}\n`);

	let program: LaunchedProgram;
	const start = async () => {
		program = launchProgram(findMosquitto(), ["-c", configFile]);
		await program.waitForLine(/mosquitto version \S+ running/);
	};
	await start();

	const broker: Mosquitto = {
		host: "127.0.0.1",
		port,
		webSocketPort,
		folder,
		get log() {
			return program.lines;
		},
		waitForLog: (pattern, waitOptions) => program.waitForLine(pattern, waitOptions),
		start,
		stop: async (signal = "SIGTERM") => {
			// One that is suspended would not hear a SIGTERM.
			if (!program.hasEnded) process.kill(program.pid, "SIGCONT");
			await program.kill(signal);
		},
		restart: async () => {
			await broker.stop();
			await start();
		},
		signal: (signal) => void process.kill(program.pid, signal),
		close: async () => {
			await broker.stop("SIGKILL");
			await rm(folder, { recursive: true, force: true });
		},
	};
	return broker;
}

function describe(folder: string, port: number, webSocketPort: number | null, config: readonly string[]): readonly string[] {
	return [
		// Started as root it would become another user, who may not write here.
		...(process.getuid?.() === 0 ? ["user root"] : []),
		"log_dest stderr",
		"log_type all",
		"connection_messages true",
		"persistence true",
		`persistence_location ${folder}/`,
		"allow_anonymous true",
		// By default it drops what a slow subscriber has not taken after a thousand messages, which would look like our loss.
		"max_queued_messages 0",
		...(webSocketPort === null ? [] : [`listener ${webSocketPort} 127.0.0.1`, "protocol websockets"]),
		`listener ${port} 127.0.0.1`,
		...config,
	];
}

/** Debian keeps it where only root's path looks. */
export function findMosquitto(): string {
	return ["/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto", "/opt/homebrew/sbin/mosquitto"].find(existsSync) ?? "mosquitto";
}
