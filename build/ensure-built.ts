import { isBuildCurrent } from "./build-stamp.ts";
import { projectPath } from "./project.ts";
import { runProgram } from "./run-program.ts";

/**
 * Builds where `out` is missing or older than the sources. In a process of its own, so that the bundler's memory is free again before
 * what was built is run. Rejects where it fails; why has been printed by then.
 */
export async function ensureBuilt(): Promise<void> {
	if (await isBuildCurrent()) return;
	console.log("Building Parley…");
	const { exitCode } = await runProgram(process.execPath, [projectPath("build/build.ts")], process.env);
	if (exitCode !== 0) throw new Error("Parley could not be built.");
}
