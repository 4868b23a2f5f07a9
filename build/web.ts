/** `npm run web -- --port N --data DIR --no-open`: the browser mode; what follows `--` is for the server itself. */
import { ensureBuilt } from "./ensure-built.ts";
import { projectPath } from "./project.ts";
import { runProgram } from "./run-program.ts";

export async function serveBrowserMode(args: readonly string[]): Promise<number> {
	const { exitCode } = await runProgram(process.execPath, [projectPath("out/serve.mjs"), ...args], process.env);
	return exitCode;
}

if (import.meta.main) {
	try {
		await ensureBuilt();
		process.exitCode = await serveBrowserMode(process.argv.slice(2));
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}
