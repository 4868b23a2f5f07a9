/** `npm run web -- --port N --data DIR --no-open`: the browser mode; what follows `--` is for the server itself. */
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./ensure-built.ts";
import { projectPath } from "./project.ts";

/** Turns this process into the server, with these arguments; it ends when that ends, and nothing is left behind if it is killed. */
export async function serveBrowserMode(args: readonly string[]): Promise<void> {
	const server = projectPath("out/serve.mjs");
	process.argv = [process.execPath, server, ...args];
	await import(pathToFileURL(server).href);
}

if (import.meta.main) {
	try {
		await ensureBuilt();
		await serveBrowserMode(process.argv.slice(2));
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}
