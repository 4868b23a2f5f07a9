/**
 * Electron's program, found without loading its package (which would start a download): the package names the program in `path.txt`
 * once it has been fetched.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectPath } from "./project.ts";

export function findElectron(environment: NodeJS.ProcessEnv): string | null {
	const elsewhere = environment["ELECTRON_OVERRIDE_DIST_PATH"];
	const name = readName() ?? (elsewhere === undefined ? null : "electron");
	if (name === null) return null;
	const program = join(elsewhere ?? projectPath("node_modules/electron/dist"), name);
	return existsSync(program) ? program : null;
}

function readName(): string | null {
	try {
		return readFileSync(projectPath("node_modules/electron/path.txt"), "utf8").trim();
	} catch {
		return null;
	}
}
