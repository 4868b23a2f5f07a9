/** The built browser mode, as `npm run web` starts it: on a free port, on a data folder that outlives it. */
import { existsSync } from "node:fs";
import { projectPath } from "../../build/project.ts";
import { type LaunchedProgram, launchProgram } from "./launch-program.ts";

export interface BrowserMode {
	/** The address as it was printed, with its one-time code. */
	readonly address: string;
	readonly program: LaunchedProgram;
	/** SIGTERM closes it in order, SIGKILL does not. */
	stop(signal?: "SIGTERM" | "SIGKILL"): Promise<void>;
}

export interface BrowserModeOptions {
	readonly dataFolder: string;
	/** 0 = any. A page that is open finds the server again only on the same one. */
	readonly port?: number;
}

export async function launchBrowserMode({ dataFolder, port = 0 }: BrowserModeOptions): Promise<BrowserMode> {
	const server = projectPath("out/serve.mjs");
	if (!existsSync(server)) throw new Error('not built yet: run "npm run build" first');
	const program = launchProgram(process.execPath, [server, "--port", String(port), "--no-open", "--data", dataFolder]);
	const line = await program.waitForLine(/http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d+/, { limitMs: 30_000 });
	const address = /http:\/\/\S+/.exec(line)?.[0];
	if (address === undefined) throw new Error(`no address in "${line}"`);
	return { address, program, stop: (signal) => program.kill(signal) };
}
